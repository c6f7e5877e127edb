// Agents that are named after their files: their name is nowhere in the file, and they are renamed together with it.
import { covers, type Span } from '../../text/span';
import { agentsIn, type Named } from '../navigation';
import type { View } from '../view/view';

/**
 * The agent of the file, at an offset on a fence or a key of the frontmatter; null for an agent whose name is written in the
 * file, and in values and the prompt, where another thing is meant. The span is empty.
 */
export function fileNamedAgentAt(view: View, offset: number): Named | null {
  if (!isOnKeyOrFence(view, offset)) return null;
  const here = { start: offset, end: offset };
  const named = agentsIn(view).filter(({ id }) => id !== null);
  const [first] = named;
  if (!first || first.id === null || named.some(({ nameSpan }) => nameSpan !== null)) return null;
  const { id } = first;
  const hosts = named.filter((one) => one.id === id).map(({ place }) => place.host);
  return { span: here, id, hosts: [...new Set(hosts)], isOwn: true };
}

/** Whether the offset is on a fence or a key of the frontmatter, or at the start of a file without one. */
export function isOnKeyOrFence({ outline }: Pick<View, 'outline'>, offset: number): boolean {
  const { head, closing, fields, shape } = outline;
  const end = shape === 'none' ? 0 : (closing?.end ?? head.end);
  const here = { start: offset, end: offset };
  return (
    offset <= end &&
    !fields.some(
      ({ keySpan, value }) =>
        offset > keySpan.end && covers({ start: keySpan.end, end: value.span.end }, here),
    )
  );
}

// The name of the agent that a file defines, and where it is written.

/** With an empty span at the start of a file whose agent is named after its path; null if the file has no agent. */
export function ownNameIn(view: View): { readonly name: string; readonly span: Span } | null {
  for (const { id, nameSpan } of agentsIn(view)) {
    if (id === null || !nameSpan) continue;
    // The name in the file has no prefix of a plugin.
    return { name: id.slice(id.lastIndexOf(':') + 1), span: nameSpan };
  }
  const named = fileNamedAgentAt(view, 0);
  return named && { name: named.id, span: named.span };
}
