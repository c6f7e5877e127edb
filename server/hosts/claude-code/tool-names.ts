// Names of tools as they stand in `tools` and `disallowedTools`, and what the host makes of each.
import { type Token, tokensOf } from '../../agent/tokens';
import type { Value } from '../../agent/value';
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

export function namesIn({ text }: PersonaInput, field: FieldVerdict | undefined): Name[] {
  if (!field || field.value.kind === 'null') return [];
  return textsIn(field.value).flatMap((value) =>
    tokensOf(text, value, catalogue.separators).map((token) => nameOf(token, field.key)),
  );
}

function nameOf(token: Token, key: string): Name {
  const open = token.text.indexOf('(');
  const cut = open > 0 && token.text.endsWith(')');
  const written = cut ? token.text.slice(0, open) : token.text;
  const inside = cut ? token.text.slice(open + 1, -1) : null;
  const now = mapped.get(written);
  return {
    token,
    key,
    base: now ?? written,
    argument: inside?.trim() ?? null,
    // A blank narrows it too.
    whole: inside === null || inside === '' || inside === '*',
    renamed: now !== undefined,
  };
}

export const textsIn = (value: Value): Extract<Value, { kind: 'text' }>[] =>
  value.kind === 'text'
    ? [value]
    : value.kind === 'list'
      ? value.items.filter((item) => item.kind === 'text')
      : [];
