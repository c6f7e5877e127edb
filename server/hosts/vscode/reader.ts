// From text to fields, as VS Code 1.139.1 reads a custom agent: its own fences and its own YAML. It finds an agent
// in any text; what it cannot read it leaves out.
import type { Value } from '../../agent/value';
import { maxHead } from '../../agent/yaml';
import type { Span } from '../../text/span';
import { plainFields, plainRegions, retyped } from '../plain-head';
import type { Flaw, ReadAgent, Reader, Reading } from '../reading';
import type { YamlFault } from './yaml/cursor';
import { readHeader } from './yaml/header';

/** Source: the compiled parser of VS Code 1.139.1, run over the recorded cases and the corpus. */
export const reader: Reader = ({ outline }) => {
  const { text, bom, shape, opening } = outline;
  const known = plainRegions(outline);
  const regions = known ? { ...known, closed: true } : split(text, bom ? 1 : 0);
  if (!regions) {
    const span = opening ?? { start: 0, end: 0 };
    const code =
      shape === 'none'
        ? 'no-frontmatter'
        : outline.language === ''
          ? 'leading-text'
          : 'fence-language';
    return only([], { start: bom ? 1 : 0, end: text.length }, text, [{ code, span, fatal: false }]);
  }
  const { head, body, closed } = regions;
  const flaws: Flaw[] = closed
    ? []
    : [{ code: 'unclosed-fence', span: opening ?? { start: 0, end: 3 }, fatal: false }];
  if (head.end - head.start > maxHead) {
    return { agents: [], flaws: [...flaws, { code: 'too-large', span: head, fatal: true }] };
  }
  const plain = plainFields(outline, head);
  if (plain) return only(retyped(plain, asText), body, text, flaws);
  const { root, faults } = readHeader(text, head);
  flaws.push(...faults.flatMap(flawOf));
  if (root && root.kind !== 'map')
    flaws.push({ code: 'not-a-mapping', span: root.span, fatal: false });
  return only(root?.kind === 'map' ? firstOfEach(root.entries) : [], body, text, flaws);
};

const only = (
  fields: ReadAgent['fields'],
  body: Span,
  text: string,
  flaws: readonly Flaw[],
): Reading => ({
  agents: [{ fields, prompt: { text: text.slice(body.start, body.end), span: body } }],
  flaws,
});

interface Regions {
  readonly head: Span;
  readonly body: Span;
  readonly closed: boolean;
}

/** Three dashes and nothing but white space: what VS Code takes for a fence, at the start of its line. */
const fence = /^---\s*$/;

/** Null without a fence in the very first line. An unclosed header is all of the file. */
function split(text: string, from: number): Regions | null {
  const breaks = /\r\n|\r|\n/g;
  breaks.lastIndex = from;
  let head: number | null = null;
  for (let start = from; ; start = breaks.lastIndex) {
    const stop = breaks.exec(text);
    const end = stop?.index ?? text.length;
    const next = stop ? breaks.lastIndex : text.length;
    const isFence = text.startsWith('---', start) && fence.test(text.slice(start, end));
    if (head === null) {
      if (!isFence) return null;
      head = next;
    } else if (isFence) {
      return {
        head: { start: head, end: start },
        body: { start: next, end: text.length },
        closed: true,
      };
    }
    if (!stop) break;
  }
  const end = { start: text.length, end: text.length };
  return { head: { start: head ?? text.length, end: text.length }, body: end, closed: false };
}

/** A key with nothing behind it is no flaw here: the field with its empty value is judged. */
function flawOf({ kind, span, message }: YamlFault): Flaw[] {
  if (kind === 'missing') return [];
  return [
    { code: kind === 'duplicate-key' ? 'duplicate-key' : 'yaml', span, message, fatal: false },
  ];
}

/** What stands without quotes is a text here, whatever it looks like. */
const asText = (value: Value): Value =>
  value.kind === 'number' || value.kind === 'boolean'
    ? { kind: 'text', text: value.source, style: 'plain', span: value.span }
    : value;

function firstOfEach(entries: ReadAgent['fields']): ReadAgent['fields'] {
  const seen = new Set<string>();
  return entries.filter(({ key }) => !seen.has(key) && seen.add(key));
}
