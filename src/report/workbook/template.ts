import type { CriteriaSet, Indicator } from '../../criteria/index.ts';
import type { RegisteredUnit } from '../../data/index.ts';
import { type Lang, messagesIn, numberText, percentText } from '../../messages/index.ts';
import {
  exactText,
  integer,
  max as greater,
  min as lesser,
  multiply,
  type Rational,
  rational,
  ZERO,
} from '../../number/index.ts';
import { csvText, textCell } from '../csv/csv-cells.ts';
import type { SheetCell } from './workbook.ts';

/** What a blank data file is made for. */
export interface TemplateSpec {
  readonly set: CriteriaSet;
  /** The units to be filled in; none for a file without rows. */
  readonly units: readonly RegisteredUnit[];
  /** Columns about the unit beside its code and name. */
  readonly about: readonly UnitColumn[];
  readonly period: string | null;
}

export type UnitColumn = 'province' | 'type' | 'district' | 'commune' | 'period';

/** The rows of the file: guidance, then the header, then the units. */
interface TemplateRows {
  readonly guide: readonly (readonly string[])[];
  readonly header: readonly string[];
  readonly units: readonly (readonly string[])[];
}

/** The least of a count that is never 0, such as people, is no example. */
const USUAL_TOTAL = integer(5000);
const USUAL_DECIMAL = rational(25n, 2n);
const USUAL_SHARE = rational(1n, 8n);
const HUNDRED = integer(100);
type ExampleUnit = Readonly<Record<Exclude<UnitColumn, 'period'> | 'code' | 'name', string>>;
const WARD: ExampleUnit = {
  code: '00004',
  name: 'Phường Ba Đình',
  province: 'Thành phố Hà Nội',
  type: 'phường',
  district: 'Quận Ba Đình',
  commune: 'Phường Ba Đình',
};
/** One unit of each level. A hamlet has no code of the state's: an office numbers those of a commune itself. */
const EXAMPLES: { readonly [Level in CriteriaSet['unit']]: ExampleUnit } = {
  hamlet: { ...WARD, code: '00004-01', name: 'Tổ dân phố số 1', type: 'tổ dân phố' },
  commune: WARD,
  district: { ...WARD, code: '001', name: 'Quận Ba Đình', type: 'quận' },
  province: { ...WARD, code: '01', name: 'Thành phố Hà Nội', type: 'thành phố' },
};
const HEAD = '#D9E1F2';
const GUIDE = '#F2F2F2';

/** A blank data file as CSV. */
export function writeTemplateCsv(
  spec: TemplateSpec,
  { lang, excel = false }: { readonly lang: Lang; readonly excel?: boolean },
): string {
  const { guide, header, units } = templateRows(spec, lang);
  return csvText(
    [...guide, header, ...units].map((row) => row.map(textCell)),
    excel,
  );
}

/** A blank data file as an Excel workbook. */
export async function writeTemplateWorkbook(spec: TemplateSpec, lang: Lang): Promise<Uint8Array> {
  const { writeWorkbook } = await import('./workbook.ts');
  const { guide, header, units } = templateRows(spec, lang);
  const shown = (row: readonly string[], style: Omit<SheetCell, 'value'>): readonly SheetCell[] =>
    row.map((value) => ({ value, ...style }));
  const [title = [], howTo = [], ...others] = guide;
  const rows = [
    // The first two lines are prose: they run over the blank cells beside them.
    ...[title, howTo].map((row, index) => shown(row.slice(0, 1), { bold: index === 0 })),
    ...others.map((row) => shown(row, { fill: GUIDE, wrap: true })),
    shown(header, { fill: HEAD, bold: true }),
    ...units.map((row) => shown(row, {})),
  ];
  const widths = header.map((id, column) => (column === 1 ? 28 : Math.max(14, id.length + 3)));
  return writeWorkbook([{ name: spec.set.id.replace('@', ' '), rows, widths, stickyRows: guide.length + 1 }]);
}

/**
 * Guidance stands above the header, where a reader of data passes over it; no line of it reads like a header itself.
 */
function templateRows({ set, units, about, period }: TemplateSpec, lang: Lang): TemplateRows {
  const words = messagesIn(lang).report.template;
  const indicators = [...set.indicators.values()].filter(({ rollup }) => rollup === null);
  const example = EXAMPLES[set.unit];
  const header = ['code', 'name', ...about, ...indicators.map(({ id }) => id)];
  const wide = (cells: readonly string[]): readonly string[] => header.map((_, column) => cells[column] ?? '');
  const blank = indicators.map(() => '');
  const guide = [
    wide([words.title(set.title[lang], set.id)]),
    wide([words.howTo]),
    wide([
      '',
      '',
      ...about.map(() => ''),
      ...indicators.map(({ label, unit }) => words.label(label[lang], unit?.[lang] ?? null)),
    ]),
    [
      `${words.allowed} ${words.code}`,
      words.text,
      ...about.map((column) => (column === 'period' ? words.period : words.text)),
      ...indicators.map((indicator) => allowedText(indicator, lang)),
    ],
    [
      `${words.example} ${example.code}`,
      example.name,
      ...about.map((column) => (column === 'period' ? (period ?? '2025') : example[column])),
      ...indicators.map((indicator) => exampleText(indicator, lang)),
    ],
  ];
  const filled = units.map((unit) => [
    unit.code,
    unit.name,
    ...about.map((column) => (column === 'period' ? (period ?? '') : column === 'commune' ? '' : (unit[column] ?? ''))),
    ...blank,
  ]);
  return { guide, header, units: filled };
}

/** What may stand in the cells of a column. */
function allowedText(indicator: Indicator, lang: Lang): string {
  const { type, min, max, values } = indicator;
  const words = messagesIn(lang).report.template;
  switch (type) {
    case 'count':
    case 'decimal':
    case 'percent':
      return words[type](boundText(min, type, lang), max === null ? null : boundText(max, type, lang));
    case 'boolean':
      return words.boolean;
    case 'choice':
      return [...values].map(([id, label]) => `${id} = ${label[lang]}`).join('; ');
    default:
      return type satisfies never;
  }
}

function exampleText(indicator: Indicator, lang: Lang): string {
  const { type, min, values } = indicator;
  switch (type) {
    case 'count':
      return typed(within(indicator, min.num === 0n ? ZERO : USUAL_TOTAL), lang);
    case 'decimal':
      return typed(within(indicator, USUAL_DECIMAL), lang);
    case 'percent':
      return `${typed(multiply(within(indicator, USUAL_SHARE), HUNDRED), lang)}%`;
    case 'boolean':
      return messagesIn(lang).report.template.exampleBoolean;
    case 'choice':
      return [...values.keys()][0] ?? '';
    default:
      return type satisfies never;
  }
}

/** What is usual, or the bound that it lies beyond. */
function within({ min, max }: Indicator, usual: Rational): Rational {
  const least = greater(min, usual);
  return max === null ? least : lesser(max, least);
}

function boundText(bound: Rational, type: Indicator['type'], lang: Lang): string {
  return type === 'percent'
    ? percentText(exactText(multiply(bound, HUNDRED)), lang)
    : numberText(exactText(bound), lang);
}

/** A number as it is typed into a cell: without marks between thousands. */
function typed(value: Rational, lang: Lang): string {
  return exactText(value).replace('.', lang === 'vi' ? ',' : '.');
}
