import { type Argument, Command as Commander, CommanderError, Option, type OutputConfiguration } from 'commander';
import {
  type CliMessages,
  type Issue,
  issue,
  type Lang,
  messagesIn,
  nearestNames,
  type OptionId,
} from '../messages/index.ts';
import { VERSION } from '../version.ts';
import { type Argument as CommandArgument, type Command, COMMANDS } from './commands.ts';
import type { Request } from './request.ts';
import { flagsOf, OPTIONS, traitsOf } from './option-table.ts';
import type { RawOptions } from './options.ts';
import { commandIn, GLOBAL_OPTIONS, HELP, optionsOf, plainWords } from './words.ts';

/** What a command line asks for. */
export type Asked =
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly arguments: Request['arguments'];
      readonly raw: RawOptions;
    }
  /** Help or the version; `wanted` unless it stands in for a command that is missing. */
  | { readonly kind: 'show'; readonly text: string; readonly wanted: boolean }
  | { readonly kind: 'fault'; readonly issue: Issue; readonly help: string };

/** Lines of help longer than this are tiring to read. */
const WIDEST_HELP = 110;

/**
 * Reads the words of a command line; values of options are still as they were typed.
 *
 * @param argv The words after the name of the program.
 * @param lang The language of help.
 * @param width The columns of the terminal that help is shown on.
 */
export function readCommandLine(argv: readonly string[], lang: Lang, width: number): Asked {
  const texts = messagesIn(lang).cli;
  const asked: Asked[] = [];
  const shown: string[] = [];
  const show = (text: string): void => void shown.push(text);
  const helpWidth = (): number => Math.min(width, WIDEST_HELP);
  const program = createProgram(argv, texts, (run) => asked.push(run), helpWidth(), {
    writeOut: show,
    writeErr: show,
    // What went wrong is told in the language of the reader.
    outputError: () => {},
    getOutHelpWidth: helpWidth,
    getErrHelpWidth: helpWidth,
  });
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return refused(error, argv, shown.join(''), texts);
  }
  const [first] = asked;
  if (first === undefined) throw new RangeError('commander ran no command');
  return first;
}

/** The whole command line. How it shows help is settled first: its commands inherit that when they are added. */
function createProgram(
  argv: readonly string[],
  texts: CliMessages,
  ask: (asked: Asked) => void,
  width: number,
  output: OutputConfiguration,
): Commander {
  const program = new Commander('xasach')
    .description(texts.about)
    .usage(texts.usage.program)
    .version(VERSION, OPTIONS.version.flags, texts.options.version)
    .helpOption(OPTIONS.help.flags, texts.options.help)
    .helpCommand(`help [${texts.usage.command}]`, texts.commands.help)
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput(output)
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => titleIn(texts, title), subcommandTerm: termOf })
    .addHelpText('after', ({ command }) => examples(texts, 'program') + exitCodes(texts, command, width));
  for (const id of GLOBAL_OPTIONS) program.addOption(optionOf(id, texts));
  const named = commandIn(argv, COMMANDS);
  for (const command of COMMANDS) {
    const added = addCommand(program, command, texts, ask);
    // Only a command that is named is run or explained; of the others the list of commands shows what they take.
    if (command === named) for (const id of command.options) added.addOption(optionOf(id, texts, command));
  }
  return program;
}

function addCommand(program: Commander, command: Command, texts: CliMessages, ask: (asked: Asked) => void): Commander {
  const added = program
    .command(command.id)
    .description(texts.commands[command.id])
    .helpOption(OPTIONS.help.flags, texts.options.help)
    .allowExcessArguments()
    .addHelpText('after', () => examples(texts, command.id));
  const names = command.arguments.map(({ id, arity }) => {
    const { name, about } = texts.arguments[id];
    const written = writtenArgument(name, arity);
    added.argument(written, about);
    return written;
  });
  added.usage([texts.usage.options, ...names].join(' '));
  return added.action(() => ask(invocation(command, added.args, added.optsWithGlobals(), texts)));
}

/** An argument as commander and help write it. */
function writtenArgument(name: string, arity: CommandArgument['arity']): string {
  switch (arity) {
    case 'one':
      return `<${name}>`;
    case 'optional':
      return `[${name}]`;
    case 'several':
      return `<${name}...>`;
    case 'any':
      return `[${name}...]`;
    default:
      return arity satisfies never;
  }
}

function invocation(command: Command, words: readonly string[], raw: RawOptions, texts: CliMessages): Asked {
  const takesAll = command.arguments.some(({ arity }) => arity === 'several' || arity === 'any');
  const excess = takesAll ? undefined : words[command.arguments.length];
  if (excess !== undefined) {
    return {
      kind: 'fault',
      issue: issue('usage/too-many-arguments', {}, { received: excess }),
      help: helpFor(texts, command),
    };
  }
  const wordsOf = (id: string): readonly string[] => {
    const place = command.arguments.findIndex((argument) => argument.id === id);
    if (place === -1) return [];
    return takesAll && place === command.arguments.length - 1 ? words.slice(place) : words.slice(place, place + 1);
  };
  const given = {
    files: wordsOf('files'),
    unit: wordsOf('unit'),
    set: wordsOf('set'),
    schema: wordsOf('schema'),
    tested: wordsOf('tested'),
    linted: wordsOf('linted'),
    result: wordsOf('result'),
    inputs: wordsOf('inputs'),
    base: wordsOf('base'),
    revision: wordsOf('revision'),
    shell: wordsOf('shell'),
  };
  return { kind: 'run', command, arguments: given, raw };
}

/** So many forms are spelt out where the value stands; more of them would make the column too wide. */
const MOST_SPELT_OUT = 4;

function aboutOption(id: OptionId, texts: CliMessages, command?: Command): string {
  if (id === 'fail-on' && command?.failOn !== undefined) return texts.failOn[command.failOn];
  if (id === 'criteria' && command?.id === 'verify') return texts.criteriaOfResult;
  const formats = command?.formats ?? [];
  return id === 'format' && formats.length > MOST_SPELT_OUT
    ? `${texts.options.format}: ${formats.join(', ')}`
    : texts.options[id];
}

function optionOf(id: OptionId, texts: CliMessages, command?: Command): Option {
  const { flags, second } = traitsOf(id);
  const value = valueOf(id, texts, command);
  const about = aboutOption(id, texts, command);
  const option = new Option(value === null ? flags : `${flags} <${value}>`, about);
  if (value === null || second === 'overrules' || id === 'data') return option;
  // Every value is kept: a second one of an option that takes one is told, not dropped.
  return option.argParser((word, before: string | readonly string[] | undefined) => {
    if (before === undefined) return second === 'kept' ? [word] : word;
    return [before, word].flat();
  });
}

/** What stands for the value of an option in help, or the closed list of them; `null` where it has none. */
function valueOf(id: OptionId, texts: CliMessages, command?: Command): string | null {
  const { takes, words = [] } = traitsOf(id);
  const named: Readonly<Partial<Record<OptionId, string>>> = texts.values;
  const formats = command?.formats ?? [];
  if (takes === 'nothing') return null;
  if (id === 'format' && formats.length <= MOST_SPELT_OUT) return formats.join('|');
  return named[id] ?? words.join('|');
}

/** What commander stopped at. Its messages are English; only the words of the user are taken from them. */
function refused(error: CommanderError, argv: readonly string[], shown: string, texts: CliMessages): Asked {
  const command = commandIn(argv, COMMANDS);
  const quoted = /'(.*?)'(?:\.|\n|$| argument)/.exec(error.message)?.[1] ?? '';
  const fault = (found: Issue): Asked => ({ kind: 'fault', issue: found, help: helpFor(texts, command) });
  switch (error.code) {
    case 'commander.version':
      return { kind: 'show', text: shown, wanted: true };
    case 'commander.helpDisplayed': {
      const [asked] = plainWords(argv);
      if (asked !== undefined && asked !== HELP && !COMMANDS.some(({ id }) => id === asked))
        return fault(unknownCommand(asked));
      return { kind: 'show', text: shown, wanted: true };
    }
    case 'commander.help':
      return helpOf(argv, shown, error.exitCode === 0, texts);
    case 'commander.unknownCommand':
      return fault(unknownCommand(quoted));
    case 'commander.unknownOption':
      return fault(unknownOption(quoted, command));
    case 'commander.missingArgument':
      return fault(issue('usage/missing-argument', { argument: quoted }));
    case 'commander.optionMissingArgument':
      return fault(issue('usage/missing-value', { option: quoted.split(' <')[0] ?? quoted }));
    default:
      throw error;
  }
}

/** The help itself, or why there is none: `xasach help scroe`. */
function helpOf(argv: readonly string[], shown: string, wanted: boolean, texts: CliMessages): Asked {
  const [first, topic] = plainWords(argv);
  if (topic === HELP) return { kind: 'show', text: shown, wanted: true };
  if (wanted || first !== HELP || topic === undefined) return { kind: 'show', text: shown, wanted };
  return { kind: 'fault', issue: unknownCommand(topic), help: helpFor(texts) };
}

function unknownCommand(word: string): Issue {
  const known = COMMANDS.map(({ id }) => id);
  return issue('usage/unknown-command', { nearest: nearestNames(word, known), known }, { received: word });
}

/** An option that the command does not take: there may be other commands that do. */
function unknownOption(word: string, command: Command | null): Issue {
  const [flag = ''] = word.split('=');
  const flagsTaken = (taker: Command | null): readonly string[] => optionsOf(taker).flatMap(flagsOf);
  const commands = COMMANDS.filter((other) => flagsTaken(other).includes(flag)).map(({ id }) => id);
  const nearest = commands.length > 0 ? [] : nearestNames(word, flagsTaken(command));
  return issue('usage/unknown-option', { nearest, commands }, { received: word });
}

function helpFor(texts: CliMessages, command: Command | null = null): string {
  return texts.seeHelp(command === null ? 'xasach --help' : `xasach ${command.id} --help`);
}

/** A command and its arguments, as the list of commands shows it. */
function termOf(command: Commander): string {
  const names = command.registeredArguments.map((argument) => humanReadable(argument));
  return [command.name(), ...names].join(' ');
}

function humanReadable(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** The headings of commander's help in the language of the reader. */
function titleIn(texts: CliMessages, title: string): string {
  switch (title) {
    case 'Usage:':
      return texts.titles.usage;
    case 'Arguments:':
      return texts.titles.arguments;
    case 'Options:':
      return texts.titles.options;
    case 'Global Options:':
      return texts.titles.globalOptions;
    case 'Commands:':
      return texts.titles.commands;
    default:
      return title;
  }
}

function examples(texts: CliMessages, of: keyof CliMessages['examples']): string {
  const lines = texts.examples[of].map(({ line, about }) => `  # ${about}\n  ${line}`);
  return `\n${texts.titles.examples}\n${lines.join('\n')}`;
}

/** Each exit code with what it means, as wide as the rest of the help. */
function exitCodes(texts: CliMessages, command: Commander, width: number): string {
  const lines = texts.exitCodes.map(({ code, about }) => {
    const indent = ' '.repeat(CODE_WIDTH);
    return (
      `  ${code}`.padEnd(CODE_WIDTH) +
      command
        .createHelp()
        .boxWrap(about, width - CODE_WIDTH)
        .replaceAll('\n', `\n${indent}`)
    );
  });
  return `\n\n${texts.titles.exitCodes}\n${lines.join('\n')}`;
}

/** Two columns before an exit code, and four for it. */
const CODE_WIDTH = 6;
