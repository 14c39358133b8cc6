import { type Issue, issue, messagesIn } from '../messages/index.ts';
import { VERSION } from '../version.ts';
import { COMMANDS } from './commands.ts';
import { type Asked, readCommandLine } from './command-line.ts';
import type { Outcome, Request } from './request.ts';
import { EXIT, exitCodeOf } from './exit-code.ts';
import { languageOf } from './language.ts';
import { chooseFormat, type Options, readOptions } from './options.ts';
import { usesColor, widthOf, write } from './streams.ts';

const { argv, env, stdout } = process;

const language = languageOf(argv.slice(2), env['XASACH_LANG']);
void main();

async function main(): Promise<void> {
  try {
    process.exitCode =
      argv[2] === 'complete'
        ? await completeLine()
        : await answer(readCommandLine(argv.slice(2), language.lang, widthOf(stdout)));
  } catch (error) {
    process.exitCode = EXIT.bug;
    await reportBug(error);
  }
}

/** Answers the scripts of `xasach completion`. */
async function completeLine(): Promise<number> {
  const { answerShell } = await import('./completion.ts');
  await write(stdout, await answerShell(argv.slice(2), env['XASACH_LANG'], COMMANDS));
  return EXIT.done;
}

async function answer(asked: Asked): Promise<number> {
  switch (asked.kind) {
    case 'show':
      await write(asked.wanted ? stdout : process.stderr, asked.text);
      return asked.wanted ? EXIT.done : EXIT.usage;
    case 'fault':
      return refuse([asked.issue], asked.help);
    case 'run': {
      const options = readOptions(asked.raw, asked.command.failOn, asked.command.formats);
      if (!options.ok || language.issues.length > 0) return refuse([...language.issues, ...options.issues]);
      const format = chooseFormat(options.value, asked.command.formats);
      if (!format.ok) return refuse(format.issues);
      if (format.value === 'xlsx' && options.value.output === null && stdout.isTTY) {
        return refuse([issue('usage/xlsx-needs-file', {})]);
      }
      return run(asked, options.value, format.value);
    }
    default:
      return asked satisfies never;
  }
}

async function run(
  asked: Extract<Asked, { kind: 'run' }>,
  options: Options,
  format: Request['format'],
): Promise<number> {
  const [{ paintFor }, command] = await Promise.all([import('./paint.ts'), asked.command.load()]);
  const toTerminal = options.output === null;
  const style = {
    lang: language.lang,
    width: toTerminal ? widthOf(stdout) : Number.POSITIVE_INFINITY,
    paint: paintFor(toTerminal && usesColor(options.color, stdout, env)),
    isQuiet: options.quiet,
  };
  const outcome = await command({ arguments: asked.arguments, options, format, style });
  const fault = await deliver(outcome, options.output);
  const issues = fault === null ? outcome.issues : [fault];
  await report(options.quiet ? issues.filter(({ severity }) => severity === 'error') : issues, options.color);
  if (outcome.output === null || fault !== null) return exitCodeOf(issues);
  if (outcome.written !== undefined && !options.quiet) await write(process.stderr, `${outcome.written}\n`);
  return outcome.objected ? EXIT.objected : EXIT.done;
}

/** Puts a result where it belongs; the issue says why that was not possible. */
async function deliver(outcome: Outcome, path: string | null): Promise<Issue | null> {
  const { output } = outcome;
  if (output === null) return null;
  const { deliverTo } = await import('./deliver.ts');
  return deliverTo(path ?? stdout, output, outcome);
}

async function refuse(issues: readonly Issue[], help: string | null = null): Promise<number> {
  await report(issues, 'auto');
  if (help !== null) await write(process.stderr, `${help}\n`);
  return EXIT.usage;
}

/** Tells what was found on standard error; most runs have nothing to tell, and then nothing is loaded for it. */
async function report(issues: readonly Issue[], color: Options['color']): Promise<void> {
  if (issues.length === 0) return;
  const { tell } = await import('./tell.ts');
  await tell(issues, { stream: process.stderr, lang: language.lang, color, env });
}

async function reportBug(error: unknown): Promise<void> {
  const [message = ''] = String(error instanceof Error ? error.message : error).split('\n');
  await write(process.stderr, `${messagesIn(language.lang).cli.bug(message, VERSION)}\n`);
  if ((env['XASACH_DEBUG'] ?? '') !== '' && error instanceof Error)
    await write(process.stderr, `${error.stack ?? ''}\n`);
}
