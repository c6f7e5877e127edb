// Handoffs: buttons below a response that pass the work on to another agent.

import { flowScalar } from '../../yaml/scalar';
import type { Value } from '../../yaml/value';
import { check, phrase, problem } from '../judge/check';
import type { CustomCheckResult, Field } from '../model/field';
import type { Problem, Type } from '../model/type';
import { executedHere } from './evidence';
import { coerced, dropped } from './judgements';

const flag: Type = { type: 'boolean', lowerCaseOnly: true };

const type: Type = {
  type: 'list',
  of: {
    type: 'map',
    keys: {
      label: {
        type: { type: 'text', nonEmpty: true },
        summary: 'The text on the button.',
        required: true,
      },
      agent: {
        type: { type: 'text', nonEmpty: true, vocabulary: 'agents' },
        summary: 'The agent that continues the work.',
        required: true,
      },
      prompt: {
        type: { type: 'text' },
        summary: 'The prompt for that agent. It can be empty.',
        required: true,
      },
      send: { type: flag, summary: 'Whether the prompt is sent immediately.' },
      showContinueOn: { type: flag, summary: 'Whether the work can be continued elsewhere.' },
      model: {
        type: { type: 'text', vocabulary: 'models' },
        summary: 'The model that the agent continues with.',
      },
    },
  },
};

function judge(value: Value): CustomCheckResult | null {
  if (value.kind !== 'list') return null;
  const { problems } = check(type, value);
  const found = [...problems.map(withUsualValue), ...duplicateLabels(value)];
  const otherwise = coerced(
    '{host} drops handoffs that lack "label", "agent" or "prompt", and ignores unknown keys.',
  );
  return found.length > 0 ? { outcome: 'coerced', problems: found, otherwise } : null;
}

/** Adds the value to offer for a part that a handoff lacks. The intended agent cannot be guessed. */
function withUsualValue(problem: Problem): Problem {
  const key = problem.path.at(-1);
  if (problem.kind !== 'missing-key') return problem;
  if (key === 'prompt') return { ...problem, usual: 'Continue with the task.' };
  const { value } = problem;
  const agent =
    value.kind === 'map' ? value.entries.find((entry) => entry.key === 'agent') : undefined;
  if (key !== 'label' || agent?.value.kind !== 'text') return problem;
  return { ...problem, usual: flowScalar(`Continue with ${agent.value.text}`) };
}

/** VS Code identifies buttons by their labels, ignoring case. */
function duplicateLabels(list: Extract<Value, { kind: 'list' }>): ReturnType<typeof problem>[] {
  const seen = new Set<string>();
  return list.items.flatMap((item, index) => {
    const label =
      item.kind === 'map' ? item.entries.find(({ key }) => key === 'label')?.value : undefined;
    if (label?.kind !== 'text' || label.text === '') return [];
    const word = label.text.toLowerCase();
    if (!seen.has(word)) {
      seen.add(word);
      return [];
    }
    return [problem('value', label, phrase('a label that no other handoff has'), [index, 'label'])];
  });
}

export const handoffs: Field = {
  summary: 'Buttons below the response that pass the work on to another agent.',
  type,
  otherwise: dropped('{host} shows no buttons.'),
  empty: dropped('{host} shows no buttons.'),
  judge,
  absent: 'No buttons.',
  snippet:
    '\n  - label: ${1:Start}\n    agent: ${2:agent}\n    prompt: ${3:Continue with the plan.}\n    send: ${4|false,true|}',
  evidence: executedHere,
};
