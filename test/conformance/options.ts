// The words behind `npm run conformance --`.
import { parseArgs } from 'node:util';
import type { AskedApart } from './question';

export interface Options {
  readonly hosts: readonly string[];
  readonly version: string | undefined;
  readonly corpus: string | undefined;
  readonly place: string | undefined;
  readonly mutate: number;
  readonly guarded: number;
  readonly seed: number;
  readonly live: boolean;
  readonly record: boolean;
  readonly undeclared: string | undefined;
  /** Makes the version that is asked the one of the declaration. */
  readonly adopt: boolean;
  readonly shrink: boolean;
  /** Asks which of several agents with one name is used, instead of the outcome of each file. */
  readonly precedence: boolean;
  /** Asks what the model reads of `dossier hook`, instead of anything about files. */
  readonly hooks: boolean;
  /** With `hooks`: those whose scripts are missing. */
  readonly scripts: boolean;
  /** With `hooks`: before which calls one runs, by its matcher. */
  readonly matchers: boolean;
  /** Runs the command lines that start a session, instead of anything about files. */
  readonly starts: boolean;
  /** Asks what is decided about calls of tools by rules and hooks, instead of anything about files. */
  readonly guards: boolean;
  /** Asks about skills, commands, settings, servers or plugins only. */
  readonly subject: AskedApart | null;
  readonly only: string;
  /** With plugins: each after the change that lets more programs load more of it. */
  readonly extended: boolean;
  /** Only cases that prove facts. */
  readonly linked: boolean;
  /** A file of questions to ask instead, and the group in which their answers are stored. */
  readonly questions: string | undefined;
  readonly group: string;
  /** Only fetches what a run would need. */
  readonly install: boolean;
}

export const usage = `npm run conformance -- [--host ID] [what] [how]

Without --live, the recorded cases are replayed. With it, the program is installed from npm into your cache and asked.

  --host ID        one host; default: all
  --live           ask the program itself
  --version V      another version of the program than the one our knowledge is of, or "latest": its changes are
                   reported in the words of the facts, with the lines that the declaration should have, and stored
                   with --record
  --corpus DIR     every .md file below DIR, in place of the recorded cases
  --place PATH     puts these texts there: plug/agents/{name}.md
  --mutate N       N changed texts, made of the corpus and the cases
  --guarded N      N real agents, each in a project with made settings that take tools away
  --seed S         other changes with another S (default 1)
  --shrink         the smallest text that still shows a disagreement
  --skills         skills only: recorded cases, SKILL.md files or changed texts of skills
  --commands       commands only: recorded cases, files below a folder of commands or changed texts of commands
  --settings       settings only: recorded cases, settings.json files or changed texts of settings
  --servers        MCP servers only: recorded cases, .mcp.json files or changed texts of such files
  --plugins        plugins only: recorded cases, the folders directly below DIR, or changed folders
  --extended       with --plugins: each after the change of "dossier explain FOLDER --fix"
  --precedence     of several agents with one name, which is the one
  --hooks          with --live: what models read of "dossier hook" and "dossier mcp" (docs/hooks.md)
  --scripts        with --hooks --live: whether a hook blocks a call if its script is missing or cannot be run
  --matchers       with --hooks --live: before which calls a hook runs, by its matcher
  --starts         with --live: whether the declared command lines start a session with an agent, a skill or a command
  --guards         what permission rules and matchers of hooks decide about calls
  --only TEXT      of these cases or changed texts those whose title holds it: "#12 of"
  --linked         only the cases that prove facts: enough to see what a version changes
  --questions FILE asks these questions, as scripts/evidence.mjs --propose writes them
  --group NAME     with --record: the group of cases in which their answers are stored
  --record         store what the program did as cases
  --adopt          with --version: ask all cases, and make this version the one of the declaration: its cases, records,
                   date, oracle and README. What is not asked again keeps its version. The files are a diff to review
  --undeclared WHY with --version and --record: list the differences of a version that the declarations do not have
`;

export function optionsOf(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      host: { type: 'string', multiple: true, default: [] },
      version: { type: 'string' },
      corpus: { type: 'string' },
      place: { type: 'string' },
      mutate: { type: 'string', default: '0' },
      guarded: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      live: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      undeclared: { type: 'string' },
      adopt: { type: 'boolean', default: false },
      shrink: { type: 'boolean', default: false },
      hooks: { type: 'boolean', default: false },
      scripts: { type: 'boolean', default: false },
      matchers: { type: 'boolean', default: false },
      starts: { type: 'boolean', default: false },
      guards: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      skills: { type: 'boolean', default: false },
      commands: { type: 'boolean', default: false },
      settings: { type: 'boolean', default: false },
      servers: { type: 'boolean', default: false },
      plugins: { type: 'boolean', default: false },
      extended: { type: 'boolean', default: false },
      precedence: { type: 'boolean', default: false },
      linked: { type: 'boolean', default: false },
      questions: { type: 'string' },
      group: { type: 'string', default: 'declared' },
      install: { type: 'boolean', default: false },
    },
  });
  return {
    hosts: values.host.flatMap((one) => one.split(',')),
    version: values.version,
    corpus: values.corpus,
    place: values.place,
    mutate: Number(values.mutate),
    guarded: Number(values.guarded),
    seed: Number(values.seed),
    extended: values.extended,
    linked: values.linked,
    questions: values.questions,
    group: values.group,
    live:
      values.live ||
      values.record ||
      values.mutate !== '0' ||
      values.guarded !== '0' ||
      values.corpus !== undefined,
    record: values.record,
    undeclared: values.undeclared,
    adopt: values.adopt,
    shrink: values.shrink,
    subject: values.skills
      ? 'skill'
      : values.commands
        ? 'command'
        : values.settings
          ? 'settings'
          : values.servers
            ? 'servers'
            : values.plugins
              ? 'plugin'
              : null,
    precedence: values.precedence,
    hooks: values.hooks,
    scripts: values.scripts,
    matchers: values.matchers,
    starts: values.starts,
    guards: values.guards,
    only: values.only,
    install: values.install,
  };
}
