// How Grok Build 1.0.41 reads an agent file. It looks for three dashes at the start of the text and of a later line; what follows
// the first three is already YAML. It does not load the agent at the first error.

import type { Outline } from '../../agent/outline';
import { type Span, slice } from '../../text/span';
import { findExceededLimit } from '../../yaml/limits';
import type { Entry } from '../../yaml/value';
import { serdeFieldsYaml } from '../judge/libyaml/dialect';
import { skipSpace, trimmedPrompt, wordAt } from '../judge/reading/rust-text';
import { colonFault, simpleRoot } from '../judge/reading/simple-frontmatter';
import { type Flaw, type FlawCode, type Reader, type Reading, unread } from '../model/reading';
import { fields as declared } from './fields';

export const reader: Reader = ({ outline }): Reading => {
  const { text } = outline;
  const start = skipSpace(text, 0);
  if (!text.startsWith('---', start)) return lost('no-frontmatter', { start: 0, end: 0 });
  const close = text.indexOf('\n---', start + 3);
  if (close < 0) return lost('unclosed-fence', outline.opening ?? { start, end: start + 3 });
  const read = fieldsIn(outline, { start: start + 3, end: close });
  if ('code' in read) return unread(read);
  const line = text.indexOf('\n', close + 4);
  const prompt = trimmedPrompt(text, line < 0 ? text.length : line + 1);
  return { agents: [{ fields: read.fields, prompt }], flaws: [] };
};

const lost = (code: FlawCode, span: Span): Reading => unread({ code, span, fatal: true });

/** The fields, or why the agent is not loaded. @param head from the dashes of the first fence to the line before the second. */
function fieldsIn(outline: Outline, head: Span): { readonly fields: readonly Entry[] } | Flaw {
  const { text } = outline;
  const lines = { start: outline.head.start, end: head.end };
  const isSame = /^ *\r?\n$/.test(text.slice(head.start, lines.start));
  const simple = isSame ? simpleRoot(outline, lines) : null;
  if (simple) return topLevel(text, simple.entries);
  if (findExceededLimit(slice(text, head)) !== null)
    return { code: 'too-large', span: head, fatal: true };
  const colon = isSame ? colonFault(outline, lines) : null;
  if (colon) return { code: 'yaml', span: colon.span, message: colon.code, fatal: true };
  const { root, errors } = serdeFieldsYaml.parse(slice(text, head), head.start);
  const [error] = errors;
  if (error) {
    // The tolerant parser reports the most frequent faults more precisely.
    const [tolerant] = outline.errors;
    const at = tolerant?.span ?? wordAt(text, error.span.start, head.end);
    return { code: 'yaml', span: at, message: tolerant?.code ?? error.message, fatal: true };
  }
  if (root?.kind === 'map') return topLevel(text, root.entries);
  return root && root.kind !== 'null'
    ? { code: 'not-a-mapping', span: head, fatal: true }
    : { fields: [] };
}

/** Fields that accept a value with any tag. */
const isTagged = (text: string, { keySpan, value }: Entry): boolean =>
  /^["']?\s*:\s*(?:&\S+\s+)?!/.test(text.slice(keySpan.end, value.span.start));
const untyped: ReadonlySet<string> = new Set(['name', 'description', 'model', 'initialPrompt']);

/** A field that is given twice is an error. Of unknown keys the first one is shown, as all of them are ignored. */
function topLevel(
  text: string,
  entries: readonly Entry[],
): { readonly fields: readonly Entry[] } | Flaw {
  const seen = new Set<string>();
  const fields: Entry[] = [];
  for (const entry of entries) {
    const { key, keySpan } = entry;
    if (/^[[{]/.test(text.slice(keySpan.start, keySpan.end)))
      return { code: 'yaml', span: keySpan, message: 'NON_STRING_KEY', fatal: true };
    const isKnown = Object.hasOwn(declared, key);
    if (seen.has(key)) {
      if (isKnown) return { code: 'duplicate-key', span: keySpan, fatal: true };
      continue;
    }
    if (isKnown && !untyped.has(key) && isTagged(text, entry))
      return { code: 'tagged-value', span: entry.span, fatal: true };
    seen.add(key);
    fields.push(entry);
  }
  return { fields };
}
