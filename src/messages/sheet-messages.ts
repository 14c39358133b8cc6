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

/** What a result says of its origin. */
export type ProvenanceWord = 'engine' | 'criteria' | 'sha256' | 'option' | 'input' | 'rows' | 'document' | 'notice';

/** The words of results that are handed over as a workbook or as Markdown. */
export interface SheetMessages {
  readonly ranking: string;
  readonly matrix: string;
  readonly reasons: string;
  readonly provenance: string;
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
