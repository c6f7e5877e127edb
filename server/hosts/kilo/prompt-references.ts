// References in the prompt that Kilo replaces: `{env:NAME}` by an environment variable, `{file:path}` by a file. In a
// project, Kilo ignores agents that reference the environment or files outside the project.
import type { Span } from '../../text/span';
import type { LocatedFile } from '../model/located-file';
import type { Flaw, ReadAgent } from '../model/reading';

/** Environment variables that Kilo never inserts, not even in a user's own agents. */
const secret: ReadonlySet<string> = new Set([
  'KILO_SERVER_PASSWORD',
  'KILO_SERVER_USERNAME',
  'KILO_BROWSER_BROKER_URL',
  'KILO_BROWSER_BROKER_TOKEN',
]);

/** The flaws of the references in a prompt. Their replacements are unknown here, so the prompt keeps the references. */
export function referencesIn({ prompt }: ReadAgent, place: LocatedFile): readonly Flaw[] {
  const flaws: Flaw[] = [];
  const isFromUser = isTrusted(place);
  for (const { kind, name, span } of replacedReferences(prompt.text, place)) {
    if (flaws.length === maxFlaws) break;
    const at = { start: prompt.span.start + span.start, end: prompt.span.start + span.end };
    if (kind === 'env' && (!isFromUser || secret.has(name.toUpperCase())))
      flaws.push({ code: 'blocked-reference', span: at, fatal: true });
    if (kind === 'file' && !isFromUser && /^(?:\/|~\/)/.test(name))
      flaws.push({ code: 'outside-reference', span: at, fatal: true });
  }
  return flaws;
}

const isTrusted = ({ location }: LocatedFile): boolean => location.scope === 'user';

/** The references that Kilo would replace. In a project, a dollar sign before the brace prevents that. */
export function* replacedReferences(prompt: string, place: LocatedFile): Generator<Reference> {
  for (const reference of referencesOf(prompt))
    if (isTrusted(place) || prompt[reference.span.start - 1] !== '$') yield reference;
}

interface Reference {
  readonly kind: string;
  readonly name: string;
  readonly span: Span;
}

const pattern = /\{(env|file):([^}]+)\}/g;
const comment = /^\s*\/\//;

/** More flaws than this are not needed to show the problem. */
const maxFlaws = 20;

/** All references, except on lines that begin with two slashes. */
function* referencesOf(text: string): Generator<Reference> {
  // Hardly any prompt has a reference, and this check is fast.
  if (!text.includes('{env:') && !text.includes('{file:')) return;
  // After the last closing brace, the pattern would search to the end for each opening one.
  const searched = text.slice(0, text.lastIndexOf('}') + 1);
  let line = 0;
  let next = 0;
  let isComment = false;
  for (const { 0: whole, 1: kind = '', 2: name = '', index } of searched.matchAll(pattern)) {
    while (next >= 0 && next <= index) {
      line = next;
      const end = searched.indexOf('\n', line);
      next = end < 0 ? -1 : end + 1;
      isComment = next < 0 || next > index ? comment.test(searched.slice(line, index)) : false;
    }
    if (!isComment) yield { kind, name, span: { start: index, end: index + whole.length } };
  }
}
