// Helpers for hosts to create references: exact spans of names, permission rules on names, links in prompts.
import { atMentionedPaths, type Link, relativeLinks } from '../../../agent/links';
import type { Outline } from '../../../agent/outline';
import { type Span, slice } from '../../../text/span';
import { type Entry, type Path, type StringValue, textOf, type Value } from '../../../yaml/value';
import { type CompanionName, effectOf, type Reference } from '../../model/companion';
import type { Context } from '../../model/context';
import { fieldValue, type PersonaInput } from '../../model/persona-builder';
import { agentKindOf } from '../../model/place';
import type { ReadAgent } from '../../model/reading';
import type { Verdict } from '../../model/verdict';

// The references of an agent, found by the functions that its host declares.

/** The references in source order; empty where the host finds no agent or declares no references. Never throws. */
export const referencesOf = (
  outline: Outline,
  verdict: Verdict,
  context: Context,
): readonly Reference[] => referencesIn(outline, verdict, context, verdict.agent);

/** The references of the frontmatter only, without reading the prompt. */
export const headReferencesOf = (
  outline: Outline,
  verdict: Verdict,
  context: Context,
): readonly Reference[] =>
  referencesIn(outline, verdict, context, verdict.agent && withoutPrompt(verdict.agent));

function referencesIn(
  { text }: Outline,
  { place, dialect, fields }: Verdict,
  context: Context,
  agent: ReadAgent | undefined,
): readonly Reference[] {
  const { references } = agentKindOf(place) ?? {};
  return references && agent ? references({ text, agent, fields, dialect, place, context }) : none;
}

const withoutPrompt = ({ fields, prompt: { span } }: ReadAgent): ReadAgent => ({
  fields,
  prompt: { text: '', span: { start: span.start, end: span.start } },
});

const none: readonly Reference[] = [];

/** A name in a field. Its span may include quotes. */
export interface Named {
  readonly text: string;
  readonly span: Span;
}

type ReferenceOrigin = Pick<Reference, 'kind' | 'how' | 'path'>;

export const createReference = (
  { text, span }: Named,
  { kind, how, path }: ReferenceOrigin,
): Reference => ({
  kind,
  name: text,
  span,
  path,
  how,
});

/** A reference from a permission rule on a name or a pattern. */
export function createRuleReference(
  name: Named,
  origin: Omit<ReferenceOrigin, 'how'>,
  action: Value | undefined,
): Reference {
  const effect = effectOf(textOf(action));
  return {
    ...createReference(name, { ...origin, how: 'rules' }),
    ...(isPattern(name.text) && { isPattern: true }),
    ...(effect && { effect }),
  };
}

/** The key of an entry, or a whole string value, as a name. */
export const nameTokenOf = (part: Entry | StringValue): Named =>
  'key' in part ? { text: part.key, span: part.keySpan } : part;

export const stringItems = (value: Value | undefined): readonly StringValue[] =>
  value?.kind === 'list' ? value.items.filter((item) => item.kind === 'text') : [];

export const entriesIn = (value: Value | undefined): readonly Entry[] =>
  value?.kind === 'map' ? value.entries : [];

/**
 * The references in source order, each with the exact span of its name. References whose name is escaped or folded in the
 * source are dropped, since their span could be neither shown nor replaced.
 */
export function settled(text: string, found: readonly Reference[]): readonly Reference[] {
  if (found.length === 0) return found;
  return found
    .flatMap((one) => {
      const span = exactNameSpan(text, one);
      return span ? [{ ...one, span }] : [];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

/** The exact span of the name inside its span, without quotes; null where the source spells it differently. */
export function exactNameSpan(
  text: string,
  { name, span }: Pick<Reference, 'name' | 'span'>,
): Span | null {
  if (name.trim() === '') return null;
  if (slice(text, span) === name) return span;
  const inside = { start: span.start + 1, end: span.end - 1 };
  const isQuoted = /^(["']).*\1$/s.test(slice(text, span));
  return isQuoted && slice(text, inside) === name ? inside : null;
}

/** False where the caller requests only references of the frontmatter and passes an empty prompt. */
export const hasPrompt = ({ agent }: PersonaInput): boolean =>
  agent.prompt.span.start < agent.prompt.span.end;

/** The files that the prompt links to. The model sees only their names: no host is known to read them. */
export const linkedFiles = ({ text, agent }: PersonaInput): readonly Reference[] =>
  relativeLinks(text, agent.prompt.span).map(createFileReference);

/** The files that the prompt mentions as `@path`. */
export const atMentionedFiles = ({ text, agent }: PersonaInput): readonly Reference[] =>
  atMentionedPaths(text, agent.prompt.span).map(createFileReference);

export const createFileReference = ({ path, span }: Link): Reference =>
  createReference({ text: path, span }, { kind: 'file', how: 'mentions', path: [] });

/** Whether the name is a pattern such as `a*` or `a?c`. */
const isPattern = (name: string): boolean => /[*?]/.test(name);

/** References from the keys of a map of permission rules: `{ reviewer: allow, "test-*": deny }`. */
export const ruleReferences = (
  value: Value | undefined,
  kind: Reference['kind'],
  path: Path,
): readonly Reference[] =>
  entriesIn(value).map((entry) =>
    createRuleReference(nameTokenOf(entry), { kind, path }, entry.value),
  );

/** An MCP server that the agent's own file defines, by its key. */
export const definedServer = (text: string, { key, keySpan }: Entry): CompanionName => ({
  kind: 'mcp-server',
  does: 'defines',
  name: key,
  span: exactNameSpan(text, { name: key, span: keySpan }) ?? keySpan,
});

/** Those in a field whose keys are the names of servers. */
export const definesServersIn =
  (key: string) =>
  (input: PersonaInput): readonly CompanionName[] =>
    entriesIn(fieldValue(input, key)).map((entry) => definedServer(input.text, entry));
