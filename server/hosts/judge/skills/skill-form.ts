// What a host declares of its skills and of its commands, as the parts of its declaration.

import type { Dialect } from '../../model/dialect';
import type { Evidence } from '../../model/evidence';
import type { SkillKind } from '../../model/host';
import type { Location } from '../../model/location';
import { namedSkillSkeleton } from '../../model/skeleton';
import type { ToolForm } from '../../model/tools';

interface Declared
  extends Pick<
      SkillKind,
      'reader' | 'skill' | 'tools' | 'readsPrompt' | 'body' | 'sameName' | 'listBudget'
    >,
    Pick<Dialect, 'fields' | 'empty' | 'flaws'>,
    Partial<Pick<SkillKind, 'subject' | 'skeleton' | 'syntax'>> {
  /** How it is known that it ignores other keys. */
  readonly evidence: Evidence;
  /** Keys that authors write by mistake, with the field they mean. */
  readonly meant?: Readonly<Record<string, string>>;
  /** Forms of tools in its lists besides those of agents: `Bash(git:*)`. */
  readonly toolForms?: readonly ToolForm[];
}

export interface SkillForm {
  readonly kind: SkillKind;
  readonly dialectNextTo: (agents: Dialect) => Dialect;
}

/** The kind of document that a skill or a command is, and its dialect next to that of the agents, whose tools and models it can name. */
export const skillForm = ({
  subject = 'skill',
  fields,
  empty,
  flaws,
  evidence,
  meant = {},
  toolForms = [],
  skeleton = namedSkillSkeleton(),
  syntax = 'yaml',
  ...kind
}: Declared): SkillForm => ({
  kind: { subject, syntax, skeleton, ...kind },
  dialectNextTo: ({ tools, models }) => ({
    subject,
    fields,
    unknownField: { outcome: 'ignored', effect: '{host} silently ignores it.', meant, evidence },
    tools: { ...tools, forms: [...tools.forms, ...toolForms] },
    ...{ models, flaws },
    ...(empty && { empty }),
    colors: [],
  }),
});

type Folder = Omit<Location, 'kind' | 'dialect' | 'id'>;

/** Locations of skills. @param id what names a skill: its folder, or its name field */
export const skillFolders = (
  id: 'folder' | 'name-field',
  folders: readonly Folder[],
): readonly Location[] =>
  folders.map((folder) => ({ ...folder, kind: 'skill', dialect: 'skill', id }));

/** Locations of skills without a folder of their own, which a name field or the name of the file names: `skills/review.md`. */
export const flatSkillFolders = (folders: readonly Folder[]): readonly Location[] =>
  folders.map((folder) => ({
    ...{ ...folder, kind: 'flat-skill', dialect: 'flat-skill', id: 'name-field' },
  }));

/** Locations of commands, which are called by their path unless a field names them. */
export const commandFolders = (folders: readonly Folder[]): readonly Location[] =>
  folders.map((folder) => ({ ...folder, kind: 'command', dialect: 'command', id: 'path' }));
