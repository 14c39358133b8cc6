import type { CriteriaSet } from '../../criteria/index.ts';
import { type Change, DIRECTIONS, isRenamed, type Value } from '../../diff/index.ts';
import { barsOfImpact, markOf } from '../certification.ts';
import { sentence } from '../../messages/index.ts';
import { type Diffed, isAcrossFamilies } from '../diffed.ts';
import { impactResult } from '../results/impact-result.ts';
import { harmlessJson } from '../plain/harmless.ts';
import { proofsResult } from '../results/proof-result.ts';
import type { Style } from '../style.ts';

/** The format of a diff; what it holds is only ever added to. */
export const DIFF_FORMAT = 'xasach/diff@1';

/** What `xasach diff -f json` writes. Texts that people read stand in both languages. */
export function writeDiffJson(diffed: Diffed, { lang }: Pick<Style, 'lang'>): string {
  return `${harmlessJson(JSON.stringify(diffResult(diffed, lang), null, 2))}\n`;
}

function diffResult(diffed: Diffed, lang: Style['lang']) {
  const { base, revision, changes, walk, issues } = diffed;
  const bars = diffed.impact === null ? null : barsOfImpact(diffed.impact);
  return {
    format: DIFF_FORMAT,
    engine: { name: 'xasach', version: diffed.version },
    base: { ...setResult(base), ...markOf(bars?.base ?? []) },
    revision: { ...setResult(revision), ...markOf(bars?.revision ?? []) },
    acrossFamilies: isAcrossFamilies(diffed),
    summary: {
      changes: changes.length,
      directions: Object.fromEntries(
        DIRECTIONS.map((own) => [own, changes.filter(({ direction }) => direction === own).length]),
      ),
      accepted: changes.filter(({ fingerprint }) => diffed.accepted.has(fingerprint)).length,
    },
    changes: changes.map((change) => changeResult(change, diffed)),
    crosswalk: {
      criteria: walk.criteria.filter(isRenamed),
      indicators: walk.indicators.filter(isRenamed),
      proposals: walk.proposals,
    },
    proofs: diffed.proofs === null ? null : proofsResult(diffed.proofs, diffed),
    impact: diffed.impact === null ? null : impactResult(diffed.impact, diffed),
    issues: issues.map((found) => ({ ...found, message: sentence(found, lang) })),
  };
}

function setResult({ id, status, unit, file, sha256, chosen }: CriteriaSet) {
  return { id, status, unit, file, sha256, readings: chosen };
}

function changeResult(change: Change, { accepted }: Diffed) {
  const { inWords: _, ...told } = change;
  const { cite, before, after } = change;
  return {
    ...told,
    before: valueResult(before),
    after: valueResult(after),
    cite: cite === null ? null : [cite.source, cite.clause].join(' ').trim(),
    accepted: accepted.get(change.fingerprint) ?? null,
  };
}

function valueResult(value: Value | null) {
  if (value === null) return null;
  const { text, at } = value;
  return { text, at: at === null ? null : { file: at.file, line: at.line ?? null, column: at.column ?? null } };
}
