import { UNIT_COLUMNS } from '../data/index.ts';
import { type ArgumentId, type Lang, messagesIn } from '../messages/index.ts';
import { VERDICTS } from '../rank/index.ts';
import type { Command } from './commands.ts';
import { flagsOf, traitsOf } from './option-table.ts';
import { CONDITIONS, FAIL_ON, SHELLS } from './options.ts';
import { SCHEMA_NAMES } from './schema-names.ts';
import { commandIn, HELP, optionsOf, plainWords } from './words.ts';

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
  const command = commandIn(before, known.commands);
  const [, long = null, value = ''] = /^(--[\w-]+)=(.*)$/u.exec(typed) ?? [];
  if (long !== null) {
    const found = await valuesOf(long, command, before, known, lang);
    const candidates = (found?.candidates ?? []).map(({ word, about }) => ({ word: `${long}=${word}`, about }));
    return { candidates: fitting(candidates, `${long}=${value}`), files: false };
  }
  if (typed.startsWith('-')) return { candidates: fitting(flagsTaken(command, lang), typed), ...NO_FILES };
  const values = await valuesOf(before.at(-1) ?? '', command, before, known, lang);
  const { candidates, files } = values ?? (await argumentsOf(command, before, known, lang));
  return { candidates: fitting(candidates, typed), files };
}

function fitting(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  return candidates.filter(({ word }) => word.startsWith(typed));
}

function flagsTaken(command: Command | null, lang: Lang): readonly Candidate[] {
  const { options } = messagesIn(lang).cli;
  return optionsOf(command).flatMap((id) => flagsOf(id).map((word) => ({ word, about: options[id] })));
}

/** What an option can be given; `null` where the word before is no option or takes no value. */
async function valuesOf(
  flag: string,
  command: Command | null,
  before: readonly string[],
  known: Known,
  lang: Lang,
): Promise<Completion | null> {
  const id = optionsOf(command).find((own) => flagsOf(own).includes(flag));
  if (id === undefined) return null;
  const { takes, words = [] } = traitsOf(id);
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
    default:
      // Nothing is listed of what is typed freely.
      return takes === 'nothing' ? null : plain(words, takes === 'file');
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
  const [first, ...others] = plainWords(before);
  if (command === null) {
    const { commands } = messagesIn(lang).cli;
    const ids = [...known.commands.map(({ id }) => id), ...(first === HELP ? [] : ([HELP] as const))];
    return { candidates: ids.map((id) => ({ word: id, about: commands[id] })), ...NO_FILES };
  }
  // After the command whose help is asked for nothing follows.
  if (first === HELP) return { candidates: [], ...NO_FILES };
  const argument = command.arguments[others.length] ?? command.arguments.at(-1);
  const takesMore = argument !== undefined && (argument.arity === 'several' || argument.arity === 'any');
  if (argument === undefined || (others.length >= command.arguments.length && !takesMore))
    return { candidates: [], ...NO_FILES };
  return argumentValues(argument.id, known);
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
