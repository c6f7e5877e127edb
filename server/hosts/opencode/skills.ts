// Skills of OpenCode. It needs a name, silently drops a skill without one, and uses nothing but the name and the description.

import type { Message } from '../../text/message';
import { textOf } from '../../yaml/value';
import type { Dialect, FlawOutcome } from '../model/dialect';
import type { Consequence, Field } from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import type { SkillKind } from '../model/host';
import type { Location } from '../model/location';
import type { Reason } from '../model/outcome';
import { namedSkeleton } from '../model/skeleton';
import { type SkillBuilder, skillFolder } from '../model/skill';
import { standardFields, usedValue } from '../model/skill-parts';
import { ran } from './evidence';
import { readerWith } from './reader';
import { repair } from './repair';

const dropped = (reason: Reason): Consequence => ({
  outcome: 'refused',
  file: 'ignored',
  reason,
  effect: '{host} silently drops the skill.',
});

const guard = (summary: string, effect: Message, role: Field['role']): Field => ({
  summary,
  type: { type: 'any' },
  otherwise: dropped('field'),
  noEffect: effect,
  absent: 'Users and the model can use it.',
  isNeverOffered: true,
  governs: 'permission',
  ...(role && { role }),
  evidence: ran,
});

const fields: Dialect['fields'] = {
  name: {
    summary: 'The name by which users and the model call the skill.',
    type: { type: 'text' },
    otherwise: dropped('name'),
    required: dropped('name'),
    absent: 'Required. The skill is silently dropped without it.',
    snippet: ' ${1:name}',
    role: 'name',
    evidence: ran,
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
    evidence: ran,
  },
  'disable-model-invocation': guard(
    'A field of other programs. OpenCode ignores it.',
    '{host} ignores it, so the model can use the skill.',
    'model-invocable',
  ),
  'user-invocable': guard(
    'A field of other programs. OpenCode ignores it.',
    '{host} ignores it, so users can call the skill.',
    'user-invocable',
  ),
  ...standardFields(ran),
};

const silently = (reason: Reason): FlawOutcome => ({
  ...{ outcome: 'ignored', reason },
  effect: '{host} silently drops the skill.',
});

const flaws: FlawTable = {
  'no-frontmatter': silently('no-frontmatter'),
  'leading-text': silently('no-frontmatter'),
  'fence-language': silently('fence'),
  'unclosed-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} treats the rest of the file as frontmatter.',
  },
  'early-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect:
      '{host} ends the frontmatter at the first line that begins with three dashes, so the rest of that line becomes part of the text.',
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
    id: textOf(usedValue(judged, 'name')) ?? skillFolder(place),
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
    evidence: ran,
  },
  tools: base.tools,
  models: base.models,
  colors: [],
  flaws,
});

const folder = { kind: 'skill', dialect: 'skill', id: 'name-field', evidence: ran } as const;

const skillsIn = (
  where: string,
  scope: Location['scope'],
  role: Location['role'],
  summary: string,
): Location => ({ ...folder, glob: `${where}/**/SKILL.md`, scope, role, summary });

export const skillLocations: readonly Location[] = [
  skillsIn('.opencode/{skill,skills}', 'project', 'owner', 'Skills, including subfolders.'),
  skillsIn(
    '.agents/skills',
    'project',
    'owner',
    'Skills in the folder that several programs share.',
  ),
  skillsIn('.claude/skills', 'project', 'guest', 'Skills in the folder of Claude Code.'),
  skillsIn(
    '.config/opencode/{skill,skills}',
    'user',
    'owner',
    'Skills for all projects of a user.',
  ),
  skillsIn('.opencode/{skill,skills}', 'user', 'owner', 'Skills for all projects of a user.'),
  skillsIn(
    '.agents/skills',
    'user',
    'owner',
    'Skills of a user in the folder that several programs share.',
  ),
  skillsIn('.claude/skills', 'user', 'guest', 'Skills of a user in the folder of Claude Code.'),
];
