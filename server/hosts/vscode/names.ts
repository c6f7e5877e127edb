// Names in a list or in a comma-separated string, split as VS Code does: it respects quotes inside the string, but not
// parentheses.
import type { Token } from '../../agent/name-tokens';
import { slice } from '../../text/span';
import type { StringValue, Value } from '../../yaml/value';

/** The names in the value without empty ones, each with its span in `file` (UTF-16 offsets). */
export function namesIn(file: string, value: Value): readonly Token[] {
  if (value.kind === 'text') return tokensInString(file, value);
  if (value.kind !== 'list') return [];
  return value.items.flatMap((item) =>
    item.kind === 'text' && item.text !== '' ? [tokenOfItem(file, item)] : [],
  );
}

function tokenOfItem(file: string, { text, style, span }: StringValue): Token {
  const isQuoted =
    (style === 'single' || style === 'double') && slice(file, span).slice(1, -1) === text;
  return { text, span: isQuoted ? { start: span.start + 1, end: span.end - 1 } : span };
}

function tokensInString(file: string, value: StringValue): readonly Token[] {
  const raw = slice(file, value.span);
  const inside = value.style === 'plain' ? 0 : 1;
  const isExact = raw.startsWith(value.text, inside);
  let from = inside;
  return splitNames(value.text).map(({ text, start }) => {
    // Escapes and folding shift the offsets, so the name is searched for; if it is not found, the whole value is its span.
    const found = isExact ? inside + start : raw.indexOf(text, from);
    if (found < 0) return { text, span: value.span };
    from = found + text.length;
    return { text, span: { start: value.span.start + found, end: value.span.start + from } };
  });
}

interface NamePart {
  readonly text: string;
  readonly start: number;
}

/** A quoted name ends with its quote; the next one may follow without a comma. */
function splitNames(text: string): readonly NamePart[] {
  const names: NamePart[] = [];
  const name = /[ \t]*(?:"([^"]*)"?|'([^']*)'?|([^,]*))[ \t]*,?/y;
  while (name.lastIndex < text.length) {
    const at = name.lastIndex;
    const [all = '', double, single, plain] = name.exec(text) ?? [];
    const quoted = double ?? single;
    const found = quoted ?? plain?.trimEnd() ?? '';
    const lead = /^[ \t]*/.exec(all)?.[0].length ?? 0;
    if (found !== '')
      names.push({ text: found, start: at + lead + (quoted === undefined ? 0 : 1) });
    if (all === '') break;
  }
  return names;
}
