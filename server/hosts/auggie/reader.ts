// How Auggie 0.36.0 reads an agent file. No case was recorded, so everything but an ordinary frontmatter is left open.
import type { Outline } from '../../agent/outline';
import type { Span } from '../../text/span';
import { convertScalars, type Entry } from '../../yaml/value';
import { parseFrontmatter, retypedFields } from '../judge/js-yaml';
import { colonFault, simpleRoot } from '../judge/simple-frontmatter';
import { dateIn } from '../judge/value-from-data';
import type { Flaw, FlawCode, ReadAgent, Reader, Reading } from '../model/reading';

export const reader: Reader = ({ outline }): Reading => {
  const { shape, opening, head, bom, language, body, text } = outline;
  if (shape === 'none') {
    const flaw: Flaw = { code: 'no-frontmatter', span: { start: 0, end: 0 }, fatal: false };
    return { agents: [{ fields: [], prompt: promptFrom(text, 0) }], flaws: [flaw] };
  }
  const span = opening ?? { start: 0, end: 0 };
  if (shape === 'open') return unknownFile('unclosed-fence', span);
  if (language !== '') return unknownFile('fence-language', span);
  if (bom || span.start !== 0) return unknownFile('leading-text', span);
  const { fields, flaw } = fieldsIn(outline, head);
  if (flaw?.fatal) return { agents: [], flaws: [flaw] };
  return {
    agents: [{ fields, prompt: promptFrom(text, body.start) }],
    flaws: flaw ? [flaw] : [],
  };
};

const unknownFile = (code: FlawCode, span: Span): Reading => ({
  agents: [],
  flaws: [{ code, span, fatal: true }],
});

interface Fields {
  readonly fields: readonly Entry[];
  readonly flaw?: Flaw;
}

/** The fields; none where the program finds an error. */
function fieldsIn(outline: Outline, head: Span): Fields {
  const simple = simpleRoot(outline, head);
  if (simple) return { fields: retypedFields(convertScalars(simple.entries, dateIn)) };
  const source = outline.text.slice(head.start, head.end);
  const lines = { start: head.start, end: head.end - (/\r?\n$/.exec(source)?.[0].length ?? 0) };
  const colon = colonFault(outline, lines);
  if (colon) return lost('yaml', colon.span, colon.code);
  const parsed = parseFrontmatter(outline, lines);
  if (parsed.kind === 'unknown') return open('too-large', head);
  if (parsed.kind === 'failed')
    return lost(
      parsed.reason === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml',
      parsed.at,
      parsed.reason,
    );
  const { root } = parsed;
  if (root.kind === 'map') return { fields: root.entries };
  return root.kind === 'null' ? { fields: [] } : open('not-a-mapping', head);
}

const lost = (code: FlawCode, span: Span, message: string): Fields => ({
  fields: [],
  flaw: { code, span, message, fatal: false },
});

const open = (code: FlawCode, span: Span): Fields => ({
  fields: [],
  flaw: { code, span, fatal: true },
});

/** Without white space at both ends. */
function promptFrom(text: string, from: number): ReadAgent['prompt'] {
  const part = text.slice(from);
  const start = from + part.length - part.trimStart().length;
  const end = Math.max(start, from + part.trimEnd().length);
  return { text: text.slice(start, end), span: { start, end } };
}
