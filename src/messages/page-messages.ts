/** The words of the HTML report. Numbers come as they are to be shown. */
export interface PageMessages {
  readonly skip: string;
  readonly contents: string;
  /** What stands before the number of a printed page, and between it and the number of all. */
  readonly pageNumber: readonly [string, string];
  readonly madeBy: (version: string) => string;

  // headline
  readonly headline: string;
  readonly unitsAssessed: string;
  readonly of: (part: string, whole: string) => string;
  readonly undetermined: string;
  readonly missingFigures: string;

  // classes
  readonly classes: string;
  readonly classColumns: Readonly<Record<'class' | 'units' | 'share', string>>;

  // map
  readonly map: string;
  readonly mapPicture: (units: string, certified: string) => string;
  readonly withoutBoundary: string;
  readonly boundariesFrom: (file: string) => string;

  // ranking
  readonly ranking: string;
  readonly search: string;
  readonly searchHint: string;
  readonly all: string;
  readonly reset: string;
  readonly shown: string;
  readonly pressForUnit: string;

  // matrix
  readonly matrix: string;
  readonly matrixAbout: string;
  readonly matrixPicture: (units: string, criteria: string, from: string, to: string) => string;
  readonly criteriaTable: string;
  readonly criteriaColumns: Readonly<Record<'criterion' | 'clause', string>>;

  // missing figures, near the line
  readonly missing: string;
  readonly noneMissing: string;
  readonly office: (name: string, count: string) => string;
  readonly missingColumns: Readonly<Record<'figure' | 'count' | 'units', string>>;
  readonly everyUnit: string;
  readonly nearColumns: Readonly<Record<'figure' | 'change' | 'units', string>>;

  readonly nearNotAsked: string;
  readonly waysNotAsked: string;
  readonly moveColumns: Readonly<Record<'unit' | 'change' | 'reasons', string>>;

  // what the result rests on
  readonly readings: string;
  readonly readingColumns: Readonly<Record<'question' | 'answer' | 'clause', string>>;
  readonly remarks: string;
  readonly noticed: string;
  readonly provenance: string;
  readonly provenanceTerms: Readonly<
    Record<
      | 'criteria'
      | 'title'
      | 'status'
      | 'effective'
      | 'sha256'
      | 'engine'
      | 'period'
      | 'options'
      | 'inputs'
      | 'documents',
      string
    >
  >;
  readonly inputColumns: Readonly<Record<'name' | 'rows' | 'sha256', string>>;
  readonly noOptions: string;

  // one unit
  /** What heads the result of one unit for a period; `null` where there is none. */
  readonly outcome: (period: string | null) => string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
  readonly print: string;
  readonly unitColumns: Readonly<Record<'criterion' | 'state' | 'points' | 'found' | 'clause', string>>;
}
