// What the hosts share in saying what an agent's file names: where a name's own letters stand, and links in the prompt.
import { atPaths, type Link, relativeLinks } from '../agent/links';
import { type Entry, type Path, type TextValue, textOf, type Value } from '../agent/value';
import { type Span, slice } from '../text/span';
import type { NeighbourName } from './neighbour';
import type { PersonaInput } from './persona';
import { effectOf, type Reference } from './reference';

/** A name that stands in a field. The span may still have its quotes. */
export interface Named {
  readonly text: string;
  readonly span: Span;
}

type About = Pick<Reference, 'kind' | 'how' | 'path'>;

export const refer = ({ text, span }: Named, { kind, how, path }: About): Reference => ({
  kind,
  name: text,
  span,
  path,
  how,
});

/** As `refer`, for a rule on one name or on all that a pattern stands for. */
export function ruleOn(
  name: Named,
  about: Omit<About, 'how'>,
  action: Value | undefined,
): Reference {
  const effect = effectOf(textOf(action));
  return {
    ...refer(name, { ...about, how: 'rules' }),
    ...(isPattern(name.text) && { isPattern: true }),
    ...(effect && { effect }),
  };
}

/** A key or a whole value, as a name. */
export const namedBy = (part: Entry | TextValue): Named =>
  'key' in part ? { text: part.key, span: part.keySpan } : part;

export const textItems = (value: Value | undefined): readonly TextValue[] =>
  value?.kind === 'list' ? value.items.filter((item) => item.kind === 'text') : [];

export const entriesIn = (value: Value | undefined): readonly Entry[] =>
  value?.kind === 'map' ? value.entries : [];

/**
 * In source order, each with the span of its letters alone. Where escapes or folding hide the letters it is left out:
 * there is nothing to go to, and nothing to write another name over.
 */
export function settled(text: string, found: readonly Reference[]): readonly Reference[] {
  if (found.length === 0) return found;
  return found
    .flatMap((one) => {
      const span = lettersAt(text, one);
      return span ? [{ ...one, span }] : [];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

/** The letters of a name in its span, without quotes; null where they stand there in another way. */
export function lettersAt(
  text: string,
  { name, span }: Pick<Reference, 'name' | 'span'>,
): Span | null {
  if (name.trim() === '') return null;
  if (slice(text, span) === name) return span;
  const inside = { start: span.start + 1, end: span.end - 1 };
  const isQuoted = /^(["']).*\1$/s.test(slice(text, span));
  return isQuoted && slice(text, inside) === name ? inside : null;
}

/** Whoever asks only for the frontmatter leaves the prompt out. */
export const hasPrompt = ({ agent }: PersonaInput): boolean =>
  agent.prompt.span.start < agent.prompt.span.end;

/** The files that the prompt links to. The agent is told their names; no host is said to read them to it. */
export const linkedFiles = ({ text, agent }: PersonaInput): readonly Reference[] =>
  relativeLinks(text, agent.prompt.span).map(asFile);

/** The files that the prompt names as `@path`. */
export const atFiles = ({ text, agent }: PersonaInput): readonly Reference[] =>
  atPaths(text, agent.prompt.span).map(asFile);

export const asFile = ({ path, span }: Link): Reference =>
  refer({ text: path, span }, { kind: 'file', how: 'mentions', path: [] });

/** `a*` and `a?c` stand for several names. */
const isPattern = (name: string): boolean => /[*?]/.test(name);

/** The keys of a map of rules: `{ reviewer: allow, "test-*": deny }`. */
export const ruledNames = (
  value: Value | undefined,
  kind: Reference['kind'],
  path: Path,
): readonly Reference[] =>
  entriesIn(value).map((entry) => ruleOn(namedBy(entry), { kind, path }, entry.value));

/** A server that stands as a key in an agent's file: the agent brings it along. */
export const serverOfKey = (text: string, { key, keySpan }: Entry): NeighbourName => ({
  kind: 'mcp-server',
  does: 'brings',
  name: key,
  span: lettersAt(text, { name: key, span: keySpan }) ?? keySpan,
});
