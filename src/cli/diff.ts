import { type CriteriaSet, unknownReading } from '../criteria/index.ts';
import { acceptanceOf, type Change, compareSets, proofsOf, provedChanges, type Sets } from '../diff/index.ts';
import { hasError, type Issue, issue, refusal, type Result, withoutRepeats } from '../messages/index.ts';
import { loadAccepted, loadRevision } from '../node/index.ts';
import { type Diffed, writeDiffJson, writeDiffMarkdown, writeDiffTable } from '../report/index.ts';
import { VERSION } from '../version.ts';
import { failed } from './assessment.ts';
import { impactOnFiles } from './impact.ts';
import type { ChangeCondition } from './options.ts';
import type { Outcome, Request } from './request.ts';

/** `xasach diff`: what changed between two criteria sets, and which way. */
export async function diff(request: Request): Promise<Outcome> {
  const { options } = request;
  if (options.failOnChanges.has('moves') && options.data.length === 0)
    return failed([issue('usage/moves-needs-data', {})]);
  const diffed = await diffedSets(request);
  if (!diffed.ok) return failed(diffed.issues);
  return {
    output: await render(diffed.value, request),
    issues: diffed.issues,
    objected: [...options.failOnChanges].some((condition) => isObjected(diffed.value, condition)),
    read: filesRead(request),
  };
}

const NO_IMPACT = { ok: true, value: null, issues: [] } as const;

async function diffedSets(request: Request): Promise<Result<Diffed>> {
  const { arguments: named, options } = request;
  const [base, revision] = [
    await loadRevision(named.base[0] ?? '', options),
    await loadRevision(named.revision[0] ?? '', options),
  ];
  // What is wrong with either side is told at once.
  if (!base.ok || !revision.ok) return refusal(withoutRepeats([...base.issues, ...revision.issues]));
  const sets = { base: base.value.loaded.set, revision: revision.value.loaded.set };
  const unknown = unknownReadings(Object.keys(options.readings), sets);
  if (hasError(unknown)) return refusal(unknown);
  const misfits = options.acrossFamilies ? [] : familyIssues(sets.base, sets.revision);
  if (hasError(misfits)) return refusal(misfits);
  const comparison = compareSets(sets, { base: base.value.tree, revision: revision.value.tree });
  const proofs = options.prove ? proofsOf(sets, comparison) : null;
  const changes =
    proofs === null ? comparison.planned.map(({ change }) => change) : provedChanges(sets, comparison, proofs);
  const accepted = await acceptedChanges(changes, options, sets.revision);
  if (!accepted.ok) return accepted;
  const loaded = { base: base.value.loaded, revision: revision.value.loaded };
  const impact = options.data.length === 0 ? NO_IMPACT : await impactOnFiles(request, loaded, comparison);
  if (!impact.ok) return impact;
  const issues = withoutRepeats([...base.issues, ...revision.issues, ...accepted.issues, ...impact.issues]);
  const value = {
    ...sets,
    changes,
    walk: comparison.walk,
    accepted: accepted.value,
    proofs,
    impact: impact.value,
    version: VERSION,
    issues,
  };
  return { ok: true, value, issues };
}

/** Readings that neither side has; what only one of them has is chosen there. */
function unknownReadings(asked: readonly string[], { base, revision }: Sets): readonly Issue[] {
  const known = [...new Set([...base.readings.keys(), ...revision.readings.keys()])];
  return asked.filter((reading) => !known.includes(reading)).map((reading) => unknownReading(reading, known));
}

/** Versions of one set compare freely; what are different sets only when it is meant. */
function familyIssues(base: CriteriaSet, revision: CriteriaSet): readonly Issue[] {
  const ids = { base: base.id, revision: revision.id };
  if (base.unit !== revision.unit) {
    return [issue('usage/other-unit-level', { ...ids, baseUnit: base.unit, revisionUnit: revision.unit })];
  }
  return base.family === revision.family ? [] : [issue('usage/other-family', ids)];
}

async function acceptedChanges(
  changes: readonly Change[],
  { ignore, on }: Request['options'],
  revision: CriteriaSet,
): Promise<Result<Diffed['accepted']>> {
  if (ignore === null) return { ok: true, value: new Map(), issues: [] };
  const listed = await loadAccepted(ignore);
  if (!listed.ok) return listed;
  const { accepted, issues } = acceptanceOf(changes, listed.value, on ?? dayOf(revision));
  return { ok: true, value: accepted, issues: [...listed.issues, ...issues] };
}

/** The last day the revision tells of: nothing looks at a clock. */
function dayOf({ effective, reviewed }: CriteriaSet): string {
  return reviewed !== null && reviewed > effective.from ? reviewed : effective.from;
}

function isObjected({ changes, accepted, impact, proofs }: Diffed, condition: ChangeCondition): boolean {
  if (condition === 'moves') return (impact?.sides.moved.length ?? 0) > 0;
  const open = changes.filter(({ fingerprint }) => !accepted.has(fingerprint));
  if (open.some((change) => isMeant(change, condition))) return true;
  // Changes that are nothing by themselves may be something together; of those that are accepted that is accepted as well.
  const together = accepted.size === 0 ? proofs?.classes.certified : undefined;
  const moves = condition === 'stricter' ? together?.losing : condition === 'looser' ? together?.gaining : undefined;
  return moves?.kind === 'yes';
}

/** What may go either way may be stricter, and may be looser. */
function isMeant({ direction }: Change, condition: Exclude<ChangeCondition, 'moves'>): boolean {
  switch (condition) {
    case 'any':
      return true;
    case 'stricter':
    case 'looser':
      return direction === condition || direction === 'either';
    default:
      return condition satisfies never;
  }
}

async function render(diffed: Diffed, { format, style }: Request): Promise<string> {
  switch (format) {
    case 'json':
      return writeDiffJson(diffed, style);
    case 'md':
      return writeDiffMarkdown(diffed, style);
    case 'html':
      return (await import('../page/index.ts')).writeDiffPage(diffed, style);
    default:
      return writeDiffTable(diffed, style);
  }
}

function filesRead({ arguments: { base, revision }, options: { ignore, data } }: Request): readonly string[] {
  return [...base, ...revision, ...data, ...(ignore === null ? [] : [ignore])];
}
