// The values of options that several commands have.
import { oneOf } from '../hosts/judge/expectation';
import { type Context, defaultContext } from '../hosts/model/context';
import { english } from '../text/translate';
import { UsageError } from './io';

/**
 * Accepts one of several values.
 * @throws UsageError
 */
export function wordOf<T extends string>(
  value: unknown,
  words: readonly T[],
  otherwise: T,
  flag: string,
): T {
  if (value === undefined) return otherwise;
  const word = words.find((one) => one === value);
  if (word === undefined)
    throw new UsageError(`--${flag} must be ${english(oneOf(words))}, not "${String(value)}"`);
  return word;
}

/**
 * Parses `--context key=value`, which can be repeated.
 * @throws UsageError
 */
export function contextOf(value: unknown): Context {
  const pairs = Array.isArray(value) ? value.map(String) : [];
  let context: Context = defaultContext;
  for (const pair of pairs) {
    const [key = '', ...rest] = pair.split('=');
    const value = rest.length === 0 ? undefined : rest.join('=');
    context = { ...context, ...contextPart(key, value) };
  }
  return context;
}

const isYes = (key: string, value: string): boolean => {
  const words = ['true', 'false', 'yes', 'no'] as const;
  const word = wordOf(value === '' ? undefined : value, words, 'true', `context ${key}`);
  return word === 'true' || word === 'yes';
};

/** @param written undefined for a key without `=`, which is enough where the value is true or false. */
function contextPart(key: string, written: string | undefined): Partial<Context> {
  const value = written ?? '';
  const names = value.split(',').filter((name) => name !== '');
  if (written === undefined && /^(?:mcp|editorTools|editorModels|model)$/.test(key))
    throw new UsageError(`--context ${key} requires a value. Write --context ${key}=VALUE.`);
  switch (key) {
    case 'platform':
      return {
        platform: wordOf<Context['platform']>(
          value,
          ['linux', 'macos', 'windows'],
          'linux',
          'context platform',
        ),
      };
    case 'background':
      return { background: isYes(key, value) };
    case 'trust':
      return { trust: isYes(key, value) };
    case 'online':
      return { online: isYes(key, value) };
    case 'mcp':
      return { mcp: names };
    case 'editorTools':
      return { editorTools: names };
    case 'editorModels':
      return { editorModels: names };
    case 'model':
      return { model: value === '' ? null : value };
    default:
      throw new UsageError(
        `unknown context key "${key}". Use ${english(oneOf(Object.keys(defaultContext)))}.`,
      );
  }
}
