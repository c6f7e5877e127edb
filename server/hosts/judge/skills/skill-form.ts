// What a host declares of its skills, as the parts of its declaration.

import type { Dialect } from '../../model/dialect';
import type { Evidence } from '../../model/evidence';
import type { SkillKind } from '../../model/host';
import type { Location } from '../../model/location';
import { namedSkeleton } from '../../model/skeleton';

interface SkillForm
  extends Pick<SkillKind, 'reader' | 'skill' | 'tools' | 'readsPrompt'>,
    Pick<Dialect, 'fields' | 'flaws'>,
    Partial<Pick<SkillKind, 'skeleton'>> {
  /** How it is known that it ignores other keys. */
  readonly evidence: Evidence;
  /** Keys that authors write by mistake, with the field they mean. */
  readonly meant?: Readonly<Record<string, string>>;
}

/** The kind of document that a skill is, and its dialect next to that of the agents, whose tools and models it can name. */
export const skillForm = ({
  fields,
  flaws,
  evidence,
  meant = {},
  skeleton = namedSkeleton(),
  ...kind
}: SkillForm): { kind: SkillKind; dialectNextTo: (agents: Dialect) => Dialect } => ({
  kind: { subject: 'skill', syntax: 'yaml', skeleton, ...kind },
  dialectNextTo: ({ tools, models }) => ({
    subject: 'skill',
    fields,
    unknownField: { outcome: 'ignored', effect: '{host} silently ignores it.', meant, evidence },
    ...{ tools, models, flaws },
    colors: [],
  }),
});

/** Locations of skills. @param id what names a skill: its folder, or its name field */
export const skillFolders = (
  id: 'folder' | 'name-field',
  folders: readonly Omit<Location, 'kind' | 'dialect' | 'id'>[],
): readonly Location[] =>
  folders.map((folder) => ({ ...folder, kind: 'skill', dialect: 'skill', id }));
