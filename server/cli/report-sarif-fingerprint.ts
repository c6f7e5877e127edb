// Fingerprints identify a finding after lines above it were added or removed. They are computed from the file, the
// rule, the host, the text of the line and the token, and an index among identical findings, but not from the line
// number or the message.
import { createHash } from 'node:crypto';
import type { Lines } from '../text/lines';
import type { Located } from './report';

/** Returns one unique fingerprint for each finding of a file, in the same order. */
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
