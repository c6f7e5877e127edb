// Other work on the machine can affect a window: a menu closes, a watcher is late. A test that failed is run again in a new
// window, and listed at the end of the run. A test that fails twice has failed, and so has a run with many unstable tests
// (test/run/report.mjs).

/** Of the files of a run; of a few files, all may be run again. */
const atMost = (files) => Math.max(2, Math.floor(files.length / 5));

/**
 * @param run of some files, to `{ passed, failed, skipped, failing }`; `failing` are the files with a failed test.
 * @param say what is printed.
 * @returns the counts, with a test that passed at its second try among the passed and in `unstable`.
 */
export async function onceMore(files, run, say = console.log) {
  const { failing = [], ...first } = await run(files);
  if (first.failed === 0 || failing.length === 0 || failing.length > atMost(files)) return first;
  say(`\nonce more, in a fresh window: ${failing.join(', ')}`);
  const { failing: _, ...second } = await run(failing);
  if (second.failed > 0) return first;
  const unstable = first.failures?.map(({ title }) => title) ?? failing;
  if (failing.length === files.length) return { ...second, unstable };
  const { passed, failed, skipped } = first;
  return { passed: passed + failed, failed: 0, skipped, unstable };
}
