// Every setting, declared once: what it means, where it may stand, how it is read. The settings of the editor, the file
// `dossier.config.json` and the schema of both follow from here.
import { hosts } from '../hosts/registry';
import { docsOf } from '../rules/docs-registry';
import { rules } from '../rules/registry';
import type { Severity } from '../rules/rule';
import { flag, type Kind, oneWord, texts, wordOrTexts, wordsByName } from './kinds';

export interface Settings {
  /** Hosts that are always judged, and as strictly as owners, whatever folder a file lies in. */
  readonly hosts: readonly string[];
  /** Which generation of a host is in use, by the host's id: `2`. */
  readonly versions: Readonly<Record<string, string>>;
  /** Guests whose findings are shown: none, all, or these. */
  readonly guests: 'none' | 'all' | readonly string[];
  /** Whether VS Code's own support is taken into account: found out, always, never. */
  readonly vscodeBuiltin: 'auto' | 'on' | 'off';
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly allowedFields: readonly string[];
  readonly allowedTools: readonly string[];
  readonly inlayHints: boolean;
  /** Whether it stands above an agent how often others name it. */
  readonly referencesLens: boolean;
  /** Which findings of files that are not open are shown. */
  readonly closedFiles: 'none' | 'problems' | 'all';
  /** Whether the agents of the user's home are known too. */
  readonly userAgents: boolean;
}

export interface Declared<T> {
  /** In the editor behind `dossier.`, in a file as it stands; a dot for a group. */
  readonly name: string;
  readonly what: string;
  readonly kind: Kind<T>;
  /** What holds where nothing is set. */
  readonly otherwise: T;
  /** `everywhere`: a file wins over the editor. */
  readonly stands: 'everywhere' | 'editor' | 'file';
  /** The whole window's, not a folder's. */
  readonly window?: true;
}

const hostIds = hosts.map(({ id }) => id);
const versioned = new Map(
  hosts.flatMap(({ id, name, profileOf, generation }): [string, string][] =>
    generation !== undefined && profileOf === undefined ? [[id, name]] : [],
  ),
);
const generations = [...new Set(hosts.flatMap(({ generation }) => generation ?? []))];
const severityOrOff = oneWord<Severity | 'off'>(['off', 'hint', 'information', 'warning', 'error']);

/** By their names in our own code; in the order in which the editor lists them, those first that change most. */
export const declared: { readonly [K in keyof Settings]: Declared<Settings[K]> } = {
  hosts: {
    name: 'hosts',
    what: 'Programs that every agent file is judged for, wherever it lies: for example `claude-code`, `vscode`, `copilot-cli`, `opencode`. Leave it empty to judge a file only for the programs that read its folder.',
    kind: texts(hostIds),
    otherwise: [],
    stands: 'everywhere',
  },
  versions: {
    name: 'versions',
    what: 'Which major version of a program you use, by its name, where agent files mean something else in another: `{ "opencode": "2" }`. Without an entry, the configuration and the packages of the project decide; where they do not say, it is the version in common use, `1` of OpenCode.',
    kind: wordsByName(
      'host',
      [...versioned.keys()],
      (id) => versioned.get(id) ?? '',
      oneWord(generations),
    ),
    otherwise: {},
    stands: 'everywhere',
  },
  guests: {
    name: 'guests',
    what: 'A folder belongs to one program, and others may read it too: these are its guests. `none` shows only the owner\'s findings, `all` the guests\' too, a list such as `["vscode"]` those of the guests in it. The persona preview shows every guest either way.',
    kind: wordOrTexts(oneWord(['none', 'all']), texts(hostIds)),
    otherwise: 'none',
    stands: 'everywhere',
  },
  closedFiles: {
    name: 'closedFiles',
    what: 'Which findings of agent files that are not open are listed in the Problems view. `dossier check` reports on a whole folder.',
    kind: oneWord(['none', 'problems', 'all'], {
      none: 'None: only open files are reported on.',
      problems: 'Errors and warnings.',
      all: 'Every finding.',
    }),
    otherwise: 'none',
    stands: 'editor',
    window: true,
  },
  userAgents: {
    name: 'userAgents',
    what: 'Know the agents of your home folder too, such as those in `~/.claude/agents`: programs use them in every project. They are read only: listed, offered by name and found, never changed, and nothing is reported in them while they are closed.',
    kind: flag,
    otherwise: true,
    stands: 'editor',
    window: true,
  },
  inlayHints: {
    name: 'inlayHints.enabled',
    what: 'Show in the frontmatter what a value comes to: the model an alias stands for, how many tools are granted.',
    kind: flag,
    otherwise: true,
    stands: 'editor',
  },
  referencesLens: {
    name: 'referencesLens.enabled',
    what: 'Show above an agent how many places in other agents name it. A click lists them.',
    kind: flag,
    otherwise: true,
    stands: 'editor',
  },
  rules: {
    name: 'rules',
    what: 'How serious a finding is, by the name of its rule: `off`, `hint`, `information`, `warning` or `error`. For example `{ "unknown-field": "off" }`. The name of a rule stands behind every finding.',
    kind: wordsByName(
      'rule',
      rules.map(({ name }) => name),
      (rule) => docsOf(rule).what,
      severityOrOff,
    ),
    otherwise: {},
    stands: 'everywhere',
  },
  allowedFields: {
    name: 'allowedFields',
    what: 'Frontmatter fields of your own that no program knows and that are there on purpose, such as `owner` or `version`. They are not reported.',
    kind: texts(),
    otherwise: [],
    stands: 'everywhere',
  },
  allowedTools: {
    name: 'allowedTools',
    what: 'Tools that cannot be known here because a server or an extension brings them, such as `mcp__tickets__*`. They are not reported as unknown.',
    kind: texts(),
    otherwise: [],
    stands: 'everywhere',
  },
  vscodeBuiltin: {
    name: 'vscodeBuiltin',
    what: 'VS Code checks some agent files by itself. This setting says whether Dossier leaves out what VS Code already shows.',
    kind: oneWord(['auto', 'on', 'off'], {
      auto: 'Say only what VS Code does not say by itself.',
      on: 'Take it that VS Code checks agent files, and leave out what it says.',
      off: 'Say everything, even where VS Code says it too.',
    }),
    otherwise: 'auto',
    stands: 'editor',
    window: true,
  },
};

/** Which files a folder's settings speak of; only in a file, beside which the globs begin. */
export const declaredFiles = {
  include: {
    name: 'include',
    what: 'Files that are agents although no program looks where they lie, as globs beside this file: `prompts/**/*.md`. They are judged as their fields suggest.',
    kind: texts(),
    otherwise: [],
    stands: 'file',
  },
  exclude: {
    name: 'exclude',
    what: 'Files without findings, as globs beside this file: `fixtures/**`. A file that is named on the command line is judged all the same.',
    kind: texts(),
    otherwise: [],
    stands: 'file',
  },
} as const satisfies Readonly<Record<string, Declared<readonly string[]>>>;

/** Settings of the client alone. */
export const declaredForClient: Readonly<Record<string, Declared<string>>> = {
  trace: {
    name: 'trace.server',
    what: 'How much of the talk between editor and server is written to the output *Dossier*. It is written only while the log level of that output is *Trace*.',
    kind: oneWord(['off', 'messages', 'verbose']),
    otherwise: 'off',
    stands: 'editor',
    window: true,
  },
};
