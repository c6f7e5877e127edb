// A kind of document in which a host has agents, such as a Markdown file with a frontmatter. It holds what depends on the form of
// the document; fields depend on the dialect, and what a host does with its agents is the same for all kinds.

import type { Syntax } from '../../agent/writer';
import type { CompanionName } from './companion';
import type { NamePrecedence } from './name-precedence';
import type { PersonaBuilder, PersonaInput } from './persona-builder';
import type { Reader } from './reading';
import type { Reference } from './reference';

export interface DocumentKind {
  readonly reader: Reader;
  /** How the reader interprets the text, so that what is written into a file can be read by the host. */
  readonly syntax: Syntax;
  /** The largest document that the reader accepts, in bytes (UTF-8). Absent where there is no limit. */
  readonly maxBytes?: number;
  /** The prompt can prevent the agent from loading, so a verdict is needed after every edit of it. */
  readonly readsPrompt?: true;
  readonly persona: PersonaBuilder;
  /** What an agent refers to (agents, skills, servers, files), in source order. Absent where no field contains references. */
  readonly references?: (input: PersonaInput) => readonly Reference[];
  /** What an agent defines for itself alone: its own MCP servers. */
  readonly defines?: (input: PersonaInput) => readonly CompanionName[];
  /** Which of several agents with one name takes precedence. Absent where unknown. */
  readonly sameName?: NamePrecedence;
  /** The content of a new document as a snippet with the tab stops `$1`, `$2`... */
  readonly skeleton: string;
}

/** The kinds of a host by the names that its locations use. Each host has agent files; new agents are created as such. */
export interface DocumentKinds {
  readonly agent: DocumentKind;
  readonly [kind: string]: DocumentKind;
}
