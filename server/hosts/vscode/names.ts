// Names in a list or in one text with commas, cut the way VS Code cuts them: quotes inside the text count, parentheses do not.
import type { Token } from '../../agent/tokens';
import type { TextValue, Value } from '../../agent/value';
import { slice } from '../../text/span';

/** The names in the value, empty ones left out, each with its place in `file` (UTF-16). */
export function namesIn(file: string, value: Value): readonly Token[] {
  if (value.kind === 'text') return inText(file, value);
  if (value.kind !== 'list') return [];
  return value.items.flatMap((item) =>
    item.kind === 'text' && item.text !== '' ? [whole(file, item)] : [],
  );
}

function whole(file: string, { text, style, span }: TextValue): Token {
  const quoted =
    (style === 'single' || style === 'double') && slice(file, span).slice(1, -1) === text;
  return { text, span: quoted ? { start: span.start + 1, end: span.end - 1 } : span };
}

function inText(file: string, value: TextValue): readonly Token[] {
  const raw = slice(file, value.span);
  const inside = value.style === 'plain' ? 0 : 1;
  const exact = raw.startsWith(value.text, inside);
  let from = inside;
  return cut(value.text).map(({ text, start }) => {
    // Where escapes and folding move things, the name is looked for; failing that the whole value stands for it.
    const found = exact ? inside + start : raw.indexOf(text, from);
    if (found < 0) return { text, span: value.span };
    from = found + text.length;
    return { text, span: { start: value.span.start + found, end: value.span.start + from } };
  });
}

interface Cut {
  readonly text: string;
  readonly start: number;
}

/** A quoted name ends with its quote, and the next may follow without a comma. */
function cut(text: string): readonly Cut[] {
  const names: Cut[] = [];
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
