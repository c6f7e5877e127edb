// The names in a file beside the agents, as its host declares where they stand. Never throws on any text.
import { namesIn } from '../../agent/names';
import { outlineOf } from '../../agent/outline';
import type { Entry, TextValue, Value } from '../../agent/value';
import type { NameAt, NeighbourFile, NeighbourName } from '../../hosts/neighbour';
import { lettersAt } from '../../hosts/refer';
import { readJsonc } from '../../settings/jsonc';
import { type Span, slice } from '../../text/span';
import { valueOfJson } from './json-value';

/**
 * In source order. Null for a text that cannot be read, as while it is being typed: what was known of it before is the
 * better answer.
 */
export function neighbourNames(
  text: string,
  { format, names }: Pick<NeighbourFile, 'format' | 'names'>,
  path: string,
): readonly NeighbourName[] | null {
  const root = format === 'json' ? jsonRoot(text) : outlineOf(text).root;
  if (root === null && format === 'json') return null;
  return names
    .flatMap((at) => (at.as === 'folder' ? folderName(path, at) : namesAt(text, root, at)))
    .sort((a, b) => a.span.start - b.span.start);
}

function jsonRoot(text: string): Value | null {
  const read = readJsonc(text);
  return 'root' in read ? valueOfJson(read.root) : null;
}

function folderName(path: string, { kind, does }: NameAt): NeighbourName[] {
  const name = path.split('/').at(-2) ?? '';
  return name === '' ? [] : [{ kind, does, name, span: { start: 0, end: 0 } }];
}

function namesAt(text: string, root: Value | null, at: NameAt): NeighbourName[] {
  const values = at.at.reduce<readonly Value[]>(
    (found, key) => found.flatMap((value) => below(value, key)),
    root ? [root] : [],
  );
  const parts =
    at.as === 'keys'
      ? values.flatMap((value) => entriesOf(value).map(ofKey))
      : values.flatMap(textsOf).map(ofText);
  return parts.flatMap((part) => inForm(text, part, at));
}

const below = (value: Value, key: string): readonly Value[] => {
  if (value.kind === 'list' && key === '*') return value.items;
  return entriesOf(value).flatMap((entry) =>
    key === '*' || entry.key === key ? [entry.value] : [],
  );
};

const entriesOf = (value: Value): readonly Entry[] => (value.kind === 'map' ? value.entries : []);

const textsOf = (value: Value): readonly TextValue[] =>
  value.kind === 'text'
    ? [value]
    : value.kind === 'list'
      ? value.items.filter((item) => item.kind === 'text')
      : [];

interface Part {
  readonly name: string;
  readonly span: Span;
}

const ofKey = ({ key, keySpan }: Entry): Part => ({ name: key, span: keySpan });
const ofText = ({ text, span }: TextValue): Part => ({ name: text, span });

function inForm(text: string, part: Part, { kind, does, form }: NameAt): NeighbourName[] {
  const letters = lettersAt(text, part);
  if (!form) {
    const span = letters ?? part.span;
    return part.name.trim() === '' ? [] : [{ kind, does, name: part.name, span }];
  }
  const match = form.exec(part.name);
  const inner = match?.[1];
  if (match === null || inner === undefined) return [];
  const start = (letters?.start ?? 0) + part.name.indexOf(inner, match.index);
  const span = { start, end: start + inner.length };
  if (!letters || slice(text, span) !== inner) {
    const name = inner.trim();
    return name === '' ? [] : [{ kind, does, name, span: part.span }];
  }
  return namesIn(text, span, ',').map((one) => ({ kind, does, name: one.text, span: one.span }));
}
