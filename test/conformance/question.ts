// A text at a location, which is given to a program and to our judge.
import type { Context } from '../../server/hosts/model/context';
import type { Facts } from './facts';

export interface Question {
  /** Short, and unique in the run. */
  readonly id: string;
  /** From the root of a project; `~/` for the user's home. */
  readonly path: string;
  readonly text: string;
  /** What differs from the default context. */
  readonly context?: Partial<Context>;
  /** Other files of the project, such as settings, by path. */
  readonly around?: Readonly<Record<string, string>>;
  /** Only what is cheap to ask. */
  readonly brief?: boolean;
  /**
   * May be asked in one project with many others where the program reads one file each. It is asked alone where that gives no
   * answer, so most of these should load.
   */
  readonly isShared?: boolean;
}

/** The agent of a plugin is below a folder with the plugin's name, next to its manifest. */
export const pluginFolder = 'plug';

/** Whether it is about a skill or a command of a plugin. */
export const isInPlugin = ({ path }: Question): boolean =>
  /^plug\/(?:skills|commands)\//.test(path);

/** Whether it is about a skill, and not an agent. */
export const isSkill = ({ path }: Question): boolean => /(?:^|\/)skills?\//.test(path);

/** Whether it is about a command. */
export const isCommand = ({ path }: Question): boolean =>
  /(?:^|\/)(?:commands?|workflows?)\/|\.prompt\.md$/.test(path);

export type SkillSubject = 'skill' | 'command';

/** Null where it is about neither a skill nor a command. */
export const skillSubjectOf = (question: Question): SkillSubject | null =>
  isSkill(question) ? 'skill' : isCommand(question) ? 'command' : null;

/** Whether it is about a file of settings that guard something. */
export const isSettings = (question: Question): boolean =>
  isHooks(question) ||
  /(?:^|\/)\.\w+\/(?:copilot\/)?settings(?:\.local)?\.json$/.test(question.path);

/** Whether it is about plugins that settings enable, of marketplaces around them. */
export const asksForEnabled = ({ path, around = {} }: Question): boolean =>
  path.includes('.claude/settings') &&
  Object.values(around).some((text) => /"plugins"\s*:/.test(text));

/** Whether it is about settings of Copilot CLI's own. */
export const isCopilotSettings = ({ path }: Question): boolean => path.includes('.github/copilot/');

/** Whether it is about a file of hooks. */
export const isHooks = ({ path }: Question): boolean =>
  /(?:^|\/)\.\w+\/hooks(?:\/.*)?\.json$/.test(path);

/** Whether it is about a file of MCP servers, or about those of a configuration, which then has another path than for agents, or begins with them. */
export const isServers = ({ path, text }: Question): boolean =>
  /(?:^|\/)(?:\.mcp\.json|\.vscode\/mcp\.json|\.opencode\/opencode\.jsonc|\.kilo\/kilo\.jsonc)$/.test(
    path,
  ) ||
  (/(?:^|\/)(?:opencode|kilo|config)\.jsonc?$/.test(path) && /^\s*\{\s*"mcp"/.test(text)) ||
  (/(?:^|\/)\.codex\/config\.toml$/.test(path) &&
    /^(?:# Servers\n|\s*\[+"?mcp_servers)/.test(text));

/** Whether it is about a plugin: its manifest, the servers of the standard, or the folder where it has none. The other files are those around it. */
export const isPlugin = ({ path }: Question): boolean =>
  path === pluginFolder || path === standardServersFile || /(?:^|\/)plugin\.json$/.test(path);

/** The servers of a plugin that declares the standard. */
export const standardServersFile = `${pluginFolder}/mcp.json`;

/** Whether it is about a marketplace, whose plugins are around it. */
export const isMarketplace = ({ path }: Question): boolean =>
  /(?:^|\/)marketplace\.json$/.test(path);

/** The file that the description of a part names, so that it shows which of several with one name is used; null for any other. */
export const fileInDescription = (description: string): string | null =>
  /^File (\S+)/.exec(description)?.[1] ?? null;

/** Whether what it loads from a marketplace is asked, which takes a session: where a plugin in it has agents or servers. */
export const asksForParts = (question: Question): boolean =>
  isMarketplace(question) &&
  Object.keys(question.around ?? {}).some((file) => file.includes('/agents/'));

/** Whether it asks for hooks, where an entry of a marketplace states them. */
export const asksForHooks = (question: Question): boolean =>
  asksForParts(question) && question.text.includes('"hooks"');

/** The files of a marketplace at a later time, after which its plugins are updated. */
export const laterFiles = ({ around = {} }: Question): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(around).flatMap(([file, text]) =>
      file.startsWith('later/') ? [[file.slice('later/'.length), text]] : [],
    ),
  );

/** What is asked apart from agents. */
export type AskedApart = SkillSubject | 'settings' | 'servers' | 'plugin';

/** Null where it is about an agent. */
export function askedApart(question: Question): AskedApart | null {
  if (isPlugin(question) || isMarketplace(question)) return 'plugin';
  if (isServers(question)) return 'servers';
  return isSettings(question) ? 'settings' : skillSubjectOf(question);
}

/** Whether it is about what happens when a skill is called, such as the tools that it then has. */
export const isAboutCall = (question: Question & { readonly facts?: Facts }): boolean =>
  Object.keys(question.facts ?? {}).some((fact) => /^(?:runs$|denies-|allows-|number-)/.test(fact));

/** A file of this name asks which tools the program offers, for a program that lists them apart from agents. */
export const asksForTools = ({ path }: Question): boolean => path.endsWith('/offered.md');

/** A configuration that names an agent asks with which one a session begins. */
export const namesDefaultAgent = ({ path, text }: Question): boolean =>
  path.endsWith('.json') && text.includes('"default_agent"');

/** A configuration that limits the providers of models asks which models answer. */
export const limitsProviders = ({ path, text }: Question): boolean =>
  path.endsWith('.json') && /"(?:dis|en)abled_providers"/.test(text);

/** In such a configuration, the address of a provider that answers. */
export const providerAddress = 'http://provider.invalid';

/** The agents that a text calls, in the words of the tool for it. */
export const callsIn = (text: string): readonly string[] =>
  [...text.matchAll(/subagent_type: "([^"]+)"/g)].flatMap(([, name]) => name ?? []);
