export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again until the answer is truthy; what was thrown last is in the complaint. */
export async function until(what, ask, { ms = 60_000, step = 50 } = {}) {
  const end = Date.now() + ms;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`no ${what} within ${ms} ms${last ? ` (${last.message})` : ''}`);
    }
    await sleep(step);
  }
}
