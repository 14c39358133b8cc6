import type { CriteriaSet } from '../../criteria/index.ts';
import { type Dataset, grouped, isMissing } from '../../data/index.ts';
import { faultsIn, kindOfIssue } from './issue-kind.ts';
import { type Issue, issue, type IssueCode, type Position, type Severity, type Text } from '../../messages/index.ts';

/** What `xasach check` looked at. */
export interface CheckedData {
  /** Everything that was found. */
  readonly issues: readonly Issue[];
  /** What the columns are, and which office owes each. */
  readonly set: CriteriaSet;
  /** The figures as far as they could be read; `null` when a file could not be opened. */
  readonly dataset: Dataset | null;
}

/** An issue and the office that owes the figure it is about; `null` when it is about no figure. */
export interface Problem {
  readonly issue: Issue;
  readonly office: Text | null;
}

/** Problems of one kind. */
export interface ProblemKind {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** How many there are, with those that were only counted. */
  readonly total: number;
  readonly problems: readonly Problem[];
}

/** The problems of one file that concern one office. */
export interface OfficeProblems {
  readonly office: Text | null;
  readonly kinds: readonly ProblemKind[];
}

/** The problems of one file; `null` is what lies in no file, such as a period that was not given. */
export interface FileProblems {
  readonly file: string | null;
  readonly offices: readonly OfficeProblems[];
}

/** The missing figures of one office, each indicator with its cells. */
export interface OfficeMissing {
  readonly office: Text | null;
  readonly indicators: readonly { readonly label: Text; readonly cells: readonly MissingIssue[] }[];
}

export type MissingIssue = Extract<Issue, { code: 'data/missing-cell' }>;

/** All problems with their offices; missing columns are told to each office on its own. */
export function problemsOf({ issues, set }: CheckedData): readonly Problem[] {
  return issues.flatMap((found) =>
    found.code === 'data/missing-columns' ? perOffice(found, set) : [{ issue: found, office: officeOf(found, set) }],
  );
}

/** Problems by file, then by office, then by kind: as they come, what concerns no office first, errors before the rest. */
export function groupProblems(problems: readonly Problem[]): readonly FileProblems[] {
  const files = grouped(problems, ({ issue: { position } }) => position?.file ?? null);
  const ordered = [...files].sort(([a], [b]) => Number(a === null) - Number(b === null));
  return ordered.map(([file, own]) => {
    const offices = grouped(own, ({ office }) => office?.vi ?? null);
    const first = [...offices].sort(([a], [b]) => Number(a !== null) - Number(b !== null));
    return { file, offices: first.map(([, of]) => ({ office: of[0]?.office ?? null, kinds: kindsOf(of) })) };
  });
}

/** How many problems of each severity there are, with those that were only counted. */
export function countProblems(kinds: readonly ProblemKind[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity): number =>
    kinds.reduce((sum, kind) => sum + (kind.severity === severity ? kind.total : 0), 0);
  return { error: of('error'), warning: of('warning'), note: of('note') };
}

/** The cells without a figure, in the order of the data; not those whose text is at fault, nor those of absent columns. */
export function missingIssues({ issues, set, dataset }: CheckedData): readonly MissingIssue[] {
  if (dataset === null) return [];
  const faults = issues.filter(({ severity }) => severity === 'error').map(({ position }) => position);
  const faulty = new Set([...faults, ...(dataset.undecided ?? [])].map(placeKey));
  // Where there are more faults than were kept, nobody can tell a blank cell from a faulty one.
  const crowded = new Set(
    issues.flatMap(({ code, position }) => (code === 'data/more-of-the-same' ? [position?.file] : [])),
  );
  const { units, columns } = dataset;
  return [...set.indicators.values()].flatMap(({ id, label }) => {
    const column = columns.get(id);
    if (column === undefined) return [];
    const missing = [...column.values.keys()].filter((row) => isMissing(dataset, id, row));
    return missing.flatMap((row) => {
      const position = dataset.positionOf(row, id);
      if (faulty.has(placeKey(position)) || crowded.has(position.file)) return [];
      const unit = { code: units.code[row] ?? '', name: units.name[row] ?? null };
      const args = { unit, period: units.period[row] ?? null, indicator: label };
      return [issue('data/missing-cell', args, { severity: 'note', position, path: id })];
    });
  });
}

/** Missing cells by the office that owes them, then by indicator. */
export function groupMissing(missing: readonly MissingIssue[], set: CriteriaSet): readonly OfficeMissing[] {
  const offices = grouped(missing, (found) => officeOf(found, set)?.vi ?? null);
  return [...offices.values()].map((own) => ({
    office: own[0] === undefined ? null : officeOf(own[0], set),
    indicators: [...grouped(own, ({ path }) => path).values()].flatMap((cells) => {
      const [first] = cells;
      return first === undefined ? [] : [{ label: first.args.indicator, cells }];
    }),
  }));
}

/** The office that owes the figure an issue is about. */
export function officeOf({ path }: Issue, set: CriteriaSet): Text | null {
  return set.indicators.get(path ?? '')?.provider ?? null;
}

function perOffice(found: Extract<Issue, { code: 'data/missing-columns' }>, set: CriteriaSet): readonly Problem[] {
  const providerOf = (id: string): Text | null => set.indicators.get(id)?.provider ?? null;
  return [...grouped(found.args.columns, ({ id }) => providerOf(id)?.vi ?? null).values()].map((columns) => ({
    issue: { ...found, args: { ...found.args, columns } },
    office: providerOf(columns[0]?.id ?? ''),
  }));
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

function kindsOf(problems: readonly Problem[]): readonly ProblemKind[] {
  const kinds = grouped(problems, ({ issue: found }) => kindOfIssue(found));
  return [...kinds.values()]
    .map(kindOf)
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function kindOf(problems: readonly Problem[]): ProblemKind {
  const told = problems.filter(({ issue: found }) => found.code !== 'data/more-of-the-same');
  const [first] = told.length > 0 ? told : problems;
  return {
    code: first?.issue.code ?? 'data/more-of-the-same',
    severity: first?.issue.severity ?? 'error',
    total: faultsIn(problems.map(({ issue: found }) => found)),
    problems: told,
  };
}

function placeKey(position: Position | null): string {
  return [position?.file, position?.sheet, position?.line, position?.column].join('\n');
}
