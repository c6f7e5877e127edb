// Skills of Copilot CLI. It is strict: one value of the wrong type, or a description that is too long, and it rejects the skill.

import { textOf, type Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import type { Dialect, FlawOutcome } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import type { SkillKind } from '../model/host';
import type { Location } from '../model/location';
import type { Reason } from '../model/outcome';
import { namedSkeleton } from '../model/skeleton';
import type { SkillBuilder } from '../model/skill';
import { firstProse, standardFields, usedValue } from '../model/skill-parts';
import type { Expected } from '../model/type';
import { seen } from './evidence';
import { reader } from './reader';

const refused = (reason: Reason): Consequence => ({
  outcome: 'refused',
  file: 'refused',
  reason,
  effect: '{host} rejects the whole skill.',
});

const refusedFor = (value: Value, expected: Expected, reason: Reason): CustomCheckResult => ({
  outcome: 'refused',
  problems: [problem('value', value, expected)],
  otherwise: refused(reason),
});

const longestName = 64;
const longestDescription = 1_024;
const validName = /^[A-Za-z0-9][A-Za-z0-9 ._:-]*$/;

/** In a name, a space becomes a hyphen. */
const asId = (name: string): string => name.replaceAll(' ', '-');

function judgeName(value: Value): CustomCheckResult | null {
  const name = textOf(value);
  if (name === undefined) return null;
  if (name.length > longestName)
    return refusedFor(value, phrase(`a name of at most ${longestName} characters`), 'name');
  if (!validName.test(name))
    return refusedFor(
      value,
      phrase('a name of the letters a to z, digits, hyphens, underscores, dots and colons'),
      'name',
    );
  return asId(name) === name ? null : { outcome: 'coerced', problems: [] };
}

const judgeDescription = (value: Value): CustomCheckResult | null =>
  (textOf(value)?.length ?? 0) > longestDescription
    ? refusedFor(
        value,
        phrase(`a description of at most ${longestDescription} characters`),
        'description',
      )
    : null;

const field = (own: Omit<Field, 'otherwise' | 'evidence'> & Partial<Field>): Field => ({
  otherwise: refused('field'),
  evidence: seen,
  ...own,
});

const flag = (own: Pick<Field, 'summary' | 'absent' | 'snippet' | 'role'>): Field =>
  field({ type: { type: 'boolean' }, governs: 'permission', ...own });

const fields: Dialect['fields'] = {
  name: field({
    summary: 'The name by which users and the model call the skill. A space becomes a hyphen.',
    type: { type: 'text' },
    judge: judgeName,
    otherwise: refused('name'),
    absent: 'The name of the folder.',
    snippet: ' ${1:name}',
    role: 'name',
  }),
  description: field({
    summary: 'What the skill does and when to use it. The model reads it in its list of skills.',
    type: { type: 'text', multiline: true },
    judge: judgeDescription,
    otherwise: refused('description'),
    required: {
      outcome: 'coerced',
      effect: '{host} uses the first line of the text that is no heading as the description.',
    },
    absent: 'The first line of the text that is no heading.',
    snippet: ' ${1:Use when}',
    details: `At most ${longestDescription} characters.`,
    role: 'description',
  }),
  'argument-hint': field({
    summary: 'The arguments that the list of commands shows next to the name.',
    type: { type: 'text' },
    absent: 'No hint.',
    snippet: ' "${1:[file]}"',
    isForDisplay: true,
  }),
  'user-invocable': flag({
    summary: 'Whether users can call the skill by its name.',
    absent: 'Users can call it.',
    snippet: ' ${1|false,true|}',
    role: 'user-invocable',
  }),
  'disable-model-invocation': flag({
    summary: 'Whether only users can call the skill. The model does not see it.',
    absent: 'The model can use it.',
    snippet: ' ${1|true,false|}',
    role: 'model-invocable',
  }),
  'allowed-tools': field({
    summary: 'The tools that the skill needs. Commands are asked about all the same.',
    type: { type: 'names', separators: ',', vocabulary: 'tools' },
    absent: 'None.',
    snippet: ' ${1:view}',
    details: 'Names are separated by commas. With spaces, all of them are one name.',
    governs: 'permission',
  }),
  ...standardFields(seen),
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
  'not-a-mapping': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    effect: '{host} ignores the frontmatter and uses the name of the folder.',
  },
  'too-large': {
    outcome: 'unknown',
    reason: 'too-large',
    effect: '{host} may read a frontmatter of this size, but it is too large to be checked here.',
  },
};

const isOff = (value: Value | undefined): boolean => value?.kind === 'boolean' && !value.boolean;
const isOn = (value: Value | undefined): boolean => value?.kind === 'boolean' && value.boolean;

const skill: SkillBuilder = ({ skill: read, fields: judged, place }) => {
  const name = textOf(usedValue(judged, 'name'));
  const written = textOf(usedValue(judged, 'description'));
  return {
    id: asId(name ?? place.base),
    description: written ?? firstProse(read),
    isFromBody: written === undefined,
    cutAt: null,
    userInvocable: !isOff(usedValue(judged, 'user-invocable')),
    modelInvocable: isOn(usedValue(judged, 'disable-model-invocation')) ? 'no' : 'yes',
    paths: [],
  };
};

export const skillKind: SkillKind = {
  subject: 'skill',
  reader,
  syntax: 'yaml',
  readsPrompt: true,
  skill,
  skeleton: namedSkeleton(),
};

export const skillDialect = (base: Dialect): Dialect => ({
  subject: 'skill',
  fields,
  unknownField: {
    outcome: 'ignored',
    effect: '{host} silently ignores it.',
    meant: {
      allowedTools: 'allowed-tools',
      disableModelInvocation: 'disable-model-invocation',
      disable_model_invocation: 'disable-model-invocation',
      userInvocable: 'user-invocable',
      user_invocable: 'user-invocable',
      'user-invokable': 'user-invocable',
    },
    evidence: seen,
  },
  tools: base.tools,
  models: base.models,
  colors: [],
  flaws,
});

const folder = { kind: 'skill', dialect: 'skill', id: 'name-field', evidence: seen } as const;
const inProject = { ...folder, scope: 'project', skipsHidden: 'folders' } as const;
const ofUser = { ...folder, scope: 'user', role: 'owner' } as const;

export const skillLocations: readonly Location[] = [
  {
    ...inProject,
    glob: '.github/skills/**/SKILL.md',
    role: 'owner',
    summary: 'Skills, including subfolders. They take precedence over the other locations.',
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
    glob: '.copilot/skills/**/SKILL.md',
    summary: 'Skills for all projects of a user.',
  },
  {
    ...ofUser,
    glob: '.agents/skills/**/SKILL.md',
    summary: 'Skills for all projects of a user, in the folder that several programs share.',
  },
];
