// Skills of Codex. It needs a description, uses nothing but the name and the description, and reports what it rejects.

import { textOf, type Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import type { Dialect, FlawOutcome } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { Consequence, CustomCheckResult } from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import type { SkillKind } from '../model/host';
import type { Location } from '../model/location';
import type { Reason } from '../model/outcome';
import { namedSkeleton } from '../model/skeleton';
import type { SkillBuilder } from '../model/skill';
import { scalarText, standardFields, usedValue } from '../model/skill-parts';
import { seen } from './evidence';
import { reader } from './skill-reader';

const refused = (reason: Reason): Consequence => ({
  outcome: 'refused',
  file: 'refused',
  reason,
  effect: '{host} rejects the whole skill.',
});

const longestName = 64;
/** Codex lists at most so many characters of a description. */
const listedLength = 1_024;

/** Line breaks and further white space become one space. */
const onOneLine = (value: Value | undefined): string | undefined =>
  scalarText(value)?.trim().replaceAll(/\s+/g, ' ');

const refusedFor = (
  value: Value,
  reason: Reason,
  expected: Parameters<typeof problem>[2],
): CustomCheckResult => ({
  outcome: 'refused',
  problems: [problem('value', value, expected)],
  otherwise: refused(reason),
});

const judgeName = (value: Value): CustomCheckResult | null =>
  [...(scalarText(value) ?? '')].length > longestName
    ? refusedFor(value, 'name', phrase(`a name of at most ${longestName} characters`))
    : null;

const judgeDescription = (value: Value): CustomCheckResult | null =>
  textOf(value)?.trim() === ''
    ? refusedFor(value, 'description', { type: 'text', nonEmpty: true })
    : null;

const guard = {
  type: { type: 'any' },
  otherwise: refused('field'),
  absent: 'Users and the model can use it.',
  isNeverOffered: true,
  governs: 'permission',
  evidence: seen,
} as const;

const { metadata, ...informative } = standardFields(seen);

const fields: Dialect['fields'] = {
  name: {
    summary: 'The name by which the model calls the skill.',
    type: { type: 'text', anyScalar: true },
    judge: judgeName,
    otherwise: refused('name'),
    empty: 'accepted',
    absent: 'The name of the folder.',
    snippet: ' ${1:name}',
    role: 'name',
    evidence: seen,
  },
  description: {
    summary: 'What the skill does and when to use it. The model reads it in its list of skills.',
    type: { type: 'text', anyScalar: true, multiline: true },
    judge: judgeDescription,
    otherwise: refused('description'),
    required: refused('description'),
    absent: 'Required. The skill is rejected without it.',
    snippet: ' ${1:Use when}',
    details: `At most ${listedLength} characters are listed.`,
    role: 'description',
    evidence: seen,
  },
  'disable-model-invocation': {
    ...guard,
    summary: 'A field of other programs. Codex ignores it.',
    noEffect: '{host} ignores it, so the model can use the skill.',
    role: 'model-invocable',
  },
  'user-invocable': {
    ...guard,
    summary: 'A field of other programs. Codex ignores it.',
    noEffect: '{host} ignores it.',
    role: 'user-invocable',
  },
  ...informative,
  ...(metadata && {
    metadata: {
      ...metadata,
      type: {
        type: 'map',
        keys: {
          'short-description': {
            type: { type: 'text', anyScalar: true },
            summary: 'A short description for users.',
          },
        },
        rest: { type: 'any' },
      },
      otherwise: refused('field'),
      empty: 'accepted',
    },
  }),
};

const rejected = (reason: Reason, effect: FlawOutcome['effect']): FlawOutcome => ({
  ...{ outcome: 'refused', reason, effect },
});

const flaws: FlawTable = {
  'no-frontmatter': rejected('no-frontmatter', '{host} rejects a skill without a frontmatter.'),
  'leading-text': rejected(
    'no-frontmatter',
    '{host} rejects the skill because the file does not begin with the frontmatter.',
  ),
  'fence-language': {
    ...rejected('fence', '{host} rejects the skill because text follows the opening "---".'),
    evidence: unknown,
  },
  'unclosed-fence': rejected(
    'fence',
    '{host} rejects the skill because the frontmatter is not closed.',
  ),
  yaml: rejected('yaml', '{host} rejects the whole skill.'),
  'duplicate-key': rejected('yaml', '{host} rejects the whole skill.'),
  'not-a-mapping': rejected('yaml', '{host} rejects the whole skill.'),
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it.',
  },
  'too-large': {
    outcome: 'unknown',
    reason: 'too-large',
    effect: '{host} may read a frontmatter of this size, but it is too large to be checked here.',
  },
};

const skill: SkillBuilder = ({ fields: judged, place }) => {
  const description = onOneLine(usedValue(judged, 'description')) ?? '';
  return {
    id: onOneLine(usedValue(judged, 'name')) || place.base,
    description: description.slice(0, listedLength),
    isFromBody: false,
    cutAt: description.length > listedLength ? listedLength : null,
    userInvocable: null,
    modelInvocable: 'yes',
    paths: [],
  };
};

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
    glob: '.agents/skills/**/SKILL.md',
    scope: 'project',
    summary: 'Skills in the folder that several programs share.',
  },
  {
    ...folder,
    glob: '.codex/skills/**/SKILL.md',
    scope: 'project',
    summary: 'Skills, including subfolders.',
  },
  {
    ...folder,
    glob: '.agents/skills/**/SKILL.md',
    scope: 'user',
    summary: 'Skills of a user in the folder that several programs share.',
  },
  {
    ...folder,
    glob: '.codex/skills/**/SKILL.md',
    scope: 'user',
    summary: 'Skills for all projects of a user.',
  },
];
