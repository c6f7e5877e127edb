// How Claude Code reads an agent file: fences, YAML, and one attempt to repair it. The behavior was measured; see the cases in
// test/hosts.

import type { Outline } from '../../agent/outline';
import { applyEdits, type Edit } from '../../text/edit';
import { mapSpansBack } from '../../text/remap';
import { type Span, shift, slice } from '../../text/span';
import type { Yaml } from '../../yaml/dialect';
import { type Entry, hasDuplicateKeys, mapEntrySpans } from '../../yaml/value';
import { parseAs } from '../../yaml/yaml';
import { withPluginFault } from '../judge/reading/plugin-fault';
import { quoteSpecial } from '../judge/reading/quote-special';
import { parseHead } from '../judge/reading/simple-frontmatter';
import { promptFrom } from '../judge/reading/trimmed-prompt';
import type { Flaw, ReadAgent, Reader, Reading } from '../model/reading';
import { claudeYaml, isFatal } from './yaml/dialect';

/** Exactly three dashes at the start, then white space with a line feed. The frontmatter ends at the next `---` anywhere. */
const opening = /---\s*\n/y;

export const reader = withPluginFault(({ outline, place }) =>
  // Agents of plugins are loaded without a frontmatter too.
  read(outline, place.location.scope === 'plugin'),
);

/** As `reader`, for documents that are loaded without a frontmatter too. */
export const skillReader: Reader = ({ outline }) => read(outline, true);

function read(outline: Outline, isOptional: boolean): Reading {
  const { text, bom } = outline;
  const from = bom ? 1 : 0;
  opening.lastIndex = from;
  if (!opening.test(text)) return readWithoutFrontmatter(text, from, outline.opening, isOptional);
  const start = opening.lastIndex;
  const close = text.indexOf('---', start);
  if (close < 0) {
    const flaw = {
      code: 'unclosed-fence',
      span: outline.opening ?? { start: from, end: from + 3 },
      fatal: true,
    } as const;
    return { agents: isOptional ? [promptOnly(text, from)] : [], flaws: [flaw] };
  }
  const head = { start, end: close };
  const { fields, flaws } = readHead(outline, head);
  if (outline.closing && close < outline.closing.start) {
    flaws.push({ code: 'early-fence', span: { start: close, end: close + 3 }, fatal: false });
  }
  return { agents: [{ fields, prompt: promptFrom(text, close + 3) }], flaws };
}

function readWithoutFrontmatter(
  text: string,
  from: number,
  fence: Span | null,
  isOptional: boolean,
): Reading {
  const flaw: Flaw = fence
    ? { code: 'leading-text', span: fence, fatal: true }
    : { code: 'no-frontmatter', span: { start: from, end: from }, fatal: true };
  return { agents: isOptional ? [promptOnly(text, from)] : [], flaws: [flaw] };
}

const promptOnly = (text: string, from: number): ReadAgent => ({
  fields: [],
  prompt: promptFrom(text, from),
});

interface Head {
  readonly fields: readonly Entry[];
  readonly flaws: Flaw[];
}

function readHead(outline: Outline, head: Span): Head {
  const first = parseHead(outline, head, claudeYaml);
  const source = slice(outline.text, head);
  const error = first.errors[0];
  const at = error?.span ?? head;
  const broken: Flaw = {
    code: 'yaml',
    span: at,
    ...(error && { message: error.code }),
    fatal: true,
  };
  if (source.includes('\0')) return { fields: [], flaws: [broken] };
  if (!first.errors.some(isFatal))
    return { fields: fieldsOf(first), flaws: notAMapping(first, head) };
  const edits = repairs(source);
  const repaired = parseEdited(source, edits, head);
  if (!repaired) return { fields: [], flaws: [broken] };
  const repairsInFile = edits.map((edit) => ({ ...edit, span: shift(edit.span, head.start) }));
  return {
    fields: repaired.fields,
    flaws: [
      { ...broken, code: 'yaml-repaired', repairs: repairsInFile, fatal: false },
      ...notAMapping(repaired.yaml, head),
    ],
  };
}

/** The head after `edits`, with the spans mapped back to the file; null if it still does not parse. */
function parseEdited(
  source: string,
  edits: readonly Edit[],
  head: Span,
): { fields: readonly Entry[]; yaml: Yaml } | null {
  if (edits.length === 0) return null;
  const yaml = parseAs(claudeYaml, applyEdits(source, edits), 0);
  if (yaml.errors.some(isFatal)) return null;
  const back = mapSpansBack(edits);
  return {
    yaml,
    fields: fieldsOf(yaml).map((entry) =>
      mapEntrySpans(entry, (span) => shift(back(span), head.start)),
    ),
  };
}

/** Several documents in one head are parsed to a list, which is neither a mapping nor an error. */
const notAMapping = ({ root, errors }: Yaml, head: Span): Flaw[] =>
  (root && root.kind !== 'map') || errors.length > 0
    ? [{ code: 'not-a-mapping', span: root?.span ?? head, fatal: false }]
    : [];

/** Of a duplicate key the last value counts. */
function fieldsOf({ root, errors }: Yaml): readonly Entry[] {
  if (root?.kind !== 'map' || errors.length > 0) return [];
  if (!hasDuplicateKeys(root.entries)) return root.entries;
  return [...new Map(root.entries.map((entry) => [entry.key, entry])).values()];
}

// The repair pass of Claude Code, which runs once if the YAML does not parse. It fixes most unquoted colons, but damages other
// parts: comments become part of values, and block scalars lose their header. Lines that end in CRLF are not repaired.

/** The edits of the repair pass, with UTF-16 offsets in `head`. */
function repairs(head: string): Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (const text of head.split('\n')) {
    if (text.charCodeAt(0) === 9) edits.push(...tabs(text, start));
    const edit = quoteSpecial(text, start, isFlowList);
    if (edit) edits.push(edit);
    start += text.length + 1;
  }
  return edits;
}

/** Each leading tab becomes two spaces. */
function tabs(text: string, start: number): Edit[] {
  const found = /^\t+/.exec(text);
  if (!found) return [];
  const { length } = found[0];
  return [{ span: { start, end: start + length }, text: '  '.repeat(length) }];
}

function isFlowList(value: string): boolean {
  if (!value.startsWith('[') || !value.endsWith(']')) return false;
  const { root, errors } = parseAs(claudeYaml, `key: ${value}\n`, 0);
  const list = root?.kind === 'map' ? root.entries[0]?.value : undefined;
  return !errors.some(isFatal) && list?.kind === 'list';
}
