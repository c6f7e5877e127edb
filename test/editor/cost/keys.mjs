// From a key to the pixels of a webview: the key is noted in the window, the paint in the frame, on one clock.

/** Notes when keys are pressed. */
export async function watchKeys(page) {
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      () => {
        globalThis.keyAt = performance.timeOrigin + performance.now();
      },
      true,
    );
  });
}

/** Notes what changes in a frame, when that is painted, and how much it was sent. */
export async function watchFrame(frame) {
  await frame.evaluate(() => {
    if (globalThis.expecting) return;
    globalThis.expecting = { words: null, received: null };
    globalThis.sent = 0;
    addEventListener('message', ({ data }) => {
      globalThis.sent += JSON.stringify(data).length;
    });
    const holds = (node, words) => words === '' || node.textContent.includes(words);
    new MutationObserver((records) => {
      const { words, received } = globalThis.expecting;
      if (received === null) return;
      const nodes = records.flatMap(({ addedNodes, target, type }) =>
        type === 'characterData' ? [target] : [...addedNodes],
      );
      if (!nodes.some((node) => holds(node, words))) return;
      globalThis.expecting.received = null;
      // A task behind the frame: it has been painted then.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => received(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

/**
 * Presses a key and waits until what it brings is painted.
 * @param words that are in what changes then; empty where any change will do.
 * @returns milliseconds, and the letters of the messages that came meanwhile.
 */
export async function press(page, frame, key, words) {
  const painted = frame.evaluate(
    (awaited) =>
      new Promise((resolve, reject) => {
        globalThis.sent = 0;
        globalThis.expecting = { words: awaited, received: resolve };
        setTimeout(() => reject(new Error(`"${awaited}" is not painted`)), 8000);
      }),
    words,
  );
  // The question above must be there before the key is.
  await frame.evaluate(() => null);
  await page.keyboard.press(key);
  const at = await painted;
  const [from, sent] = await Promise.all([
    page.evaluate(() => globalThis.keyAt),
    frame.evaluate(() => globalThis.sent),
  ]);
  return { ms: at - from, sent };
}
