// Findings that are not made again after an edit.

import type { Finding } from '../rules/rule';
import { shifted, type TextChange } from '../text/edit';
import type { Span } from '../text/span';

/** Findings shifted over an edit. Those whose text was replaced are dropped, and fixes too, as they were made for the old text. */
export const carriedOver = (findings: readonly Finding[], change: TextChange): readonly Finding[] =>
  findings.flatMap((finding) => {
    if (finding.span === null) return [{ ...finding, fixes: [] }];
    const span = shiftedSpan(finding.span, change);
    if (!span) return [];
    const also = finding.also?.flatMap((one) => shiftedSpan(one, change) ?? []);
    return [{ ...finding, fixes: [], span, ...(also && { also }) }];
  });

function shiftedSpan({ start, end }: Span, change: TextChange): Span | null {
  const [from, to] = [shifted(start, [change]), shifted(end, [change])];
  return from === null || to === null || to - from !== end - start
    ? null
    : { start: from, end: to };
}
