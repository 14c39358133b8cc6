import { UNDETERMINED } from '../assess/index.ts';
import { type CriteriaSet, meritOf } from '../criteria/index.ts';
import { type Lang, messagesIn, ownName, type PageMessages, type ReportMessages } from '../messages/index.ts';
import { type Scored, type UnitTexts, unitTexts } from '../report/index.ts';

/** What every section of the page reads. */
export interface PageContext {
  readonly scored: Scored;
  readonly set: CriteriaSet;
  readonly lang: Lang;
  readonly page: PageMessages;
  readonly report: ReportMessages;
  readonly texts: UnitTexts;
  /** The rows of the report, best first. */
  readonly rows: readonly number[];
  /** The name of a unit, or its code where it has none. */
  readonly nameOf: (row: number) => string;
  /** The address of a row within the page. */
  readonly idOf: (row: number) => string;
  /** The colour of each class by its id. */
  readonly colours: ReadonlyMap<string, string>;
  /** The colour of the class of a row. */
  readonly colourOf: (row: number) => string;
}

/** The colour of units whose class is open. */
export const OPEN_COLOUR = 'ku';
/** How many colours there are for classes that do not certify. */
const COLOURS = 5;

/** Gathers what the sections of a page read. */
export function pageContext(scored: Scored, lang: Lang): PageContext {
  const { assessments, ranking } = scored;
  const { set } = assessments.program;
  const chosen = scored.rows === undefined ? null : new Set(scored.rows);
  const rows = ranking.order.filter((row) => chosen === null || chosen.has(row));
  const { page, report } = messagesIn(lang);
  const colours = classColours(set);
  const classes = [...set.classes.keys()];
  const ids = unitIds(scored);
  const texts = unitTexts(assessments, ranking, lang);
  return {
    scored,
    set,
    lang,
    page,
    report,
    texts,
    rows,
    nameOf: (row) => ownName({ code: texts.code(row), name: texts.name(row) }) ?? texts.code(row),
    idOf: (row) => ids[row] ?? '',
    colours,
    colourOf: (row) => colours.get(classes[assessments.classes[row] ?? UNDETERMINED] ?? '') ?? OPEN_COLOUR,
  };
}

/** One colour for classes that certify, the others from light to dark as they are worse. */
function classColours(set: CriteriaSet): ReadonlyMap<string, string> {
  const merit = meritOf(set);
  const classes = [...set.classes.values()].map(({ id, certifies }, place) => ({
    id,
    certifies,
    merit: merit[place] ?? 0,
  }));
  const others = classes.filter(({ certifies }) => !certifies).toSorted((a, b) => a.merit - b.merit);
  const step = others.length < 2 ? 0 : (COLOURS - 1) / (others.length - 1);
  return new Map(
    classes.map((own) => [own.id, own.certifies ? 'k0' : `k${1 + Math.round(others.indexOf(own) * step)}`]),
  );
}

/** Addresses that name the unit by its code where the code is plain, and that no two rows share. */
function unitIds({ assessments: { dataset } }: Scored): readonly string[] {
  const { code, period } = dataset.units;
  const plain = (text: string): string | null => (/^[\w.-]+$/u.test(text) ? text : null);
  const taken = new Set<string>();
  return code.map((own, row) => {
    const ofCode = plain(own) === null ? null : `u-${own}`;
    const ofPeriod = ofCode === null || plain(period[row] ?? '') === null ? null : `${ofCode}-${period[row]}`;
    const id = [ofCode, ofPeriod].find((name) => name !== null && !taken.has(name)) ?? `row-${row + 1}`;
    taken.add(id);
    return id;
  });
}
