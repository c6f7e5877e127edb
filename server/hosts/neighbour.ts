// Files beside the agents that bring what agents name, or that name agents themselves: configuration, skills, commands.
// Each host declares its own, and where in them the names stand; they are read alike for all.

import type { Message } from '../text/message';
import type { Span } from '../text/span';
import type { Evidence } from './evidence';
import type { ReferenceKind } from './reference';

export interface NeighbourFile {
  // Below the root of a project, a home or a plugin: `.mcp.json`, `skills/*/SKILL.md`, `{a,b}/**/*.md`.
  readonly glob: string;
  readonly scope: 'project' | 'user' | 'plugin';
  /** Below the same root, only where this file is there too. */
  readonly beside?: string;
  /** JSON with comments and a comma too many, or the frontmatter of a Markdown file, whose body is a prompt. */
  readonly format: 'json' | 'frontmatter';
  readonly names: readonly NameAt[];
  readonly evidence: Evidence;
}

export interface NameAt {
  /** Keys on the way down from the top; a star for any. Empty with `as: 'folder'`. */
  readonly at: readonly string[];
  /**
   * The keys of the map there; the text there, or each text of a list; the mentions in the prompt there; the folder that the
   * file lies in; the way from the glob's folder to the file, with colons.
   */
  readonly as: 'keys' | 'texts' | 'prompts' | 'folder' | 'path';
  readonly kind: ReferenceKind;
  readonly does: NeighbourDeed;
  /** Only texts of this form count; the first group holds the name. */
  readonly form?: RegExp;
  /** Where this key below a name, or at the top of a frontmatter, is true, what is brought is denied. */
  readonly off?: string;
  /** Only keys whose value is true. */
  readonly isOn?: true;
}

/** A skill is called by its folder, and by the name in its file. */
export const skillNames: readonly NameAt[] = [
  { at: [], as: 'folder', kind: 'skill', does: 'brings' },
  { at: ['name'], as: 'texts', kind: 'skill', does: 'brings' },
];

export type NeighbourDeed =
  /** It is defined there. */
  | 'brings'
  /** It is called by its name there: a default, a command that runs in it. */
  | 'names'
  /** It is switched off, or kept from being used. */
  | 'denies'
  /** Its prompt has a word that names it, if there is one of this name. */
  | 'mentions';

/** One name in such a file. */
export interface NeighbourName {
  readonly kind: ReferenceKind;
  readonly does: NeighbourDeed;
  readonly name: string;
  /** Its letters alone; the whole text where escapes hide them; the top of the file for a folder's name. */
  readonly span: Span;
  /** The key of the value that it stands in, where it is the whole value. */
  readonly key?: string;
  /** Of a mention: the host itself looks for this form. */
  readonly isOwnForm?: true;
}

/** What a host does with an agent that names what is not there. */
export interface Missing {
  /** A sentence with `{host}`. */
  readonly effect: Message;
  /** Names that it brings itself. */
  readonly own?: readonly string[];
  /** What a name is written as where it is used: `my_db` for `my db`. */
  readonly spelled?: (name: string) => string;
  /** What a server of a plugin is called in the names of its tools, by the name that its file gives it. */
  readonly inPlugin?: (plugin: string, server: string) => string;
  /** There, and kept from agents by its own file: says by what. */
  readonly denied?: string;
  /** Names of this form are of somebody who is not in sight. */
  readonly elsewhere?: RegExp;
  /** Upper and lower case are the same to it. */
  readonly foldsCase?: true;
  /** Who may bring one where nobody here sees it: completes "unless ... brings it". */
  readonly others: string;
  readonly evidence: Evidence;
}
