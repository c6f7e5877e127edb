// Names of tools as they stand in `tools` and `disallowedTools`, and what the host makes of each.
import { type Token, tokensOf } from '../../agent/tokens';
import type { TextValue, Value } from '../../agent/value';
import type { PersonaInput } from '../persona';
import type { FieldVerdict } from '../verdict';
import { tools as catalogue } from './tools';

export interface Name {
  readonly token: Token;
  readonly key: string;
  /** Without what stands in parentheses, old names mapped. */
  readonly base: string;
  readonly argument: string | null;
  /** Not narrowed to some uses: nothing in parentheses, or a star. */
  readonly whole: boolean;
  readonly renamed: boolean;
}

const mapped = new Map(
  catalogue.former.filter((one) => one.mapped).map((one) => [one.name, one.now[0] ?? one.name]),
);

/** The name of a tool that is written by an old one. */
export const mappedName = (written: string): string => mapped.get(written) ?? written;

const none: readonly Name[] = [];

export function namesIn(input: PersonaInput, field: FieldVerdict | undefined): readonly Name[] {
  if (!field) return none;
  const names: Name[] = [];
  for (const value of textsIn(field.value)) {
    if (isOneWord(value)) names.push(nameOf({ text: value.text, span: value.span }, field.key));
    else for (const token of tokensIn(input, value)) names.push(nameOf(token, field.key));
  }
  return names;
}

/** What stands between the separators. */
export const tokensIn = ({ text }: PersonaInput, value: TextValue): readonly Token[] =>
  tokensOf(text, value, catalogue.separators);

/** As nearly every item of a list is: there is nothing to cut, and its place is known. */
const isOneWord = ({ text, style, span }: TextValue): boolean =>
  style === 'plain' && span.end - span.start === text.length && word.test(text);

const word = /^\w+$/;

export function nameOf(token: Token, key: string): Name {
  const { text } = token;
  const open = text.indexOf('(');
  const cut = open > 0 && text.endsWith(')');
  const written = cut ? text.slice(0, open) : text;
  const inside = cut ? text.slice(open + 1, -1) : null;
  const now = mapped.get(written);
  return {
    token,
    key,
    base: now ?? written,
    argument: inside === null ? null : inside.trim(),
    // A blank narrows it too.
    whole: inside === null || inside === '' || inside === '*',
    renamed: now !== undefined,
  };
}

const noTexts: readonly TextValue[] = [];

export const textsIn = (value: Value): readonly TextValue[] =>
  value.kind === 'text'
    ? [value]
    : value.kind === 'list'
      ? value.items.filter((item) => item.kind === 'text')
      : noTexts;
