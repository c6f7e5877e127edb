// Skills of OpenCode. It needs a name, silently drops a skill without one, and uses nothing but the name and the description.

import { textOf } from '../../yaml/value';
import type { Dialect, FlawOutcome } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { Consequence } from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import type { SkillKind } from '../model/host';
import type { Location } from '../model/location';
import type { Reason } from '../model/outcome';
import { namedSkeleton } from '../model/skeleton';
import type { SkillBuilder } from '../model/skill';
import { standardFields, usedValue } from '../model/skill-parts';
import { seen } from './evidence';
import { readerWith } from './reader';
import { repair } from './repair';

const dropped = (reason: Reason): Consequence => ({
  outcome: 'refused',
  file: 'ignored',
  reason,
  effect: '{host} silently drops the skill.',
});

const guard = {
  type: { type: 'any' },
  otherwise: dropped('field'),
  absent: 'Users and the model can use it.',
  isNeverOffered: true,
  governs: 'permission',
  evidence: seen,
} as const;

const fields: Dialect['fields'] = {
  name: {
    summary: 'The name by which users and the model call the skill.',
    type: { type: 'text' },
    otherwise: dropped('name'),
    required: dropped('name'),
    absent: 'Required. The skill is silently dropped without it.',
    snippet: ' ${1:name}',
    role: 'name',
    evidence: seen,
  },
  description: {
    summary: 'What the skill does and when to use it. The model reads it in its list of skills.',
    type: { type: 'text', multiline: true },
    otherwise: dropped('description'),
    required: {
      outcome: 'coerced',
      effect: '{host} loads the skill but does not list it to the model.',
    },
    absent: 'The skill is not listed to the model.',
    snippet: ' ${1:Use when}',
    role: 'description',
    evidence: seen,
  },
  'disable-model-invocation': {
    ...guard,
    summary: 'A field of other programs. OpenCode ignores it.',
    noEffect: '{host} ignores it, so the model can use the skill.',
    role: 'model-invocable',
  },
  'user-invocable': {
    ...guard,
    summary: 'A field of other programs. OpenCode ignores it.',
    noEffect: '{host} ignores it, so users can call the skill.',
    role: 'user-invocable',
  },
  ...standardFields(seen),
};

const silently = (reason: Reason): FlawOutcome => ({
  ...{ outcome: 'ignored', reason },
  effect: '{host} silently drops the skill.',
  evidence: unknown,
});

const flaws: FlawTable = {
  'no-frontmatter': silently('no-frontmatter'),
  'leading-text': silently('no-frontmatter'),
  'fence-language': silently('fence'),
  'unclosed-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} treats the rest of the file as frontmatter.',
    evidence: unknown,
  },
  'early-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect:
      '{host} ends the frontmatter at the first line that begins with three dashes, so the rest of that line becomes part of the text.',
    evidence: unknown,
  },
  'frontmatter-lost': silently('yaml'),
  yaml: silently('yaml'),
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it by turning each value that contains a colon into a block scalar.',
  },
  'not-a-mapping': silently('yaml'),
  executable: {
    outcome: 'unknown',
    reason: 'fence',
    effect: '{host} runs the text between the fences as code when it starts.',
  },
  'too-large': {
    outcome: 'unknown',
    reason: 'too-large',
    effect: '{host} reads frontmatter of any size, but this one is too large to be checked here.',
  },
};

const skill: SkillBuilder = ({ fields: judged, place }) => {
  const written = textOf(usedValue(judged, 'description'));
  return {
    id: textOf(usedValue(judged, 'name')) ?? place.base,
    description: written ?? null,
    isFromBody: false,
    cutAt: null,
    userInvocable: true,
    modelInvocable: written === undefined ? 'no' : 'yes',
    paths: [],
  };
};

export const skillKind: SkillKind = {
  subject: 'skill',
  reader: readerWith({ repairText: repair, inspections: [], marksOff: 0 }),
  syntax: 'yaml',
  skill,
  skeleton: namedSkeleton(),
};

export const skillDialect = (base: Dialect): Dialect => ({
  subject: 'skill',
  fields,
  unknownField: {
    outcome: 'ignored',
    effect: '{host} silently ignores it.',
    meant: {},
    evidence: seen,
  },
  tools: base.tools,
  models: base.models,
  colors: [],
  flaws,
});

const folder = { kind: 'skill', dialect: 'skill', id: 'name-field', evidence: seen } as const;
const inProject = { ...folder, scope: 'project' } as const;
const ofUser = { ...folder, scope: 'user' } as const;

export const skillLocations: readonly Location[] = [
  {
    ...inProject,
    glob: '.opencode/{skill,skills}/**/SKILL.md',
    role: 'owner',
    summary: 'Skills, including subfolders.',
  },
  {
    ...inProject,
    glob: '.agents/skills/**/SKILL.md',
    role: 'owner',
    summary: 'Skills in the folder that several programs share.',
  },
  {
    ...inProject,
    glob: '.claude/skills/**/SKILL.md',
    role: 'guest',
    summary: 'Skills in the folder of Claude Code.',
  },
  {
    ...ofUser,
    glob: '.config/opencode/{skill,skills}/**/SKILL.md',
    role: 'owner',
    summary: 'Skills for all projects of a user.',
  },
  {
    ...ofUser,
    glob: '.opencode/{skill,skills}/**/SKILL.md',
    role: 'owner',
    summary: 'Skills for all projects of a user.',
  },
  {
    ...ofUser,
    glob: '.agents/skills/**/SKILL.md',
    role: 'owner',
    summary: 'Skills of a user in the folder that several programs share.',
  },
  {
    ...ofUser,
    glob: '.claude/skills/**/SKILL.md',
    role: 'guest',
    summary: 'Skills of a user in the folder of Claude Code.',
  },
];
