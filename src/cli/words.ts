import type { OptionId } from '../messages/index.ts';
import type { Command } from './commands.ts';
import { flagsOf, OPTION_IDS, traitsOf } from './option-table.ts';

/** The options of all commands. */
export const GLOBAL_OPTIONS: readonly OptionId[] = ['lang', 'color', 'quiet'];

/** The word that asks for the help of the command after it. */
export const HELP = 'help';

/** The words of a command line that are neither options nor values of options: the command, and what it is about. */
export function plainWords(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => !/^-./u.test(word) && !takesValue(words[index - 1] ?? ''));
}

/** The command that a command line names, or asks for the help of. */
export function commandIn(words: readonly string[], commands: readonly Command[]): Command | null {
  const [first, second] = plainWords(words);
  const named = first === HELP ? second : first;
  return commands.find(({ id }) => id === named) ?? null;
}

/** The options that can be given with a command, or without any. */
export function optionsOf(command: Command | null): readonly OptionId[] {
  return [...(command?.options ?? (['version'] as const)), ...GLOBAL_OPTIONS, 'help'];
}

/** Whether the word after this one is its value. */
function takesValue(word: string): boolean {
  return OPTION_IDS.some((id) => traitsOf(id).takes !== 'nothing' && flagsOf(id).includes(word));
}
