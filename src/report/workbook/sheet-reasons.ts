import type { CriteriaSet, Criterion } from '../../criteria/index.ts';
import { type Finding, STATE_WORDS } from '../../explain/index.ts';
import type { Comparison } from '../../formula/index.ts';
import { messagesIn } from '../../messages/index.ts';
import { clauseText } from '../words/cite-text.ts';
import { criterionReason } from '../words/criterion-reason.ts';
import { criterionResult } from '../results/criterion-result.ts';
import { testFinding } from '../results/criterion-test.ts';
import { isPercent, SIGNS, valueLabel, type Wording, yesOrNo } from '../words/finding-text.ts';
import { countText } from '../plain/numbers.ts';
import { settle } from '../results/settled.ts';
import { exactCell, listSheet, proseCell, stateFill, textCell } from './sheet-cells.ts';
import { type SheetSource, unitColumns } from './sheet-units.ts';
import type { SheetCell, SheetSpec } from './workbook.ts';

/** The most rows of evidence: a list of more is too long for a spreadsheet to be quick with. */
const MOST_EVIDENCE = 20_000;

/** Every criterion of every unit with what settles it; of very many units only the deciding criteria. */
export function reasonsSheet(source: SheetSource): SheetSpec {
  const { scored, rows, texts, lang } = source;
  const { assessments } = scored;
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const { columns: titles } = words.sheets;
  const criteria = [...set.criteria.values()].map((criterion, number) => ({ criterion, number }));
  const isWhole = rows.length * criteria.length <= MOST_EVIDENCE;
  const units = unitColumns(source);
  return listSheet(
    {
      name: words.sheets.reasons,
      columns: [
        ...units,
        { title: titles.criterion, width: 9 },
        { title: titles.decides, width: 9 },
        { title: titles.state, width: 15 },
        { title: titles.observed, width: 16 },
        { title: titles.operator, width: 9 },
        { title: titles.required, width: 16 },
        { title: titles.margin, width: 12 },
        ...(hasPoints(set) ? [{ title: titles.points, width: 8 }] : []),
        { title: titles.clause, width: 24 },
        { title: titles.title, width: 50 },
        { title: titles.reason, width: 40 },
      ],
      rows: rows.flatMap((row) => {
        const deciding = new Set(texts.deciding(row));
        const head = units.map(({ cell }) => cell(row));
        return criteria
          .filter(({ criterion }) => isWhole || deciding.has(criterion.id))
          .map((at) => [...head, ...criterionCells(source, { ...at, row, decides: deciding.has(at.criterion.id) })]);
      }),
      notes: isWhole ? [] : [words.sheets.onlyDeciding(countText(rows.length, lang))],
      stickyColumns: 2,
    },
    scored,
    lang,
  );
}

interface At {
  readonly criterion: Criterion;
  readonly number: number;
  readonly row: number;
  readonly decides: boolean;
}

function criterionCells({ scored: { assessments }, lang }: SheetSource, at: At): readonly SheetCell[] {
  const { criterion, row, decides } = at;
  const { set } = assessments.program;
  const words = messagesIn(lang).report;
  const { state, observed, operator, required, margin, points } = criterionResult(assessments, at);
  const finding = testFinding(assessments, criterion, row);
  const settling = finding === null || criterion.rule.kind === 'group' ? null : settle(finding).finding;
  const shown = (value: string | null): SheetCell => valueCell(value, settling, { set, lang });
  return [
    textCell(criterion.id),
    textCell(decides ? words.yes : null),
    textCell(words.states[state], { fill: stateFill(state) }),
    shown(observed),
    textCell(operator === null ? null : operatorText(operator), { align: 'center' }),
    shown(required),
    exactCell(margin),
    ...(hasPoints(set) ? [exactCell(points)] : []),
    textCell(criterion.cite === null ? null : clauseText(criterion.cite, set, lang)),
    proseCell(criterion.title[lang]),
    proseCell(criterionReason(assessments, criterion, row, lang)),
  ];
}

function hasPoints({ criteria }: CriteriaSet): boolean {
  return [...criteria.values()].some(({ points }) => points !== null);
}

/** A value of the evidence: a number as one, a choice by its label. */
function valueCell(value: string | null, finding: Finding | null, { set, lang }: Wording): SheetCell {
  const { states } = messagesIn(lang).report;
  switch (finding?.kind) {
    case 'choice':
      return textCell(
        value === null
          ? null
          : value
              .split('|')
              .map((id) => valueLabel(set, finding.indicator, id, lang))
              .join(' / '),
      );
    case 'boolean':
      return textCell(value === null ? null : yesOrNo(value === 'true', lang));
    case 'criterion':
      return textCell(STATE_WORDS.flatMap((word) => (word === value ? [states[word]] : []))[0] ?? null);
    case 'comparison': {
      const cell = exactCell(value);
      return isPercent(finding, set) && typeof cell.value === 'number' ? { ...cell, percent: true } : cell;
    }
    case 'group':
    case 'not':
    case undefined:
      return exactCell(value);
    default:
      return finding satisfies never;
  }
}

/** A comparison as people write it. */
function operatorText(operator: Comparison | 'in' | 'not in'): string {
  switch (operator) {
    case 'in':
      return '∈';
    case 'not in':
      return '∉';
    default:
      return SIGNS[operator];
  }
}
