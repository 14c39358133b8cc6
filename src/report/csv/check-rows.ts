import { messagesIn, type Lang, sentence } from '../../messages/index.ts';
import { type CheckedData, missingIssues, officeOf, type Problem, problemsOf } from '../results/check-problems.ts';
import { ISSUES_FORMAT } from '../json/issues-json.ts';
import { harmless, harmlessJson } from '../plain/harmless.ts';
import { csvText, textCell } from './csv-cells.ts';

/** The columns of a list of problems. */
export const CHECK_COLUMNS = [
  'file',
  'sheet',
  'cell',
  'line',
  'column',
  'severity',
  'office',
  'indicator',
  'received',
  'message',
  'code',
] as const;

type CheckRow = Readonly<Record<(typeof CHECK_COLUMNS)[number], string>>;

/** Every problem as data: what is wrong first, then the missing figures. */
export function writeCheckJson(checked: CheckedData, lang: Lang): string {
  const told = ({ issue: found, office }: Problem) => ({
    ...found,
    office: office?.[lang] ?? null,
    message: sentence(found, lang),
  });
  const missing = missingProblems(checked).map(({ issue: { args, position, path }, office }) => ({
    unit: args.unit,
    period: args.period,
    indicator: path,
    office: office?.[lang] ?? null,
    position,
  }));
  const page = { format: ISSUES_FORMAT, issues: problemsOf(checked).map(told), missing };
  return `${harmlessJson(JSON.stringify(page, null, 2))}\n`;
}

/** One row for each problem and each missing figure; ids are in English, sentences in the language of the reader. */
export function writeCheckCsv(
  checked: CheckedData,
  { lang, excel = false }: { readonly lang: Lang; readonly excel?: boolean },
): string {
  const rows = [...problemsOf(checked), ...missingProblems(checked)].map((problem) => {
    const row = checkRow(problem, checked, lang);
    return CHECK_COLUMNS.map((column) => textCell(row[column]));
  });
  return csvText([CHECK_COLUMNS, ...rows], excel);
}

/** The missing figures as problems. */
export function missingProblems(checked: CheckedData) {
  return missingIssues(checked).map((found) => ({ issue: found, office: officeOf(found, checked.set) }));
}

/** A problem as texts. */
export function checkRow({ issue: found, office }: Problem, { set }: CheckedData, lang: Lang): CheckRow {
  const { position, path, severity, received, code } = found;
  return {
    file: harmless(position?.file ?? ''),
    sheet: harmless(position?.sheet ?? ''),
    cell: position?.cell ?? '',
    line: String(position?.line ?? ''),
    column: String(position?.column ?? ''),
    severity: messagesIn(lang).report.severities[severity],
    office: harmless(office?.[lang] ?? ''),
    indicator: set.indicators.has(path ?? '') ? (path ?? '') : '',
    received: harmless(received ?? ''),
    message: harmless(sentence(found, lang)),
    code,
  };
}
