// The settings of a hook next to its command. Claude Code treats a setting of the wrong type like a missing command.

import type { Value } from '../../yaml/value';
import { expectation, problem } from '../judge/check';
import type { Problem } from '../model/problem';

export const valueAtKey = (value: Value, key: string): Value | undefined =>
  value.kind === 'map' ? value.entries.find((entry) => entry.key === key)?.value : undefined;

const settings: Readonly<Record<string, { expected: string; isValid: (value: Value) => boolean }>> =
  {
    timeout: {
      expected: 'a number above 0',
      isValid: (value) => value.kind === 'number' && value.number > 0,
    },
    statusMessage: {
      expected: expectation({ type: 'text' }),
      isValid: (value) => value.kind === 'text',
    },
    once: { expected: 'true or false', isValid: (value) => value.kind === 'boolean' },
    async: { expected: 'true or false', isValid: (value) => value.kind === 'boolean' },
    shell: {
      expected: 'bash or powershell',
      isValid: (value) => value.kind === 'text' && /^(?:bash|powershell)$/.test(value.text),
    },
    if: { expected: expectation({ type: 'text' }), isValid: (value) => value.kind === 'text' },
    args: { expected: 'a list', isValid: (value) => value.kind === 'list' },
    model: { expected: expectation({ type: 'text' }), isValid: (value) => value.kind === 'text' },
    headers: { expected: 'a map', isValid: (value) => value.kind === 'map' },
    input: { expected: 'a map', isValid: (value) => value.kind === 'map' },
    url: {
      expected: 'a URL',
      isValid: (value) => value.kind === 'text' && /^[a-z][a-z0-9+.-]*:/i.test(value.text),
    },
  };

/** A problem for each setting of the hook that has the wrong type. */
export function invalidSettings(hook: Value, path: Problem['path']): Problem[] {
  return Object.entries(settings).flatMap(([key, { expected, isValid }]): Problem[] => {
    const value = valueAtKey(hook, key);
    if (!value || isValid(value)) return [];
    return [problem('value', value, expected, [...path, key])];
  });
}
