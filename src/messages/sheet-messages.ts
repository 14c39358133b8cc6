/** The columns of the lists in a workbook, beside those that every report has. */
export type SheetColumn =
  | 'worstRank'
  | 'fullScore'
  | 'leastScore'
  | 'mostScore'
  | 'missing'
  | 'criterion'
  | 'title'
  | 'decides'
  | 'state'
  | 'observed'
  | 'operator'
  | 'required'
  | 'margin'
  | 'points'
  | 'clause'
  | 'reason'
  | 'goal'
  | 'number'
  | 'way'
  | 'office'
  | 'indicator'
  | 'file'
  | 'line'
  | 'column'
  | 'until'
  | 'needed'
  | 'lacking'
  | 'met'
  | 'units'
  | 'share'
  | 'candidates';

/** The tables of a result that are there only where they were asked for. */
export type FurtherTableWord = 'groups' | 'compared' | 'matrix' | 'moved' | 'readings';

/** What a result says of its origin. */
export type ProvenanceWord = 'engine' | 'criteria' | 'sha256' | 'option' | 'input' | 'rows' | 'document' | 'notice';

/** The words of results that are handed over as a workbook or as Markdown. */
export interface SheetMessages {
  readonly ranking: string;
  readonly matrix: string;
  readonly reasons: string;
  readonly provenance: string;
  /** What the sheets of tables are called whose titles are sentences: a name has 31 letters. */
  readonly tables: Readonly<Record<FurtherTableWord, string>>;
  readonly columns: Readonly<Record<SheetColumn, string>>;
  readonly origin: Readonly<Record<ProvenanceWord, string>>;
  /** Stands where the evidence for every criterion would be too long a list. */
  readonly onlyDeciding: (units: string) => string;
  /** Stands where ways were not worked out, and how to ask for them. */
  readonly waysAtCost: (command: string) => string;
  /** Which part of a list is shown. */
  readonly shownOf: (shown: string, of: string) => string;
  readonly noneMissing: string;
}
