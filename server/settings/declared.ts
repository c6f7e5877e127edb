// Declares every setting once, with its description, scope and type. The settings of the editor, the parser of
// `dossier.config.json` and both schemas are derived from these declarations.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { latestVersion, versionsOf } from '../hosts/model/version';
import { docsOf } from '../rules/docs-registry';
import { rules } from '../rules/registry';
import type { Severity } from '../rules/rule';
import { memoize } from '../text/memoize';
import {
  flag,
  type Kind,
  oneWord,
  texts,
  textTable,
  version,
  wordOrTexts,
  wordsByName,
} from './kinds';
import type { ModelTable } from './model-table';

export interface Settings {
  /** IDs of the programs that the user works with, most important first. */
  readonly programs: readonly string[];
  /** Hosts that are always checked as strictly as the owners of a file, regardless of its folder. */
  readonly hosts: readonly string[];
  /** The generation of a host that is in use, such as `2`, by host ID. */
  readonly versions: Readonly<Record<string, string>>;
  /** The guest hosts whose findings are shown: none, all, or a list. */
  readonly guests: 'none' | 'all' | readonly string[];
  /** Whether VS Code's built-in support is taken into account: detected automatically, always, or never. */
  readonly vscodeBuiltin: 'auto' | 'on' | 'off';
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly allowedFields: readonly string[];
  readonly allowedTools: readonly string[];
  readonly inlayHints: boolean;
  /** Whether the number of references is shown above each agent. */
  readonly referencesLens: boolean;
  /** Whether keys without a modifier zoom and search in the graph. Read by the client. */
  readonly graphSingleKeys: boolean;
  /** The models of converted agents, by model and host ID. */
  readonly convertModels: ModelTable;
  /** Which findings are shown for files that are not open. */
  readonly closedFiles: 'none' | 'problems' | 'all';
  /** Whether the agents in the user's home folder are included. */
  readonly userAgents: boolean;
}

export interface Declared<T> {
  /**
   * The name of the setting, with the prefix `dossier.` in the editor and unchanged in a file. A dot separates a group
   * from its setting.
   */
  readonly name: string;
  readonly what: string;
  readonly kind: Kind<T>;
  /** The default value. */
  readonly otherwise: T;
  /** Where the setting can be set. With `everywhere`, a configuration file overrides the editor. */
  readonly appliesIn: 'everywhere' | 'editor' | 'file';
  /** Whether the setting applies to the whole window rather than to a folder. */
  readonly window?: true;
  /** Whether the editor shows it only to those who ask for advanced settings, or have set it. */
  readonly isAdvanced?: true;
}

const severityOrOff = oneWord<Severity | 'off'>(['off', 'hint', 'information', 'warning', 'error']);

export type DeclaredSettings = { readonly [K in keyof Settings]: Declared<Settings[K]> };

/**
 * The settings for a set of hosts, by the names that the code uses, in the order in which the editor lists them. Frequently changed
 * settings come first, advanced ones last.
 */
export const declaredFor = memoize(({ hosts, mainHosts }: HostCatalog): DeclaredSettings => {
  const hostIds = hosts.map(({ id }) => id);
  const versioned = new Map(
    hosts.flatMap((host): [string, string][] => {
      const { id, name, profileOf, generation, olderVersions } = host;
      if (profileOf !== undefined || (!generation && !olderVersions)) return [];
      const known = [
        ...hosts.flatMap((one) =>
          one === host || one.profileOf === id ? (one.generation ?? []) : [],
        ),
        ...(olderVersions ? versionsOf(host) : []),
      ];
      return [[id, `${name}: ${known.join(', ')}.`]];
    }),
  );
  const generations = [
    latestVersion,
    ...new Set(hosts.flatMap(({ generation }) => generation ?? [])),
    ...hosts.flatMap((host) => (host.olderVersions ? versionsOf(host) : [])),
  ];

  return {
    programs: {
      name: 'programs',
      what: 'The programs that you use, most important first. For example `["claude-code", "vscode"]`. They come first wherever programs are listed, their findings are reported in every file that they read, and findings of other programs in these files are at most information, except those of the program that the folder belongs to. To change the list, run *Dossier: Choose My Programs...*. If empty, the program that the folder belongs to comes first.',
      kind: texts(mainHosts.map(({ id }) => id)),
      otherwise: [],
      appliesIn: 'editor',
    },
    versions: {
      name: 'versions',
      what: 'Version of a program, by program ID, where agent files differ between versions. For example `{ "opencode": "2", "claude-code": "2.1.306" }`. Without an entry, the version is detected from the configuration and packages of the project: the `package.json` that names the program, its lock file, or the installed package. Otherwise the newest tested version is used, and `1` for OpenCode. `latest` is the newest tested version, and for any other version the nearest tested one is used.',
      kind: wordsByName(
        'host',
        [...versioned.keys()],
        (id) => versioned.get(id) ?? '',
        version(generations),
      ),
      otherwise: {},
      appliesIn: 'everywhere',
    },
    closedFiles: {
      name: 'closedFiles',
      what: 'Which findings in closed agent files to list in the Problems view. To check a whole folder, run `dossier check`.',
      kind: oneWord(['none', 'problems', 'all'], {
        none: 'Report no findings in closed files.',
        problems: 'Report errors and warnings.',
        all: 'Report all findings.',
      }),
      otherwise: 'none',
      appliesIn: 'editor',
      window: true,
    },
    userAgents: {
      name: 'userAgents',
      what: 'Include the agents in your home folder, such as those in `~/.claude/agents`, which programs use in every project. They are listed and completed but never changed, and findings in them are reported only while they are open.',
      kind: flag,
      otherwise: true,
      appliesIn: 'editor',
      window: true,
    },
    inlayHints: {
      name: 'inlayHints.enabled',
      what: 'Show in the frontmatter what a value resolves to, such as the model of an alias or the number of granted tools.',
      kind: flag,
      otherwise: true,
      appliesIn: 'editor',
    },
    referencesLens: {
      name: 'referencesLens.enabled',
      what: 'Show above an agent how many references other agents have to it. Select the lens to list them.',
      kind: flag,
      otherwise: true,
      appliesIn: 'editor',
    },
    graphSingleKeys: {
      name: 'graph.singleKeyShortcuts',
      what: 'In the delegation graph, `+`, `-` and `0` zoom and `/` searches. Turn this off if speech input or another tool presses keys by accident.',
      kind: flag,
      otherwise: true,
      appliesIn: 'editor',
      window: true,
    },
    rules: {
      name: 'rules',
      what: 'Severity of findings, by rule name: `off`, `hint`, `information`, `warning` or `error`. For example `{ "unknown-field": "off" }`. The rule name is shown after each finding.',
      kind: wordsByName(
        'rule',
        rules.map(({ name }) => name),
        (rule) => docsOf(rule).what,
        severityOrOff,
      ),
      otherwise: {},
      appliesIn: 'everywhere',
    },
    allowedFields: {
      name: 'allowedFields',
      what: 'Custom frontmatter fields, such as `owner` or `version`. They are not reported as unknown.',
      kind: texts(),
      otherwise: [],
      appliesIn: 'everywhere',
    },
    allowedTools: {
      name: 'allowedTools',
      what: 'Tools that a server or an extension provides, such as `mcp__tickets__*`. They are not reported as unknown.',
      kind: texts(),
      otherwise: [],
      appliesIn: 'everywhere',
    },
    convertModels: {
      name: 'convert.models',
      what: 'Models to write when an agent is converted to another program, by the model in its file and the ID of the other program. For example `{ "sonnet": { "opencode": "anthropic/claude-sonnet-5-5" } }`. A model without an entry is converted only if the other program has the same model.',
      kind: textTable('host', hostIds),
      otherwise: {},
      appliesIn: 'everywhere',
    },
    vscodeBuiltin: {
      name: 'vscodeBuiltin',
      what: "Whether to hide findings that VS Code's built-in checks of agent files already report.",
      kind: oneWord(['auto', 'on', 'off'], {
        auto: 'Hide findings that VS Code reports.',
        on: 'Assume that VS Code checks agent files, and hide the findings that it reports.',
        off: 'Show all findings, including those that VS Code reports.',
      }),
      otherwise: 'auto',
      appliesIn: 'editor',
      window: true,
    },
    hosts: {
      name: 'hosts',
      what: 'Advanced: programs to check every agent file for, regardless of its folder. For example `["claude-code"]`. If empty, a file is checked only for the programs that read its folder. Usually `dossier.programs` is enough.',
      kind: texts(hostIds),
      otherwise: [],
      isAdvanced: true,
      appliesIn: 'everywhere',
    },
    guests: {
      name: 'guests',
      what: 'Advanced: whose findings to report in a folder that belongs to another program, besides the programs in `dossier.programs`. `none` reports those of the program that the folder belongs to, `all` those of every program that reads the folder, and a list such as `["vscode"]` also those of the listed programs. The persona preview always shows every program. Usually `dossier.programs` is enough.',
      kind: wordOrTexts(oneWord(['none', 'all']), texts(hostIds)),
      otherwise: 'none',
      isAdvanced: true,
      appliesIn: 'everywhere',
    },
  };
});

/**
 * Selects the files to which the settings of a folder apply. Only available in a file, because the globs are relative
 * to its folder.
 */
export const declaredFiles = {
  include: {
    name: 'include',
    what: 'Additional agent files in folders that no program reads, as globs relative to this file: `prompts/**/*.md`. Their fields determine the program.',
    kind: texts(),
    otherwise: [],
    appliesIn: 'file',
  },
  exclude: {
    name: 'exclude',
    what: 'Files without findings, as globs relative to this file: `fixtures/**`. A file that is named on the command line is checked anyway.',
    kind: texts(),
    otherwise: [],
    appliesIn: 'file',
  },
} as const satisfies Readonly<Record<string, Declared<readonly string[]>>>;

/** Settings that only the client uses. */
export const declaredForClient: Readonly<Record<string, Declared<string>>> = {
  trace: {
    name: 'trace.server',
    what: 'How much of the communication between the editor and the server to log to the *Dossier* output channel. It is logged only while the log level of that channel is *Trace*.',
    kind: oneWord(['off', 'messages', 'verbose']),
    otherwise: 'off',
    appliesIn: 'editor',
    window: true,
  },
};
