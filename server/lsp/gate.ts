// What has to be known before the first answers: requests that come earlier wait for it.

export interface Gate {
  /** Resolves once `done` was called, or at the latest after `patienceMs`. */
  readonly wait: () => Promise<void>;
  readonly done: () => void;
}

/** In milliseconds. A client that does not answer must not keep its editor waiting. */
const patienceMs = 1000;

export function gate(): Gate {
  let isDone = false;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const done = (): void => {
    isDone = true;
    open();
  };
  return {
    wait() {
      if (isDone) return Promise.resolve();
      const timer = setTimeout(done, patienceMs);
      return opened.finally(() => clearTimeout(timer));
    },
    done,
  };
}
