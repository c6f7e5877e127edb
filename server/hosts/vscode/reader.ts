// Reads the fields of a custom agent as VS Code 1.139.1 does, with its own fences and its own YAML. It finds an agent in
// any text and ignores what it cannot read.

import type { Span } from '../../text/span';
import type { ParseError } from '../../yaml/dialect';
import { isExcessive, parseHead, simpleRegions } from '../judge/reading/simple-frontmatter';
import type { Flaw, ReadAgent, Reader, Reading } from '../model/reading';
import { vscodeYaml } from './yaml/dialect';

/** Source: the compiled parser of VS Code 1.139.1, run over the recorded cases and the corpus. */
export const reader: Reader = ({ outline }) => {
  const { text, bom, shape, opening } = outline;
  // An editor removes a byte order mark, so it is not seen there; what loads the file does not remove it.
  const known = bom ? null : simpleRegions(outline);
  const regions = known ? { ...known, closed: true } : split(text);
  if (!regions) {
    const span = opening ?? { start: 0, end: 0 };
    const code =
      shape === 'none'
        ? 'no-frontmatter'
        : bom || outline.language === ''
          ? 'leading-text'
          : 'fence-language';
    return singleAgent([], { start: 0, end: text.length }, text, [{ code, span, fatal: false }]);
  }
  const { head, body, closed } = regions;
  const flaws: Flaw[] = closed
    ? []
    : [{ code: 'unclosed-fence', span: opening ?? { start: 0, end: 3 }, fatal: false }];
  if (!known && isExcessive(outline, head)) {
    return { agents: [], flaws: [...flaws, { code: 'too-large', span: head, fatal: true }] };
  }
  const { root, errors } = parseHead(outline, head, vscodeYaml);
  flaws.push(...errors.map(flawOf));
  if (root && root.kind !== 'map')
    flaws.push({ code: 'not-a-mapping', span: root.span, fatal: false });
  return singleAgent(
    root?.kind === 'map' ? withoutDuplicates(root.entries) : [],
    body,
    text,
    flaws,
  );
};

const singleAgent = (
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

/** VS Code accepts a line of three dashes and white space as a fence. */
const fence = /^---\s*$/;

/** Null without a fence in the first line. An unclosed header extends to the end of the file. */
function split(text: string): Regions | null {
  const breaks = /\r\n|\r|\n/g;
  let head: number | null = null;
  for (let start = 0; ; start = breaks.lastIndex) {
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

const flawOf = ({ code, span, message }: ParseError): Flaw => ({
  code: code === 'duplicate-key' ? 'duplicate-key' : 'yaml',
  span,
  message,
  fatal: false,
});

function withoutDuplicates(entries: ReadAgent['fields']): ReadAgent['fields'] {
  const seen = new Set<string>();
  return entries.filter(({ key }) => !seen.has(key) && seen.add(key));
}
