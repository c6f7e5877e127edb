// What a host knows of tools: names and what they do, old names and what became of them, forms that stand for others.

import type { Message } from '../text/message';
import type { Span } from '../text/span';
import type { Capability } from './capabilities';
import type { Deeds } from './deeds';
import type { Evidence } from './evidence';
import { remembered } from './remembered';

export interface Tool {
  readonly name: string;
  /** What it does, in a few plain words. */
  readonly means: string;
  readonly does: Capability;
  /** Known to the host, yet not given to an agent like this one: says why. */
  readonly unavailable?: Message;
  /** Given in some sessions: a setting, a model, a login decides, and a single file cannot say which. */
  readonly sometimes?: true;
  /** The tool whose permission it asks for when it is used: without that one it does nothing. */
  readonly asksAs?: string;
  /** A set that stands for these. */
  readonly members?: readonly string[];
  readonly deprecated?: string;
  /** Its place, from 1, among the few names that the documentation teaches. */
  readonly documented?: number;
  /** A name of the program's own that its documentation does not teach: offered only once it is being typed. */
  readonly internal?: true;
}

/** A name that the host no longer knows, or still maps to another. */
export interface FormerTool {
  readonly name: string;
  /** The names that do its work now; empty where none does. */
  readonly now: readonly string[];
  /** The host still maps the old name by itself. */
  readonly mapped: boolean;
  readonly effect?: Message;
}

export interface ToolForm {
  /** `mcp__SERVER__TOOL` */
  readonly form: string;
  readonly means: string;
  /** A snippet to offer. */
  readonly snippet: string;
}

/** How the tools of one MCP server are written. */
export interface ServerForms {
  /** All of them. */
  readonly all: string;
  /** What the name of a single one begins with. */
  readonly prefix: string;
}

export interface ToolCatalogue {
  readonly tools: readonly Tool[];
  /** Words that stand for tools above and that its documentation teaches: offered first. */
  readonly aliases?: readonly Tool[];
  readonly former: readonly FormerTool[];
  /** Ways to write tools that no list can hold: MCP patterns, arguments. */
  readonly forms: readonly ToolForm[];
  /** How a list names the tools of an MCP server, given its name as the host spells it in lists. Absent where no form does. */
  readonly ofServer?: (server: string) => ServerForms;
  /** Its names by what they are for; absent where they are another host's. */
  readonly deeds?: Deeds;
  /** The tools that a name in a list grants, where a name stands for others; empty for an unknown name. */
  readonly standsFor?: (name: string) => readonly string[];
  /** Words that people write for a tool, in lowercase, each with the names that mean no more than the word does. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
  /** Characters that separate names in one text. */
  readonly separators: string;
  /** Who else may bring a tool of any name, so that an unknown one may be there after all: `an extension`. */
  readonly others?: string;
  /** The calls of tools that a prompt spells out; absent where that was not looked at. */
  readonly promptCalls?: PromptCalls;
  readonly evidence: Evidence;
}

/** A call of a tool in a prompt, with the place of its name. */
export interface PromptCall {
  readonly tool: string;
  readonly span: Span;
  /** The agent that it starts, where it names one. */
  readonly starts?: string | undefined;
}

export interface PromptCalls {
  /** In source order, code blocks among the prose: orders are often written as code. */
  readonly find: (text: string, prompt: Span) => readonly PromptCall[];
  /**
   * Whether a list of tools covers it.
   * @param entries the tools that the agent has, and those that only its servers can tell.
   * @param servers MCP servers of the agent's own.
   */
  readonly isGiven: (
    tool: string,
    entries: readonly string[],
    servers: readonly string[],
  ) => boolean;
}

/** Every name of the tables, in their order. */
export const toolNamesOf = remembered(({ tools }: ToolCatalogue): readonly string[] =>
  tools.map(({ name }) => name),
);

/** The names of the tools that an agent can be given. */
export const givenTools = remembered(({ tools }: ToolCatalogue): readonly string[] =>
  tools.filter(({ unavailable }) => unavailable === undefined).map(({ name }) => name),
);
