import { ENCODINGS, NUMBER_STYLES, UNIT_COLUMNS } from '../data/index.ts';
import { type ArgumentId, type Lang, LANGUAGES, messagesIn, type OptionId } from '../messages/index.ts';
import { VERDICTS } from '../rank/index.ts';
import type { Command } from './commands.ts';
import { COLOR_CHOICES, CONDITIONS, FAIL_ON, FLAGS, GLOBAL_OPTIONS, SHELLS } from './options.ts';
import { SCHEMA_NAMES } from './schema-names.ts';

/** A word that can stand where the cursor is. */
export interface Candidate {
  readonly word: string;
  readonly about: string;
}

/** What can stand where the cursor is: words, and whether names of files can. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  readonly files: boolean;
}

/** What completion has to look up. */
export interface Known {
  readonly commands: readonly Command[];
  /** The sets at hand, by id. */
  readonly sets: () => Promise<readonly Candidate[]>;
  /** `name=option` of each reading of a set, and the ids of its classes; nothing of a set that cannot be read. */
  readonly readings: (set: string | null) => Promise<readonly Candidate[]>;
  readonly classes: (set: string | null) => Promise<readonly Candidate[]>;
}

const NO_FILES = { files: false } as const;

/**
 * Completes a command line.
 *
 * @param words The words after the name of the program, the last of them unfinished, perhaps empty.
 */
export async function complete(words: readonly string[], known: Known, lang: Lang): Promise<Completion> {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const command = known.commands.find(({ id }) => before.includes(id)) ?? null;
  const [, long = null, value = ''] = /^(--[\w-]+)=(.*)$/u.exec(typed) ?? [];
  if (long !== null) {
    const found = await valuesOf(long, command, before, known, lang);
    const candidates = (found?.candidates ?? []).map(({ word, about }) => ({ word: `${long}=${word}`, about }));
    return { candidates: fitting(candidates, `${long}=${value}`), files: false };
  }
  if (typed.startsWith('-')) return { candidates: fitting(flagsOf(command, lang), typed), ...NO_FILES };
  const values = await valuesOf(before.at(-1) ?? '', command, before, known, lang);
  const { candidates, files } = values ?? (await argumentsOf(command, before, known, lang));
  return { candidates: fitting(candidates, typed), files };
}

function fitting(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  return candidates.filter(({ word }) => word.startsWith(typed));
}

function optionsOf(command: Command | null): readonly OptionId[] {
  return [...(command?.options ?? (['version'] as const)), ...GLOBAL_OPTIONS, 'help'];
}

function flagsOf(command: Command | null, lang: Lang): readonly Candidate[] {
  const { options } = messagesIn(lang).cli;
  return optionsOf(command).flatMap((id) => FLAGS[id].split(', ').map((word) => ({ word, about: options[id] })));
}

/** What an option can be given whatever is at hand; nothing is listed of what is typed freely. */
const WORDS: Partial<Record<OptionId, readonly string[]>> = {
  numbers: NUMBER_STYLES,
  encoding: ENCODINGS,
  units: ['vn-2025'],
  lineage: ['vn-2025'],
  lang: LANGUAGES,
  color: COLOR_CHOICES,
  output: [],
  overlay: [],
  map: [],
  data: [],
  against: [],
  ignore: [],
  period: [],
  where: [],
  set: [],
  sheet: [],
  province: [],
  top: [],
  on: [],
};
/** The options that can be given the name of a file. */
const FILES: ReadonlySet<OptionId> = new Set([
  'units',
  'lineage',
  'output',
  'overlay',
  'map',
  'data',
  'against',
  'ignore',
]);

/** What an option can be given; `null` where the word before is no option or takes no value. */
async function valuesOf(
  flag: string,
  command: Command | null,
  before: readonly string[],
  known: Known,
  lang: Lang,
): Promise<Completion | null> {
  const id = flag.startsWith('-') ? optionsOf(command).find((own) => FLAGS[own].split(', ').includes(flag)) : undefined;
  if (id === undefined) return null;
  const plain = (given: readonly string[], files = false): Completion => ({
    candidates: given.map((word) => ({ word, about: '' })),
    files,
  });
  switch (id) {
    case 'criteria':
      return { candidates: await known.sets(), files: true };
    case 'reading':
      return { candidates: await known.readings(setIn(before)), ...NO_FILES };
    case 'only':
      return {
        candidates: [...plain(VERDICTS).candidates, ...(await known.classes(setIn(before)))],
        ...NO_FILES,
      };
    case 'by': {
      const labels = Object.entries(UNIT_COLUMNS).filter(([column]) => !['code', 'name', 'period'].includes(column));
      return { candidates: labels.map(([word, { label }]) => ({ word, about: label[lang] })), ...NO_FILES };
    }
    case 'format':
      return plain(command?.formats ?? []);
    case 'fail-on':
      return plain(command?.failOn === undefined ? CONDITIONS : FAIL_ON[command.failOn]);
    default: {
      const words = WORDS[id];
      return words === undefined ? null : plain(words, FILES.has(id));
    }
  }
}

/** The set that the words before name. */
function setIn(before: readonly string[]): string | null {
  const place = before.findLastIndex((word) => word === '-c' || word === '--criteria');
  const joined = before.findLast((word) => word.startsWith('--criteria='));
  return joined?.slice('--criteria='.length) ?? (place === -1 ? null : (before[place + 1] ?? null));
}

async function argumentsOf(
  command: Command | null,
  before: readonly string[],
  known: Known,
  lang: Lang,
): Promise<Completion> {
  const { commands } = messagesIn(lang).cli;
  if (command === null) {
    const ids = [...known.commands.map(({ id }) => id), ...(before.includes('help') ? [] : (['help'] as const))];
    return { candidates: ids.map((id) => ({ word: id, about: commands[id] })), ...NO_FILES };
  }
  const place = before
    .slice(before.indexOf(command.id) + 1)
    .filter((word, index, all) => !isOption(word, all[index - 1]));
  const argument = command.arguments[place.length] ?? command.arguments.at(-1);
  const takesMore = argument !== undefined && (argument.arity === 'several' || argument.arity === 'any');
  if (argument === undefined || (place.length >= command.arguments.length && !takesMore))
    return { candidates: [], ...NO_FILES };
  return argumentValues(argument.id, known);
}

/** An option, or the value of the one before it. */
function isOption(word: string, previous: string | undefined): boolean {
  const isValue = previous !== undefined && previous.startsWith('-') && !previous.includes('=') && takesValue(previous);
  return word.startsWith('-') || isValue;
}

const SWITCHES: ReadonlySet<OptionId> = new Set([
  'excel',
  'near',
  'ways',
  'robustness',
  'readings',
  'across-criteria',
  'across-families',
  'prove',
  'quiet',
  'help',
  'version',
]);

function takesValue(flag: string): boolean {
  return Object.entries(FLAGS).some(
    ([id, flags]) => flags.split(', ').includes(flag) && ![...SWITCHES].some((own) => own === id),
  );
}

async function argumentValues(id: ArgumentId, known: Known): Promise<Completion> {
  switch (id) {
    case 'set':
    case 'linted':
    case 'tested':
    case 'base':
    case 'revision':
      return { candidates: await known.sets(), files: true };
    case 'schema':
      return { candidates: SCHEMA_NAMES.map((word) => ({ word, about: '' })), ...NO_FILES };
    case 'shell':
      return { candidates: SHELLS.map((word) => ({ word, about: '' })), ...NO_FILES };
    case 'unit':
      return { candidates: [], ...NO_FILES };
    case 'files':
    case 'result':
    case 'inputs':
      return { candidates: [], files: true };
    default:
      return id satisfies never;
  }
}
