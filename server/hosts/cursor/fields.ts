// The fields of an agent file in Cursor 1.0.32. Every value is a string that ends with its line, and is never rejected.
import type { Sentence } from '../../text/message';
import type { Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Expected } from '../model/type';
import { executedHere, inProgram } from './evidence';

const ignored: Consequence = { outcome: 'dropped', effect: '{host} silently ignores it.' };

const field = (own: Omit<Field, 'otherwise' | 'evidence'> & Partial<Field>): Field => ({
  otherwise: ignored,
  evidence: executedHere,
  ...own,
});

const changed = (
  value: Value,
  expected: Expected,
  effect: Sentence,
  meant?: string,
): CustomCheckResult => ({
  outcome: 'coerced',
  problems: [{ ...problem('value', value, expected), ...(meant !== undefined && { meant }) }],
  otherwise: { outcome: 'coerced', effect },
});

const quoted = /^"([^"\\]*)"$|^'([^']*)'$/;
const comment = /^(.*?\S)[ \t]+#.*$/;

/** What YAML would read instead; undefined where it reads the same. */
function suggestValue(text: string): string | undefined {
  const code = comment.exec(text)?.[1] ?? text;
  const inner = quoted.exec(code);
  const meant = (inner ? (inner[1] ?? inner[2]) : code)?.trim();
  return meant === text || meant === '' ? undefined : meant;
}

/** What the program reads as part of the value, of which the message shows only one. */
const isCommented = (text: string): boolean => comment.test(text);

const literally = (text: string): Sentence =>
  isCommented(text)
    ? '{host} reads the comment as part of the value.'
    : '{host} reads the quotes as part of the value.';

const nameExpected = (text: string): Expected =>
  isCommented(text) ? phrase('a name without a comment') : phrase('a name without quotes');

/** The name of a built-in agent of Claude Code, which the program leaves out. */
const leftOut = 'claude-code-tutor';

function judgeName(value: Value): CustomCheckResult | null {
  if (value.kind !== 'text') return null;
  if (value.text === leftOut)
    return {
      outcome: 'refused',
      problems: [problem('value', value, phrase('another name'))],
      otherwise: {
        outcome: 'refused',
        file: 'ignored',
        reason: 'name',
        effect: '{host} silently does not load the agent.',
      },
    };
  const meant = suggestValue(value.text);
  return meant === undefined
    ? null
    : changed(value, nameExpected(value.text), literally(value.text), meant);
}

function judgeModel(value: Value): CustomCheckResult | null {
  if (value.kind !== 'text') return null;
  const meant = suggestValue(value.text);
  return meant === undefined
    ? null
    : changed(value, nameExpected(value.text), literally(value.text), meant);
}

/** A word for true at the beginning, which YAML or the author may mean. */
export const meansTrue = /^["']?(?:true|yes|on|1)\b/i;

function flagExpected(text: string): Expected {
  if (isCommented(text)) return phrase('true or false without a comment');
  return quoted.test(text) ? phrase('true or false without quotes') : { type: 'boolean' };
}

const judgeFlag =
  (isLimit: boolean) =>
  (value: Value): CustomCheckResult | null => {
    if (value.kind !== 'text') return null;
    const isTrue = meansTrue.test(value.text);
    // The value is in the next lines, which the program does not read.
    const isCut = /^[|>][-+\d]*$/.test(value.text);
    return {
      outcome: 'dropped',
      problems: [
        {
          ...problem('value', value, flagExpected(value.text)),
          choices: ['true', 'false'],
          ...(!isCut && { meant: String(isTrue) }),
        },
      ],
      otherwise: isTrue && isLimit ? { ...ignored, losesLimit: true } : ignored,
    };
  };

const flag = (
  own: Omit<Field, 'otherwise' | 'evidence' | 'type' | 'judge'>,
  isLimit = false,
): Field => field({ type: { type: 'boolean' }, judge: judgeFlag(isLimit), ...own });

export const fields: Readonly<Record<string, Field>> = {
  name: field({
    summary: 'The name by which the agent is called.',
    type: { type: 'text' },
    judge: judgeName,
    absent: 'The file name.',
    snippet: ' ${1:name}',
    details: 'Without quotes, which would be part of the name. Lowercase letters and hyphens.',
    role: 'name',
  }),
  description: field({
    summary: 'When to use the agent. The main agent reads it.',
    type: { type: 'text' },
    absent: 'No description.',
    snippet: ' ${1:Use it when}',
    valueEvidence: inProgram,
    details: 'On one line: `>`, `|` and lines that continue it are not supported.',
    role: 'description',
  }),
  model: field({
    summary: 'The model that the agent uses.',
    type: { type: 'text', vocabulary: 'models' },
    judge: judgeModel,
    absent: 'The model of the session.',
    snippet: ' ${1|inherit,fast|}',
    role: 'model',
  }),
  readonly: flag(
    {
      summary: 'The agent cannot change files, and runs only commands that change nothing.',
      governs: 'permission',
      absent: 'The agent can change files.',
      snippet: ' ${1|true,false|}',
      details: 'Only `true` counts, in any letter case. A comment after it is part of the value.',
    },
    true,
  ),
  is_background: flag({
    summary: 'The agent runs in the background.',
    absent: 'false',
    snippet: ' ${1|true,false|}',
  }),
  background: flag({
    summary: 'Another name of `is_background`, which it overrides.',
    absent: 'false',
    isNeverOffered: true,
  }),
  'force-default-model': flag({
    summary: 'The agent uses the default model. Not documented.',
    absent: 'false',
    isNeverOffered: true,
  }),
  tools: field({
    summary: 'The names of tools, separated by commas. Not documented.',
    type: { type: 'text', vocabulary: 'tools' },
    mayHaveNoEffect:
      '{host} documents no list of tools, so the agent probably has all of them. Set "readonly: true" if it must not change files.',
    absent: 'All tools.',
    snippet: ' ${1:name}',
    details:
      'The program reads the names. Whether it limits the agent to these tools is not known.',
    role: 'tools',
    valueEvidence: inProgram,
    isNeverOffered: true,
  }),
};
