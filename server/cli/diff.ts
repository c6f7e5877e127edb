// The changes that a fix makes, as a unified diff.

import { visibleControlsInLines } from '../text/visible-controls';
import { printable } from './cells';
import { inertLines } from './inert-lines';

const around = 2;

/** Returns one hunk from the first to the last line that differs, or an empty string if the texts are equal. */
export function diff(file: string, before: string, now: string): string {
  const old = before.split('\n');
  const fresh = now.split('\n');
  let start = 0;
  while (start < old.length && old[start] === fresh[start]) start++;
  if (start === old.length && start === fresh.length) return '';
  let end = 0;
  while (
    end < Math.min(old.length, fresh.length) - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  )
    end++;
  const from = Math.max(0, start - around);
  const oldEnd = old.length - end;
  const freshEnd = fresh.length - end;
  const tail = Math.min(around, end);
  const lines = [
    ...old.slice(from, start).map((line) => ` ${line}`),
    ...old.slice(start, oldEnd).map((line) => `-${line}`),
    ...fresh.slice(start, freshEnd).map((line) => `+${line}`),
    ...old.slice(oldEnd, oldEnd + tail).map((line) => ` ${line}`),
  ];
  const header = `@@ -${from + 1},${oldEnd + tail - from} +${from + 1},${freshEnd + tail - from} @@`;
  const name = printable(file);
  return `--- ${name}\n+++ ${name}\n${header}\n${inertLines(visibleControlsInLines(lines.join('\n')))}\n`;
}
