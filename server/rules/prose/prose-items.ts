// Recognizes items of a list of tools that are phrases: "Task Decomposer" contains the name of a tool but means something else.
import type { Outline } from '../../agent/outline';
import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { covers, type Span } from '../../text/span';
import type { Fix } from '../rule';

/** The fix, for review if the name is one of several words of which others name no tool. */
export function reviewedInProse(
  outline: Outline,
  verdict: Verdict,
  tool: ToolVerdict,
  fix: Fix,
): Fix {
  if (fix.safety === 'review' || !isInProse(outline, verdict, tool)) return fix;
  return { ...fix, safety: 'review' };
}

function isInProse(outline: Outline, { tools }: Verdict, tool: ToolVerdict): boolean {
  const cell = cellAround(outline, tool.span);
  const named = tools.filter(({ span }) => covers(cell, span));
  if (
    named.some(({ outcome, why }) => outcome === 'lost' && why !== 'removed' && why !== 'replaced')
  )
    return true;
  let rest = outline.text.slice(cell.start, cell.end);
  for (const { span } of named) rest = rest.replace(outline.text.slice(span.start, span.end), '');
  return /[\p{L}\p{N}]/u.test(rest);
}

const separators = ',[]{}"\'\r\n';

/** The span from one separator of items to the next, or to the end of the line. */
function cellAround({ text }: Outline, { start, end }: Span): Span {
  const least = Math.max(0, start - 500);
  let from = start;
  while (from > least && !separators.includes(text.charAt(from - 1))) from--;
  const before = text.slice(from, start);
  const after = /^[^,[\]{}"'\r\n]*/.exec(text.slice(end, end + 500))?.[0] ?? '';
  // Leave out the key, the dash of an item and a comment.
  const own = before.replace(/^.*(?:^|\s)[\w-]+:\s+|^\s*-\s+/, '');
  const words = after.replace(/\s#.*$/, '');
  return { start: start - own.length, end: end + words.length };
}
