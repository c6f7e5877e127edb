// Skills of Claude Code. Nothing is required of them, and what it cannot use it silently ignores: a skill without a readable
// frontmatter is listed with the first line of its text.

import type { Message } from '../../text/message';
import { textOf, type Value } from '../../yaml/value';
import { problem } from '../judge/check';
import type { Dialect } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { FieldVerdict } from '../model/field-verdict';
import type { FlawTable } from '../model/flaw-tables';
import type { SkillKind } from '../model/host';
import type { Location } from '../model/location';
import { markdownSkeleton } from '../model/skeleton';
import type { SkillBuilder } from '../model/skill';
import { firstLine, scalarText, standardFields, usedValue } from '../model/skill-parts';
import type { Type } from '../model/type';
import { seen } from './evidence';
import { fields as agentFields } from './fields';
import { reader } from './reader';

const text: Type = { type: 'text', anyScalar: true };
const names: Type = { type: 'names', separators: ', ', vocabulary: 'tools' };

const dropped = (effect: Message): Consequence => ({ outcome: 'dropped', effect });
const ignored = dropped('{host} silently ignores it.');
const described: Consequence = dropped(
  '{host} uses the first line of the text as the description instead.',
);

const isTrue = /^(?:true|yes)$/i;
const isFalse = /^(?:false|no)$/i;

/** The value as Claude Code reads it; undefined for values that were not tested. */
function flagOf(value: Value | undefined): boolean | undefined {
  if (value?.kind === 'boolean') return value.boolean;
  if (value?.kind === 'number') return value.number === 1 ? true : undefined;
  const word = value && textOf(value);
  if (word === undefined) return undefined;
  return isTrue.test(word) ? true : isFalse.test(word) ? false : undefined;
}

function judgeFlag(value: Value): CustomCheckResult | null {
  const flag = flagOf(value);
  if (flag !== undefined) return { outcome: 'kept', problems: [] };
  const untested: Consequence = {
    outcome: 'unknown',
    effect: 'It is not known how {host} reads this value.',
  };
  return {
    outcome: 'unknown',
    problems: [problem('value', value, { type: 'boolean' })],
    otherwise: untested,
  };
}

/** Claude Code lists at most so many characters of a description, with those of `when_to_use`. */
const listedLength = 1_536;
const longestLabel = 256;

const judgeLabel = (value: Value): CustomCheckResult | null =>
  (textOf(value)?.length ?? 0) > longestLabel
    ? {
        outcome: 'dropped',
        problems: [problem('value', value, { type: 'text' })],
        otherwise: dropped('{host} ignores it and shows the name of the folder.'),
      }
    : null;

const isBlank = (value: Value): boolean =>
  value.kind === 'null' || (value.kind === 'text' && value.text.trim() === '');

const judgeDescription = (value: Value): CustomCheckResult | null =>
  isBlank(value)
    ? {
        outcome: 'dropped',
        problems: [problem('value', value, { type: 'text', nonEmpty: true })],
        otherwise: described,
      }
    : null;

const flag = (own: Pick<Field, 'summary' | 'absent' | 'snippet' | 'role'>): Field => ({
  type: { type: 'boolean', words: { true: ['true', 'yes'], false: ['false', 'no'] } },
  judge: judgeFlag,
  otherwise: ignored,
  governs: 'permission',
  evidence: seen,
  ...own,
});

const { effort, hooks, model } = agentFields;

const withoutHooks: Consequence = {
  outcome: 'dropped',
  losesLimit: true,
  effect: '{host} loads the skill without these hooks and reports it only in its debug log.',
};

/** As for an agent, but a skill is loaded without hooks where an agent is not loaded. */
const hooksOf = ({ judge, ...field }: Field): Field => ({
  ...field,
  evidence: seen,
  otherwise: withoutHooks,
  judge: (value) => {
    const found = judge?.(value) ?? null;
    return found?.otherwise?.file === undefined ? found : { ...found, otherwise: withoutHooks };
  },
});

const fields: Dialect['fields'] = {
  name: {
    summary: 'The label that lists show. The skill is called by the name of its folder.',
    type: text,
    judge: judgeLabel,
    otherwise: { outcome: 'coerced', effect: '{host} shows it as a string.' },
    empty: 'accepted',
    absent: 'The name of the folder.',
    snippet: ' ${1:name}',
    isForDisplay: true,
    role: 'name',
    evidence: seen,
  },
  description: {
    summary: 'What the skill does and when to use it. The model reads it in its list of skills.',
    type: { type: 'text', anyScalar: true, multiline: true },
    judge: judgeDescription,
    otherwise: described,
    empty: described,
    required: described,
    absent: 'The first line of the text.',
    snippet: ' ${1:Use when}',
    details: `At most ${listedLength} characters are listed, together with \`when_to_use\`.`,
    role: 'description',
    evidence: seen,
  },
  when_to_use: {
    summary: 'When to use the skill. It is added to the description.',
    type: { type: 'text', anyScalar: true, multiline: true },
    otherwise: ignored,
    absent: 'Nothing is added.',
    snippet: ' ${1:Use when}',
    evidence: seen,
  },
  'allowed-tools': {
    summary: 'The tools that can be used without asking while the skill is active.',
    type: names,
    otherwise: ignored,
    empty: 'accepted',
    absent: 'The permissions of the session.',
    snippet: ' ${1:Read, Grep}',
    details:
      'It takes no tool away. The user is asked before the model uses such a skill. Names are case-sensitive.',
    governs: 'permission',
    evidence: seen,
  },
  'disallowed-tools': {
    summary: 'The tools that cannot be used while the skill is active.',
    type: names,
    otherwise: { ...ignored, losesLimit: true },
    empty: 'accepted',
    absent: 'No tool is denied.',
    snippet: ' ${1:Bash}',
    governs: 'permission',
    evidence: seen,
  },
  disallowedTools: {
    summary: 'Another name of `disallowed-tools`.',
    type: names,
    otherwise: { ...ignored, losesLimit: true },
    empty: 'accepted',
    absent: 'No tool is denied.',
    governs: 'permission',
    isNeverOffered: true,
    evidence: seen,
  },
  'disable-model-invocation': flag({
    summary: 'Whether only users can call the skill. The model does not see it.',
    absent: 'The model can use it.',
    snippet: ' ${1|true,false|}',
    role: 'model-invocable',
  }),
  'user-invocable': flag({
    summary: 'Whether users can call the skill by its name.',
    absent: 'Users can call it.',
    snippet: ' ${1|false,true|}',
    role: 'user-invocable',
  }),
  'argument-hint': {
    summary: 'The arguments that the list of commands shows next to the name.',
    type: text,
    otherwise: { outcome: 'coerced', effect: '{host} shows the items of the list.' },
    empty: 'accepted',
    absent: 'No hint.',
    snippet: ' "${1:[file]}"',
    isForDisplay: true,
    evidence: seen,
  },
  arguments: {
    summary: 'Names for the arguments: `$issue` in the text is replaced by the argument `issue`.',
    type: { type: 'names', separators: ', ' },
    otherwise: ignored,
    empty: 'accepted',
    absent: 'Arguments have only numbers.',
    snippet: ' [${1:name}]',
    evidence: seen,
  },
  ...(model && { model: { ...model, evidence: seen } }),
  ...(effort && { effort: { ...effort, evidence: seen } }),
  context: {
    summary: 'Whether the skill runs in a subagent of its own.',
    type: {
      type: 'one-of',
      choices: [{ value: 'fork', means: 'It runs in a subagent.', alsoWritten: ['forked'] }],
    },
    otherwise: dropped('{host} runs the skill in the conversation instead of a subagent.'),
    empty: 'accepted',
    absent: 'It runs in the conversation.',
    snippet: ' fork',
    evidence: seen,
  },
  agent: {
    summary: 'The agent that runs the skill. It is used only with `context: fork`.',
    type: { type: 'text', vocabulary: 'agents' },
    otherwise: ignored,
    empty: 'accepted',
    absent: 'general-purpose',
    snippet: ' ${1:Explore}',
    evidence: seen,
  },
  paths: {
    summary:
      'Files for which the model is offered the skill: once it has used a file that matches.',
    type: { type: 'names', separators: ',' },
    otherwise: ignored,
    empty: 'accepted',
    absent: 'It is always offered.',
    snippet: ' "${1:src/**}"',
    evidence: seen,
  },
  ...(hooks && { hooks: hooksOf(hooks) }),
  shell: {
    summary: 'The shell that runs the commands in the text.',
    type: { type: 'text' },
    otherwise: ignored,
    empty: 'accepted',
    absent: 'The shell of the session.',
    isNeverOffered: true,
    evidence: seen,
  },
  background: {
    summary: 'Whether a skill in a subagent runs in the background.',
    type: { type: 'boolean' },
    otherwise: ignored,
    empty: 'accepted',
    absent: 'It runs in the background.',
    isNeverOffered: true,
    evidence: seen,
  },
  version: {
    summary: 'The version of the skill.',
    type: { type: 'any' },
    otherwise: ignored,
    absent: 'None.',
    isForDisplay: true,
    isNeverOffered: true,
    evidence: seen,
  },
  ...standardFields(seen),
};

const lost =
  '{host} ignores the whole frontmatter and lists the skill with the first line of the text.';

const flaws: FlawTable = {
  'no-frontmatter': {
    outcome: 'loads-changed',
    reason: 'no-frontmatter',
    effect: '{host} lists the skill with the first line of the text as its description.',
  },
  'leading-text': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    losesLimit: true,
    effect: '{host} finds no frontmatter and sends the whole file to the model.',
  },
  'unclosed-fence': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    losesLimit: true,
    effect: '{host} finds no frontmatter and sends the whole file to the model.',
  },
  yaml: { outcome: 'loads-changed', reason: 'frontmatter-lost', losesLimit: true, effect: lost },
  'not-a-mapping': { outcome: 'loads-changed', reason: 'frontmatter-lost', effect: lost },
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it.',
  },
  'early-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} ends the frontmatter at the first "---", even within a line.',
    evidence: unknown,
  },
};

const isForAnyFile = /^\*\*(?:\/\*)?$/;

const pathsIn = (value: Value | undefined): readonly string[] => {
  const all =
    value?.kind === 'list'
      ? value.items.flatMap((item) => textOf(item) ?? [])
      : (textOf(value)?.split(',') ?? []);
  return all.map((one) => one.trim()).filter((one) => one !== '' && !isForAnyFile.test(one));
};

/** The user is asked before the model uses a skill with one of these. */
const askedFor = ['allowed-tools', 'disallowed-tools', 'disallowedTools', 'hooks'];

const has = (fields: readonly FieldVerdict[], key: string): boolean => {
  const value = usedValue(fields, key);
  return value !== undefined && value.kind !== 'null';
};

const skill: SkillBuilder = ({ skill: read, fields: judged, place }) => {
  const own = usedValue(judged, 'description');
  const written = own && !isBlank(own) ? scalarText(own)?.trim() : undefined;
  const when = scalarText(usedValue(judged, 'when_to_use'));
  const begin = written ?? (firstLine(read) || 'Skill');
  const description = when === undefined ? begin : `${begin} - ${when}`;
  const isClosed = flagOf(usedValue(judged, 'disable-model-invocation')) === true;
  const asks = askedFor.some((key) => has(judged, key));
  return {
    id: place.base,
    description: description.slice(0, listedLength),
    isFromBody: written === undefined,
    cutAt: description.length > listedLength ? listedLength : null,
    userInvocable: flagOf(usedValue(judged, 'user-invocable')) !== false,
    modelInvocable: isClosed ? 'no' : asks ? 'asks' : 'yes',
    paths: pathsIn(usedValue(judged, 'paths')),
  };
};

export const skillKind: SkillKind = {
  subject: 'skill',
  reader,
  syntax: 'yaml',
  readsPrompt: true,
  skill,
  skeleton: markdownSkeleton('description: ${1:Use when}'),
};

export const skillDialect = (base: Dialect): Dialect => ({
  subject: 'skill',
  fields,
  unknownField: {
    outcome: 'ignored',
    effect: '{host} silently ignores it.',
    meant: {
      allowedTools: 'allowed-tools',
      disallowed_tools: 'disallowed-tools',
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

const folder = {
  glob: '.claude/skills/*/SKILL.md',
  role: 'owner',
  kind: 'skill',
  dialect: 'skill',
  id: 'folder',
  evidence: seen,
} as const;

export const skillLocations: readonly Location[] = [
  {
    ...folder,
    scope: 'project',
    summary: 'Skills, in the working folder and every folder above it up to the git root.',
  },
  {
    ...folder,
    scope: 'user',
    summary: 'Skills for all projects of a user. They take precedence over those of a project.',
  },
];
