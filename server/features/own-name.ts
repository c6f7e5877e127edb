// The name of the agent that a file defines, and where it is written.
import type { Span } from '../text/span';
import { fileNamedAgentAt } from './file-named-agent';
import { agentsIn } from './navigation';
import type { View } from './view';

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
