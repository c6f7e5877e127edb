// Skills of Gemini CLI. It uses nothing but the name and the description, needs both, and silently drops a skill without them.

import { textOf } from '../../yaml/value';
import type { Dialect } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { Consequence } from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import type { SkillKind } from '../model/host';
import type { Location } from '../model/location';
import type { Reason } from '../model/outcome';
import { namedSkeleton } from '../model/skeleton';
import type { SkillBuilder } from '../model/skill';
import { standardFields, usedValue } from '../model/skill-parts';
import { seenIn } from './evidence';
import { reader } from './skill-reader';

const seen = seenIn('skills/skillLoader.js');

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
    summary: 'The name by which the model calls the skill.',
    type: { type: 'text', anyScalar: true },
    otherwise: dropped('name'),
    required: dropped('name'),
    absent: 'Required. The skill is silently dropped without it.',
    snippet: ' ${1:name}',
    details: 'Characters that a file name cannot contain become hyphens.',
    role: 'name',
    evidence: seen,
  },
  description: {
    summary: 'What the skill does and when to use it. The model reads it in its list of skills.',
    type: { type: 'text', anyScalar: true, multiline: true },
    otherwise: dropped('description'),
    required: dropped('description'),
    absent: 'Required. The skill is silently dropped without it.',
    snippet: ' ${1:Use when}',
    role: 'description',
    evidence: seen,
  },
  'disable-model-invocation': {
    ...guard,
    summary: 'A field of other programs. Gemini CLI ignores it.',
    noEffect: '{host} ignores it, so the model can use the skill.',
    role: 'model-invocable',
  },
  'user-invocable': {
    ...guard,
    summary: 'A field of other programs. Gemini CLI ignores it.',
    noEffect: '{host} ignores it.',
    role: 'user-invocable',
  },
  ...standardFields(seen),
};

const silently = (reason: Reason): FlawTable['yaml'] => ({
  outcome: 'ignored',
  reason,
  effect: '{host} silently drops the skill.',
});

const flaws: FlawTable = Object.fromEntries(
  Object.entries({
    'no-frontmatter': silently('no-frontmatter'),
    'leading-text': silently('no-frontmatter'),
    'fence-language': silently('fence'),
    'unclosed-fence': silently('fence'),
    'early-fence': {
      outcome: 'loads-changed',
      reason: 'fence',
      effect: '{host} ignores the prompt because text follows the closing "---".',
    },
    yaml: silently('yaml'),
    'yaml-repaired': {
      outcome: 'loads-changed',
      reason: 'yaml-repaired',
      effect: '{host} reads the frontmatter line by line instead.',
    },
    'too-large': {
      outcome: 'unknown',
      reason: 'too-large',
      effect: '{host} may read a frontmatter of this size, but it is too large to be checked here.',
    },
  } satisfies FlawTable).map(([code, flaw]) => [code, { ...flaw, evidence: unknown }]),
);

const skill: SkillBuilder = ({ fields: judged }) => ({
  id: (textOf(usedValue(judged, 'name')) ?? '').replaceAll(/[:\\/<>*?"|]/g, '-'),
  description: textOf(usedValue(judged, 'description')) ?? null,
  isFromBody: false,
  cutAt: null,
  userInvocable: null,
  modelInvocable: 'yes',
  paths: [],
});

export const skillKind: SkillKind = {
  subject: 'skill',
  reader,
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

const folder = {
  role: 'owner',
  kind: 'skill',
  dialect: 'skill',
  id: 'name-field',
  evidence: seen,
} as const;

export const skillLocations: readonly Location[] = [
  {
    ...folder,
    glob: '.gemini/skills/*/SKILL.md',
    scope: 'project',
    summary: 'Skills of the project. The user has to trust the folder.',
  },
  {
    ...folder,
    glob: '.agents/skills/*/SKILL.md',
    scope: 'project',
    summary: 'Skills in the folder that several programs share. The user has to trust the folder.',
  },
  {
    ...folder,
    glob: '.gemini/skills/*/SKILL.md',
    scope: 'user',
    summary: 'Skills for all projects of a user.',
  },
  {
    ...folder,
    glob: '.agents/skills/*/SKILL.md',
    scope: 'user',
    summary: 'Skills of a user in the folder that several programs share.',
  },
];
