// The tools of a host: their names and capabilities, former names, and forms that stand for other names.

import { memoize } from '../../text/memoize';
import type { Sentence } from '../../text/message';
import type { Span } from '../../text/span';
import type { Evidence } from './evidence';
import type { ServerNames } from './server-names';
import {
  type Capability,
  capabilityFor,
  type ToolPurpose,
  type ToolPurposes,
  toolPurposes,
} from './tool-purposes';
import type { VersionRange } from './version';

export type Tool = ToolFacts & ToolUse;

/** What a tool is for. Names are translated and agents converted by it, and the capability follows from it. */
export type ToolUse =
  | {
      /** Everything that it is for, the main purpose first. */
      readonly purposes: readonly ToolPurpose[];
      /** Where the host presents it differently. */
      readonly does?: Capability;
    }
  | {
      /** For a tool that does the work of no tool of another host. */
      readonly does: Capability;
      readonly purposes?: undefined;
    };

interface ToolFacts extends VersionRange {
  readonly name: string;
  /** What it does, in a few words. */
  readonly means: string;
  /** Why the host does not give the tool to such agents: a sentence with `{host}`. Absent for available tools. */
  readonly unavailable?: Sentence;
  /** Available only in some sessions, depending on a setting, the model or the account. */
  readonly sometimes?: true;
  /** The tool whose permission it needs: without that tool it has no effect. */
  readonly asksAs?: string;
  /** What happens with an agent from which settings take the tool, which it cannot do without: a sentence with `{host}`. */
  readonly needed?: Sentence;
  /** The tools of a tool set. */
  readonly members?: readonly string[];
  readonly deprecated?: string;
  /** No other program has such a tool: a conversion writes the nearest tools for its purposes, and the account names it. */
  readonly noEqual?: true;
  /** Its position, from 1, among the names that the documentation lists. */
  readonly documented?: number;
  /** An undocumented name of the program: completed only once its first characters are typed. */
  readonly internal?: true;
  /** How it is known, where that differs from the evidence of the catalog. */
  readonly evidence?: Evidence;
}

/** A former name of a tool, which the host no longer supports or maps to another. */
export interface FormerTool extends VersionRange {
  readonly name: string;
  /** The tools that replace it; empty where there are none. */
  readonly now: readonly string[];
  /** What it was for, where other hosts have tools for it. */
  readonly purposes?: readonly ToolPurpose[];
  /** Whether the host still maps the former name. */
  readonly mapped: boolean;
  readonly effect?: Sentence;
  /** How it is known, where that differs from the evidence of the catalog. */
  readonly evidence?: Evidence;
}

export interface ToolForm {
  /** `mcp__SERVER__TOOL` */
  readonly form: string;
  readonly means: string;
  /** The snippet that completion inserts. */
  readonly snippet: string;
}

/** How a list names the tools of one MCP server. */
export interface ServerForms {
  /** The name for all of its tools. */
  readonly all: string;
  /** The prefix of the name of a single tool. */
  readonly prefix: string;
}

export interface ToolCatalog {
  readonly tools: readonly Tool[];
  /** Documented names that stand for some of `tools`; completed first. */
  readonly aliases?: readonly Tool[];
  readonly former: readonly FormerTool[];
  /** Tools that only earlier versions have, each with `until`. */
  readonly earlier?: readonly Tool[];
  /** Tools that every agent has, whatever is in its file; absent where there are none. */
  readonly always?: readonly string[];
  /** Forms of tool names that cannot be listed: MCP patterns, arguments. */
  readonly forms: readonly ToolForm[];
  /** How a list names the tools of an MCP server, by the server's name in lists. Absent where that is impossible. */
  readonly ofServer?: (server: string) => ServerForms;
  /** How the names in its lists stand for the tools of MCP servers. Absent where the host has no list of denied tools. */
  readonly servers?: ServerNames;
  /** Another catalog, where its names are accepted too: tools are translated by the purposes in that one. */
  readonly translatedAs?: ToolCatalog;
  /** The tools that a name in a list grants, where names may stand for several; empty for an unknown name. */
  readonly standsFor?: (name: string) => readonly string[];
  /** What differs in an earlier version besides the tools that it has. `lacking` are names that only later versions have. */
  readonly inVersion?: (
    version: string,
    lacking: ReadonlySet<string>,
  ) => Pick<ToolCatalog, 'always' | 'standsFor'>;
  /** In an earlier version: names, in lowercase, that only later versions have. */
  readonly lacking?: ReadonlySet<string>;
  /** Common words for tools, in lowercase, each with tool names that grant no more than the word suggests. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
  /** The characters that separate names in one string. */
  readonly separators: string;
  /** What a host does that does not load a file with an unknown tool name in a list: a sentence with `{host}`. */
  readonly rejection?: Sentence;
  /**
   * What happens if no name in a list counts, where the agent then has some tools all the same: a sentence with `{host}` and
   * `{field}`.
   */
  readonly none?: Sentence;
  /** What else may provide tools, so that an unknown name may be valid. */
  readonly others?: {
    /** No tool has this name: a sentence with `{host}` and `{tool}`. */
    readonly unknown: Sentence;
    /** No tool has any of the names: a sentence with `{host}` and `{field}`. */
    readonly none: Sentence;
  };
  /** How to find tool calls in prompts; absent where that was not examined. */
  readonly promptCalls?: PromptCalls;
  readonly evidence: Evidence;
}

/** A tool call in a prompt; `span` is that of the tool name. */
export interface PromptCall {
  readonly tool: string;
  readonly span: Span;
  /** The agent that the call starts, if it names one. */
  readonly starts?: string | undefined;
}

export interface PromptCalls {
  /** The calls in source order, including code blocks: instructions are often written as code. */
  readonly find: (text: string, prompt: Span) => readonly PromptCall[];
  /**
   * Whether the agent has the tool.
   * @param entries the tools of the agent, including unverified names.
   * @param servers the MCP servers that the agent's own file defines.
   */
  readonly isGiven: (
    tool: string,
    entries: readonly string[],
    servers: readonly string[],
  ) => boolean;
}

/** Whether a list may hold the name in this version, of the names that the newest version has. */
export const hasToolName = ({ standsFor, lacking }: ToolCatalog, name: string): boolean =>
  standsFor ? standsFor(name).length > 0 : !lacking?.has(name.toLowerCase());

/** The names of all tools, in declared order. */
export const toolNamesOf = memoize(({ tools }: ToolCatalog): readonly string[] =>
  tools.map(({ name }) => name),
);

/** The names of the tools that are available to agents. */
export const availableTools = memoize(({ tools }: ToolCatalog): readonly string[] =>
  tools.filter(({ unavailable }) => unavailable === undefined).map(({ name }) => name),
);

/** What the tool lets an agent do. */
export const capabilityOf = ({ does, purposes }: ToolUse): Capability =>
  does ?? capabilityFor(purposes[0]);

/** The tool names by purpose; undefined where no tool has one, as where the names are those of another host. */
export const purposesIn = memoize(
  ({ tools, aliases = [], former, translatedAs }: ToolCatalog): ToolPurposes | undefined => {
    if (translatedAs) return purposesIn(translatedAs);
    const current = [...aliases, ...tools];
    const found = toolPurposes.flatMap((purpose): [ToolPurpose, readonly string[]][] => {
      const has = ({ purposes }: Tool | FormerTool): boolean =>
        purposes?.includes(purpose) ?? false;
      const now = current.filter(has);
      const once = former.filter(has);
      const first = now.filter((tool) => tool.documented || tool.purposes?.[0] === purpose);
      // A purpose that only a former tool had is served by the tools that replace it.
      const instead = now.length > 0 ? [] : once.flatMap((tool) => tool.now);
      const names = [...[...first, ...now].map(({ name }) => name), ...instead];
      const all = new Set([...names, ...once.map(({ name }) => name)]);
      return all.size === 0 ? [] : [[purpose, [...all]]];
    });
    return found.length === 0 ? undefined : Object.fromEntries(found);
  },
);

/** The purposes of each tool that agents can have, by its name, in the order of its main purpose. */
export const purposesByTool = memoize(
  ({ tools }: ToolCatalog): Readonly<Record<string, readonly ToolPurpose[]>> =>
    Object.fromEntries(
      toolPurposes.flatMap((main) =>
        tools.flatMap(({ name, unavailable, purposes }) =>
          unavailable === undefined && purposes?.[0] === main ? [[name, purposes]] : [],
        ),
      ),
    ),
);

/** The tools to deny for each purpose: those whose main purpose it is. */
export const namesToDeny = (
  purposes: Readonly<Record<string, readonly ToolPurpose[]>>,
): Readonly<Partial<Record<ToolPurpose, readonly string[]>>> =>
  Object.fromEntries(
    toolPurposes.flatMap((purpose) => {
      const names = Object.keys(purposes).filter((name) => purposes[name]?.[0] === purpose);
      return names.length === 0 ? [] : [[purpose, names]];
    }),
  );

/** How a tool of the catalog is known, by its name; how the catalog is known where the name is not in it. */
export const evidenceOfTool = (catalog: ToolCatalog, name: string): Evidence =>
  [catalog.tools, catalog.aliases ?? [], catalog.former]
    .flatMap((list: readonly (Tool | FormerTool)[]) => list)
    .find((tool) => tool.name === name)?.evidence ?? catalog.evidence;
