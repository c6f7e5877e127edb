// What a hook may hold beside its command: a value of the wrong type is as bad as no command.
import { describe, type Value } from '../../agent/value';
import type { Problem } from '../verdict';

export const entryIn = (value: Value, key: string): Value | undefined =>
  value.kind === 'map' ? value.entries.find((entry) => entry.key === key)?.value : undefined;

const settings: Readonly<Record<string, { expected: string; fits: (value: Value) => boolean }>> = {
  timeout: {
    expected: 'a number above 0',
    fits: (value) => value.kind === 'number' && value.number > 0,
  },
  statusMessage: { expected: 'a text', fits: (value) => value.kind === 'text' },
  once: { expected: 'true or false', fits: (value) => value.kind === 'boolean' },
  async: { expected: 'true or false', fits: (value) => value.kind === 'boolean' },
  shell: {
    expected: 'bash or powershell',
    fits: (value) => value.kind === 'text' && /^(?:bash|powershell)$/.test(value.text),
  },
  if: { expected: 'a text', fits: (value) => value.kind === 'text' },
  args: { expected: 'a list', fits: (value) => value.kind === 'list' },
  model: { expected: 'a text', fits: (value) => value.kind === 'text' },
  headers: { expected: 'a map', fits: (value) => value.kind === 'map' },
  input: { expected: 'a map', fits: (value) => value.kind === 'map' },
  url: {
    expected: 'an address',
    fits: (value) => value.kind === 'text' && /^[a-z][a-z0-9+.-]*:/i.test(value.text),
  },
};

/** The settings of one hook that are of the wrong type. */
export function wrongSettings(hook: Value, path: Problem['path']): Problem[] {
  return Object.entries(settings).flatMap(([key, { expected, fits }]): Problem[] => {
    const value = entryIn(hook, key);
    if (!value || fits(value)) return [];
    const at = [...path, key];
    return [{ kind: 'value', path: at, span: value.span, expected, got: describe(value), value }];
  });
}
