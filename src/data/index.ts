export type * from './dataset.ts';
export { canonicalKey, withoutDiacritics } from './canonical-key.ts';
export { type Cell, type Grid, type Merged } from './grid.ts';
export { gatherFindings } from './findings.ts';
export { grouped } from './group-by.ts';
export { nearestSpellings } from './nearest.ts';
export { columnOfNumbers, missingNumbers, numberColumn, putNumber } from './scaled.ts';
export { decodeUnicode, firstUndecodableLine } from './files/decode.ts';
export { ENCODINGS, type Encoding } from './files/encoding.ts';
export { boundText } from './columns/bounds.ts';
export { blankColumn, kindOfColumn } from './columns/blank-column.ts';
export { NUMBER_STYLES, type NumberStyle } from './columns/number-style.ts';
export { parseColumnMap } from './tables/column-map.ts';
export { unusedColumn } from './tables/header.ts';
export type { ColumnMap, MapEntry } from './tables/header-meanings.ts';
export { unusedEntries } from './tables/unused-entries.ts';
export { columnsByKey, type HeaderMeanings, knownColumns } from './tables/known-columns.ts';
export { answersYesOrNo, UNIT_COLUMN_IDS, UNIT_COLUMNS, unitColumnLabel } from './tables/unit-columns.ts';
export { findUnitByName, type NameMatch, provincesNamed } from './units/unit-in-registry.ts';
export {
  findGroupColumn,
  type FoundColumn,
  type GroupColumn,
  groupTexts,
  groupValues,
  oneSpelling,
  yesOrNo,
} from './units/group-column.ts';
export { type Descent, type Lineage, parseLineage } from './units/lineage.ts';
export { parseRegistry, type RegisteredProvince, type RegisteredUnit, type Registry } from './units/registry.ts';
export { type PartReader, partReader } from './reading/part-reader.ts';
export { type ReadOptions, readCsv, readDataset } from './reading/read-csv.ts';
export { type DataFile, type FileOptions, isWorkbook, readGrid } from './reading/read-table.ts';
export { datasetFromRows, type RowsOptions } from './reading/rows.ts';
export { assemble, type UnitKnowledge } from './sources/assemble.ts';
export { type EarlierColumn, rowsOfPeriod, withHistory, yearsBefore } from './rows/history.ts';
export { isMissing } from './is-missing.ts';
export { withoutKind, withWholeKind } from './units/unit-kind.ts';
export { canBeOneUnit, isPlain, nameKey } from './units/unit-name.ts';
export { unitInPeriod, unitKey } from './units/unit-in-period.ts';
export { otherNames, unitsNamedOtherwise, unitsOfOtherPeriods } from './rows/other-periods.ts';
export { noRow, requireRow } from './rows/require-row.ts';
export { selectRows } from './rows/select-rows.ts';
export { groupValuesOfAbsent, withAbsentUnits } from './rows/with-absent.ts';
export { suppose, type Supposition } from './rows/suppose.ts';
