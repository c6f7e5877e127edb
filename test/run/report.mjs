// What a run prints last: what was skipped, what passed only when run again, what failed, and the counts.
import { line } from './tally.mjs';

/** A run in which more tests pass only when run again has failed: on a shared machine, up to one of 50 tests in a window. */
const maxUnstable = 6;
/** Lines of a message at its start and at its end; the rest is in the output of a run of that file. */
const ends = { first: 25, last: 10 };

/** Adds a failure where too many tests are unstable, and one where a part did not list all that it counted. */
export function judged(counted) {
  const { failed, failures, unstable } = counted;
  const unlisted = failed - failures.length;
  const more = [];
  if (unlisted > 0)
    more.push({ title: `${unlisted} more`, message: 'They are in the output above.' });
  if (unstable.length <= maxUnstable) return { ...counted, failures: [...failures, ...more] };
  more.push({
    title: `${unstable.length} unstable tests`,
    message: `At most ${maxUnstable} tests may pass only when run again.`,
  });
  return { ...counted, failed: failed + 1, failures: [...failures, ...more] };
}

/** The lines after which nothing follows. The very last one is for programs: `N passed, N failed[, N skipped]`. */
export function closing(counted) {
  const { skips, unstable, failures } = counted;
  return [
    ...counts(skips).map(
      ([why, count]) => `skipped: ${why}${count > 1 ? ` (${count} tests)` : ''}`,
    ),
    ...unstable.map((test) => `passed only when run again: ${test}`),
    ...(failures.length > 0 ? ['', 'Failures:'] : []),
    ...failures.flatMap(shown),
    '',
    line(counted),
  ].join('\n');
}

function shown({ title, file, message }, index) {
  const lines = message.split('\n');
  const cut = lines.length - ends.first - ends.last;
  const text =
    cut > 1
      ? [...lines.slice(0, ends.first), `... ${cut} more lines ...`, ...lines.slice(-ends.last)]
      : lines;
  return ['', `${index + 1}) ${title}`, ...(file ? [file] : []), ...text].map((each, at) =>
    at < 2 || each === '' ? each : `   ${each}`,
  );
}

function counts(list) {
  const found = new Map();
  for (const one of list) found.set(one, (found.get(one) ?? 0) + 1);
  return [...found];
}
