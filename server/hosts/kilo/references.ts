// References in the prompt that Kilo fills in: `{env:NAME}` from the environment, `{file:path}` from the disk. The agents
// of a project may not ask for the environment, nor for files outside the project; it costs them the file.
import type { Span } from '../../text/span';
import type { Place } from '../place';
import type { Flaw, ReadAgent } from '../reading';

/** What Kilo keeps from every file, also from a user's own. */
const secret: ReadonlySet<string> = new Set([
  'KILO_SERVER_PASSWORD',
  'KILO_SERVER_USERNAME',
  'KILO_BROWSER_BROKER_URL',
  'KILO_BROWSER_BROKER_TOKEN',
]);

/** The flaws of a prompt's references. What they are filled with is not known here, and they stay as they are. */
export function referencesIn({ prompt }: ReadAgent, place: Place): readonly Flaw[] {
  const flaws: Flaw[] = [];
  const trusted = isTrusted(place);
  for (const { kind, name, span } of filledIn(prompt.text, place)) {
    if (flaws.length === most) break;
    const at = { start: prompt.span.start + span.start, end: prompt.span.start + span.end };
    if (kind === 'env' && (!trusted || secret.has(name.toUpperCase())))
      flaws.push({ code: 'blocked-reference', span: at, fatal: true });
    if (kind === 'file' && !trusted && /^(?:\/|~\/)/.test(name))
      flaws.push({ code: 'outside-reference', span: at, fatal: true });
  }
  return flaws;
}

const isTrusted = ({ location }: Place): boolean => location.scope === 'user';

/** What Kilo would fill in. A dollar sign before the brace saves the reference of a project from being one. */
export function* filledIn(prompt: string, place: Place): Generator<Reference> {
  for (const one of referencesOf(prompt))
    if (isTrusted(place) || prompt[one.span.start - 1] !== '$') yield one;
}

interface Reference {
  readonly kind: string;
  readonly name: string;
  readonly span: Span;
}

const pattern = /\{(env|file):([^}]+)\}/g;
const remark = /^\s*\/\//;

/** With so many the point is made. */
const most = 20;

/** Nothing is filled in on a line that begins with two slashes. */
function* referencesOf(text: string): Generator<Reference> {
  // Hardly any prompt has one, and to see that is quick.
  if (!text.includes('{env:') && !text.includes('{file:')) return;
  // Behind the last closing brace each opening one would be searched for to the end.
  const searched = text.slice(0, text.lastIndexOf('}') + 1);
  let line = 0;
  let next = 0;
  let isRemark = false;
  for (const { 0: whole, 1: kind = '', 2: name = '', index } of searched.matchAll(pattern)) {
    while (next >= 0 && next <= index) {
      line = next;
      const end = searched.indexOf('\n', line);
      next = end < 0 ? -1 : end + 1;
      isRemark = next < 0 || next > index ? remark.test(searched.slice(line, index)) : false;
    }
    if (!isRemark) yield { kind, name, span: { start: index, end: index + whole.length } };
  }
}
