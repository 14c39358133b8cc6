import { ENCODINGS, NUMBER_STYLES } from '../data/index.ts';
import { LANGUAGES, type OptionId } from '../messages/index.ts';

export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

/** The option that holds a formula, as messages about the formula name it. */
export const WHERE = '--where';

/** The registry and the lineage that come with xasach. */
const SHIPPED = ['vn-2025'] as const;

/** What an option is, whatever command takes it. */
interface OptionTraits {
  /** The letter and the long name. */
  readonly flags: string;
  /** Whether a value follows, and whether that can be the name of a file. */
  readonly takes: 'nothing' | 'text' | 'file';
  /**
   * What a second value does: it is kept beside the first, or overrules it, so that a short form of one's own can be
   * overruled; else it is refused, as it would silently win.
   */
  readonly second?: 'kept' | 'overrules';
  /** What it can be given whatever is at hand. */
  readonly words?: readonly string[];
  /**
   * How a result says it: as it was typed, by the file it names, or both, where it may name either; `no` where it stands in
   * the result otherwise or does not make it what it is.
   */
  readonly recorded: 'text' | 'file' | 'both' | 'no';
}

/** All options; those that a result says in the order in which it says them. */
export const OPTIONS = {
  criteria: { flags: '-c, --criteria', takes: 'file', recorded: 'file' },
  overlay: { flags: '--overlay', takes: 'file', second: 'kept', recorded: 'file' },
  map: { flags: '--map', takes: 'file', second: 'kept', recorded: 'file' },
  units: { flags: '--units', takes: 'file', words: SHIPPED, recorded: 'file' },
  lineage: { flags: '--lineage', takes: 'file', words: SHIPPED, recorded: 'file' },
  by: { flags: '-g, --by', takes: 'text', recorded: 'text' },
  robustness: { flags: '--robustness', takes: 'nothing', recorded: 'text' },
  where: { flags: `-w, ${WHERE}`, takes: 'text', recorded: 'text' },
  set: { flags: '--set', takes: 'text', second: 'kept', recorded: 'text' },
  against: { flags: '--against', takes: 'file', recorded: 'both' },
  'across-criteria': { flags: '--across-criteria', takes: 'nothing', recorded: 'text' },
  readings: { flags: '--readings', takes: 'nothing', recorded: 'text' },
  encoding: { flags: '--encoding', takes: 'text', words: ENCODINGS, recorded: 'text' },
  numbers: { flags: '--numbers', takes: 'text', words: NUMBER_STYLES, recorded: 'text' },
  sheet: { flags: '--sheet', takes: 'text', second: 'kept', recorded: 'text' },
  near: { flags: '--near', takes: 'nothing', recorded: 'text' },
  ways: { flags: '--ways', takes: 'nothing', recorded: 'text' },
  only: { flags: '--only', takes: 'text', second: 'kept', recorded: 'text' },
  top: { flags: '--top', takes: 'text', recorded: 'text' },
  period: { flags: '-p, --period', takes: 'text', recorded: 'no' },
  reading: { flags: '-r, --reading', takes: 'text', second: 'kept', recorded: 'no' },
  format: { flags: '-f, --format', takes: 'text', recorded: 'no' },
  output: { flags: '-o, --output', takes: 'file', recorded: 'no' },
  'fail-on': { flags: '--fail-on', takes: 'text', second: 'kept', recorded: 'no' },
  province: { flags: '--province', takes: 'text', recorded: 'no' },
  excel: { flags: '--excel', takes: 'nothing', recorded: 'no' },
  data: { flags: '--data', takes: 'file', second: 'kept', recorded: 'no' },
  prove: { flags: '--prove', takes: 'nothing', recorded: 'no' },
  'across-families': { flags: '--across-families', takes: 'nothing', recorded: 'no' },
  ignore: { flags: '--ignore', takes: 'file', recorded: 'no' },
  on: { flags: '--on', takes: 'text', recorded: 'no' },
  lang: { flags: '--lang', takes: 'text', second: 'overrules', words: LANGUAGES, recorded: 'no' },
  color: { flags: '--color', takes: 'text', second: 'overrules', words: COLOR_CHOICES, recorded: 'no' },
  quiet: { flags: '-q, --quiet', takes: 'nothing', recorded: 'no' },
  help: { flags: '-h, --help', takes: 'nothing', recorded: 'no' },
  version: { flags: '-V, --version', takes: 'nothing', recorded: 'no' },
} as const satisfies { readonly [Id in OptionId]: OptionTraits };

/** The options that a result says in a way. */
export type RecordedAs<Way extends OptionTraits['recorded']> = {
  [Id in OptionId]: (typeof OPTIONS)[Id]['recorded'] extends Way ? Id : never;
}[OptionId];

/** What an option is. */
export function traitsOf(id: OptionId): OptionTraits {
  return OPTIONS[id];
}

export const OPTION_IDS: readonly OptionId[] = Object.keys(OPTIONS).filter((name): name is OptionId => name in OPTIONS);

/** The letter and the long name of an option, each by itself. */
export function flagsOf(id: OptionId): readonly string[] {
  return OPTIONS[id].flags.split(', ');
}

/** What commander calls an option: its long name in camel case. */
export function rawName(id: OptionId): string {
  return id.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
