// What makes a finding the same one after lines above it have moved: rule, host, what stands at its lines, and which of
// several such it is. Not its line, not its message.
import { createHash } from 'node:crypto';
import type { Lines } from '../text/lines';
import type { Located } from './report';

/** One for each finding of a file, in order, none twice. */
export function fingerprints(
  findings: readonly Located[],
  text: string,
  lines: Lines,
): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ file, rule, host, range }) => {
    const token = range ? text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)) : '';
    const line = range ? lines.line(range.start.line) : { start: 0, end: 0 };
    const facts = [file, rule, host ?? '', text.slice(line.start, line.end).trim(), token];
    const key = facts.join('\0');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash('sha256').update(`${key}\0${count}`).digest('hex').slice(0, 32);
  });
}
