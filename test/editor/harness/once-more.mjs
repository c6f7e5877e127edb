// Other work on the machine can affect a window: a menu closes, a watcher is late. A file with a failed test is run again in a new
// window, at most twice, and what then passes is listed at the end of the run. A test that fails in every window has failed, and
// so has a run with many unstable tests (test/run/report.mjs).

/** Windows after the first. */
const maxAgain = 2;

/** Of the files of a run; of a few files, all may be run again. */
const atMost = (files) => Math.max(2, Math.floor(files.length / 5));

/**
 * @param run of some files, to `{ passed, failed, skipped, failures, failing }`; `failing` are the files with a failed test.
 * @param say what is printed.
 * @returns the counts, with a test that passed in a later window among the passed and in `unstable`.
 */
export async function onceMore(files, run, say = console.log) {
  const { failing: atFirst = [], ...first } = await run(files);
  if (first.failed === 0 || atFirst.length === 0 || atFirst.length > atMost(files)) return first;
  let { failures = [] } = first;
  let failing = atFirst;
  let last;
  const unstable = [];
  for (let again = 0; again < maxAgain && failing.length > 0; again++) {
    say(`\nonce more, in a fresh window: ${failing.join(', ')}`);
    const { failing: still = [], ...counted } = await run(failing);
    const isStill = (file) => still.includes(file);
    unstable.push(...failing.filter((file) => !isStill(file)).flatMap(titlesIn(failures)));
    last = { ...counted, isWhole: failing.length === files.length };
    failing = still;
    failures = counted.failures ?? [];
  }
  const { isWhole, ...counted } = last;
  if (isWhole) return { ...counted, unstable };
  const { passed, failed, ...rest } = first;
  const lists = { ...(first.failures && { failures }), unstable };
  return { ...rest, ...lists, passed: passed + failed - last.failed, failed: last.failed };
}

/** The failed tests of a file, or its name where they are not listed by file. */
const titlesIn = (failures) => (file) => {
  const titles = failures.filter((one) => one.file === file).map(({ title }) => title);
  return titles.length > 0 ? titles : [file];
};
