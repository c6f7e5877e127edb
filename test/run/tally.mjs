// What a part of the tests came to: counts, and with them the failed tests, the reasons of skipped ones, and the tests that passed
// only when run again.
export const none = {
  passed: 0,
  failed: 0,
  skipped: 0,
  failures: [],
  skips: [],
  unstable: [],
};

/** Counts without lists, such as those of another process, may be added too. */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  ...joined('failures', a, b),
  ...joined('skips', a, b),
  ...joined('unstable', a, b),
});

const joined = (list, a, b) => ({ [list]: [...(a[list] ?? []), ...(b[list] ?? [])] });

export const pass = { ...none, passed: 1 };

/** One failed test. `title` names it, `message` may have several lines. */
export const failure = (title, message) => ({ ...none, failed: 1, failures: [{ title, message }] });

export const skip = (why) => ({ ...none, skipped: 1, skips: [why] });

export function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
