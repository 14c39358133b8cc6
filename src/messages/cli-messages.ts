/** The commands of `xasach`. */
export type CommandId =
  | 'score'
  | 'explain'
  | 'rank'
  | 'check'
  | 'template'
  | 'criteria'
  | 'schema'
  | 'test'
  | 'lint'
  | 'verify'
  | 'diff'
  | 'completion';

/** The options of the commands by their long names. */
export type OptionId =
  | 'criteria'
  | 'period'
  | 'reading'
  | 'overlay'
  | 'encoding'
  | 'numbers'
  | 'sheet'
  | 'map'
  | 'units'
  | 'lineage'
  | 'province'
  | 'where'
  | 'set'
  | 'against'
  | 'across-criteria'
  | 'readings'
  | 'format'
  | 'output'
  | 'fail-on'
  | 'excel'
  | 'by'
  | 'only'
  | 'top'
  | 'robustness'
  | 'near'
  | 'ways'
  | 'data'
  | 'prove'
  | 'across-families'
  | 'ignore'
  | 'on'
  | 'lang'
  | 'color'
  | 'quiet'
  | 'help'
  | 'version';

export type ArgumentId =
  | 'files'
  | 'unit'
  | 'set'
  | 'schema'
  | 'tested'
  | 'linted'
  | 'result'
  | 'inputs'
  | 'base'
  | 'revision'
  | 'shell';

/** A command as it is typed, and what it does. */
export interface CommandExample {
  readonly line: string;
  readonly about: string;
}

/** The texts of the command line in one language. */
export interface CliMessages {
  /** What xasach does, in one sentence. */
  readonly about: string;
  readonly titles: Readonly<
    Record<'usage' | 'arguments' | 'options' | 'globalOptions' | 'commands' | 'examples' | 'exitCodes', string>
  >;
  /** What stands for a command, what follows the name of the program, and what stands for the options of a command. */
  readonly usage: { readonly command: string; readonly program: string; readonly options: string };
  readonly commands: Readonly<Record<CommandId | 'help', string>>;
  readonly arguments: Readonly<Record<ArgumentId, { readonly name: string; readonly about: string }>>;
  /** What stands for the value of an option; closed lists are spelt out instead. */
  readonly values: Readonly<
    Record<
      | 'criteria'
      | 'period'
      | 'reading'
      | 'overlay'
      | 'encoding'
      | 'sheet'
      | 'map'
      | 'units'
      | 'lineage'
      | 'province'
      | 'format'
      | 'by'
      | 'only'
      | 'top'
      | 'where'
      | 'set'
      | 'against'
      | 'output'
      | 'fail-on'
      | 'data'
      | 'ignore'
      | 'on',
      string
    >
  >;
  readonly options: Readonly<Record<OptionId, string>>;
  /** What `--fail-on` names where that is not a result. */
  readonly failOn: Readonly<Record<'changes' | 'warnings', string>>;
  /** What `--criteria` says where a result names them. */
  readonly criteriaOfResult: string;
  readonly examples: Readonly<Record<CommandId | 'program', readonly CommandExample[]>>;
  readonly exitCodes: readonly { readonly code: string; readonly about: string }[];
  /** What `check` says of sound data. */
  readonly nothingFound: string;
  /** What `lint` says of sound criteria. */
  readonly soundCriteria: string;
  /** Points to the help that fits a mistake. */
  readonly seeHelp: (command: string) => string;
  /** One line about a fault of xasach itself. */
  /** How far a long job is, in percent. */
  readonly progress: (task: 'read' | 'write', percent: number) => string;
  /** The problems of data are in a file; `counts` is `null` where there are none. */
  readonly written: (file: string, counts: string | null) => string;
  readonly bug: (message: string, version: string) => string;
}
