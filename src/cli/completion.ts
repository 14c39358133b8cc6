import type { Lang } from '../messages/index.ts';
import { type Candidate, complete, type Known } from './complete.ts';
import { failed } from './assessment.ts';
import type { Command } from './commands.ts';
import { languageOf } from './language.ts';
import { SHELLS, unknownArgument } from './options.ts';
import type { Outcome, Request } from './request.ts';

/** The word that the scripts call xasach with. */
export const COMPLETE = 'complete';

/** `xasach completion`: the script that makes a shell complete command lines of xasach. */
export async function completion({ arguments: { shell }, style }: Request): Promise<Outcome> {
  const [asked = ''] = shell;
  const known = SHELLS.find((own) => own === asked);
  if (known === undefined) return failed([unknownArgument('shell', asked, SHELLS, style.lang)]);
  const output = known === 'bash' ? BASH : await libraryScript(known);
  return { output, issues: [], objected: false, read: [] };
}

/**
 * Our own: that of the library wants a package that not every system has, runs what was typed as code, and never completes
 * names of files. Words are taken from the line, as bash parts them at `@`, `=` and `:` as well.
 */
const BASH = `# bash completion for xasach: source <(xasach completion bash)
_xasach() {
  local line="\${COMP_LINE:0:COMP_POINT}" cur="\${COMP_WORDS[COMP_CWORD]}" typed word rest found
  local -a words=()
  read -ra words <<<"$line"
  if [[ "$line" == *[[:space:]] ]]; then words+=(''); fi
  typed="\${words[\${#words[@]}-1]}"
  case "$cur" in '@'|'='|':') cur='' ;; esac
  COMPREPLY=()
  while IFS=$'\\t' read -r word rest; do
    case "$word" in
      :*) ;;
      *) found="\${word#"\${typed%"$cur"}"}"; COMPREPLY+=("$found") ;;
    esac
  done < <(xasach ${COMPLETE} -- "\${words[@]:1}" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 1 && "\${COMPREPLY[0]}" == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o default -F _xasach xasach
`;

/** The library prints its scripts; what it prints is caught. */
async function libraryScript(shell: 'zsh' | 'fish' | 'powershell'): Promise<string> {
  const { script } = await import('@bomb.sh/tab');
  const { log } = console;
  const printed: string[] = [];
  console.log = (text: string): void => void printed.push(text);
  try {
    script(shell, 'xasach', 'xasach');
  } finally {
    console.log = log;
  }
  return `${printed.join('\n')}\n`;
}

/** No names of files where words were asked for; cobra's number for it, as the scripts read it. */
const NO_FILES = 4;

/**
 * Answers a shell: a candidate a line with its description, and last whether names of files are wanted too.
 *
 * @param argv The words after the name of the program: `complete -- score -f`.
 */
export async function answerShell(
  argv: readonly string[],
  variable: string | undefined,
  commands: readonly Command[],
): Promise<string> {
  const words = argv.slice(argv.indexOf('--') + 1).map((word) => (word === "''" ? '' : word));
  const { lang } = languageOf(words, variable);
  const { candidates, files } = await complete(words, { ...(await lookUp(lang)), commands }, lang);
  const lines = candidates.map(({ word, about }) => `${word}\t${about}`);
  return `${[...lines, `:${files ? 0 : NO_FILES}`].join('\n')}\n`;
}

/** What is at hand; whatever cannot be read completes nothing. */
async function lookUp(lang: Lang): Promise<Omit<Known, 'commands'>> {
  const { builtinCatalog, loadCriteria } = await import('../node.ts');
  const loaded = async (set: string | null) => {
    const found = await loadCriteria(set ?? undefined);
    return found.ok ? found.value.set : null;
  };
  return {
    sets: async () => {
      const catalog = await builtinCatalog();
      return catalog.ok ? catalog.value.map(({ id, title }): Candidate => ({ word: id, about: title[lang] })) : [];
    },
    readings: async (named) => {
      const set = await loaded(named);
      return [...(set?.readings.values() ?? [])].flatMap(({ id, options }) =>
        [...options.values()].map((option): Candidate => ({ word: `${id}=${option.id}`, about: option.label[lang] })),
      );
    },
    classes: async (named) => {
      const set = await loaded(named);
      return [...(set?.classes.values() ?? [])].map(({ id, label }): Candidate => ({ word: id, about: label[lang] }));
    },
  };
}
