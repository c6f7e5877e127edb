// The names of tools in `tools` and `disallowedTools`, as Claude Code parses them.
import { type Token, tokensOf } from '../../agent/name-tokens';
import { memoize } from '../../text/memoize';
import type { StringValue, Value } from '../../yaml/value';
import type { FieldVerdict } from '../model/field-verdict';
import type { PersonaInput } from '../model/persona-builder';
import type { ToolCatalog } from '../model/tools';

export interface Name {
  readonly token: Token;
  readonly key: string;
  /** Without the argument in parentheses; former names are mapped to current ones. */
  readonly base: string;
  readonly argument: string | null;
  /** Not restricted to certain uses: no argument, an empty one or `*`. */
  readonly whole: boolean;
  readonly renamed: boolean;
}

/** The current names of tools, by the former names that are still mapped. */
export const currentNames = memoize(
  ({ former }: ToolCatalog): ReadonlyMap<string, string> =>
    new Map(former.filter((one) => one.mapped).map((one) => [one.name, one.now[0] ?? one.name])),
);

const none: readonly Name[] = [];

type Source = Pick<PersonaInput, 'text' | 'dialect'>;

export function namesIn(input: Source, field: FieldVerdict | undefined): readonly Name[] {
  if (!field) return none;
  const names: Name[] = [];
  const current = currentNames(input.dialect.tools);
  for (const value of textsIn(field.value)) {
    if (isOneWord(value))
      names.push(nameOf({ text: value.text, span: value.span }, field.key, current));
    else for (const token of tokensIn(input, value)) names.push(nameOf(token, field.key, current));
  }
  return names;
}

/** The parts between the separators. */
export const tokensIn = ({ text, dialect }: Source, value: StringValue): readonly Token[] =>
  tokensOf(text, value, dialect.tools.separators);

/** Fast path: nearly every item of a list is one word, which need not be split and whose span is known. */
const isOneWord = ({ text, style, span }: StringValue): boolean =>
  style === 'plain' && span.end - span.start === text.length && word.test(text);

const word = /^\w+$/;

/** @param current see `currentNames`. */
export function nameOf(token: Token, key: string, current: ReadonlyMap<string, string>): Name {
  const { text } = token;
  const open = text.indexOf('(');
  const hasArgument = open > 0 && text.endsWith(')');
  const written = hasArgument ? text.slice(0, open) : text;
  const inside = hasArgument ? text.slice(open + 1, -1) : null;
  const now = current.get(written);
  return {
    token,
    key,
    base: now ?? written,
    argument: inside === null ? null : inside.trim(),
    // A space counts as a restriction too.
    whole: inside === null || inside === '' || inside === '*',
    renamed: now !== undefined,
  };
}

const noTexts: readonly StringValue[] = [];

export const textsIn = (value: Value): readonly StringValue[] =>
  value.kind === 'text'
    ? [value]
    : value.kind === 'list'
      ? value.items.filter((item) => item.kind === 'text')
      : noTexts;
