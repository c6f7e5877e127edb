// A skill as a host lists it. The words are part of the public JSON format.

import type { Context } from './context';
import type { Dialect } from './dialect';
import type { Evidence } from './evidence';
import type { FieldVerdict } from './field-verdict';
import type { LocatedFile } from './located-file';
import type { ToolVerdict } from './persona';
import type { ReadAgent } from './reading';

export interface Skill {
  /** The name by which users and the model call it. */
  readonly id: string;
  /** What the model reads about it in the host's list of skills; null where the host lists it without a description. */
  readonly description: string | null;
  /** The number of characters (UTF-16 units) after which the host cuts the description; null where it does not. */
  readonly cutAt: number | null;
  /** Whether users can call it by name: `/name`. Null where that is not known. */
  readonly userInvocable: boolean | null;
  /** Whether the host lists it to the model. `asks`: the host asks the user before the model may use it. */
  readonly modelInvocable: 'yes' | 'asks' | 'no';
  /** The agent that runs it in a conversation of its own; absent where it runs in the conversation that calls it. */
  readonly runsIn?: string;
  /** Patterns of files: the host lists it to the model only once a matching file was used. Empty for no such limit. */
  readonly paths: readonly string[];
}

export interface SkillInput {
  /** The text of the file. */
  readonly text: string;
  readonly dialect: Dialect;
  readonly skill: ReadAgent;
  readonly fields: readonly FieldVerdict[];
  readonly place: LocatedFile;
  readonly context: Context;
}

/** How a host lists a skill that its reader found. */
export type SkillBuilder = (input: SkillInput) => Skill;

/** What a host does with each name in the lists of tools of a skill. */
export type SkillToolResolver = (input: SkillInput) => readonly ToolVerdict[];

/** How much a host lists to its model of the descriptions of all skills together. Recorded in `test/hosts/lists`. */
export interface ListBudget {
  /** UTF-16 units of all entries. */
  readonly characters: number;
  /** Those of an entry besides its name and its description. */
  readonly perEntry: number;
  /** Those of an entry without a description besides its name, where they count. */
  readonly perName: number | null;
  /** Those of one description, where it is cut. */
  readonly perDescription: number;
  /**
   * What happens beyond. `alphabet`: in the order of names, skills after the last one that fits are listed without a description.
   * `use`: so are those that were used least. `shortened`: all descriptions are cut to one length.
   */
  readonly beyond: 'alphabet' | 'use' | 'shortened';
  /** The budget depends on the model, so it may be smaller. */
  readonly isMost?: true;
  readonly evidence: Evidence;
}
