// Runs work in short slices so that no message has to wait long for it.
import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { formatCount, t } from '../../text/message';
import type { Client } from '../client';

// Progress of a long survey: the number of files read so far, and a way to cancel it.

export interface SurveyProgress {
  /** Counts one more file. */
  readonly countFile: () => void;
  readonly end: () => void;
}

export const noProgress: SurveyProgress = { countFile: () => {}, end: () => {} };

/** Milliseconds between progress reports, short enough to appear continuous. */
const pauseMs = 200;

/** @param cancel Called when the user cancels the survey. */
export function progressOf(
  connection: Connection,
  client: Client,
  cancel: () => void,
): SurveyProgress {
  if (!client.capabilities.window?.workDoneProgress) return noProgress;
  let files = 0;
  let next = 0;
  let hasEnded = false;
  let shown: WorkDoneProgressReporter | undefined;
  // Asynchronous, because the request throws if the connection was closed before the survey began.
  const create = async () => connection.window.createWorkDoneProgress();
  create().then(
    (reporter) => {
      shown = reporter;
      reporter.begin(client.translate(t('Scanning workspace agents')), undefined, undefined, true);
      reporter.token.onCancellationRequested(cancel);
      if (hasEnded) reporter.done();
    },
    () => undefined, // the client rejected the progress token, or is gone
  );
  return {
    countFile() {
      files++;
      const now = performance.now();
      if (!shown || now < next) return;
      next = now + pauseMs;
      shown.report(client.translate(t('{count} files', { count: formatCount(files) })));
    },
    end() {
      hasEnded = true;
      shown?.done();
    },
  };
}

export interface Slices {
  readonly add: (work: () => void) => void;
  /** Items are read from the iterable one at a time, when they are processed. */
  readonly addEach: <T>(items: Iterable<T>, work: (item: T) => void) => void;
  /** Drops all work that has not started. */
  readonly clear: () => void;
}

/** Maximum duration of a slice in milliseconds. A single long item may exceed it. */
const sliceMs = 2;

/**
 * A message takes several turns of the event loop from arrival to answer. Slices are spaced out so that it
 * does not wait for one in each turn.
 */
const turnsBetween = 5;

/** Web workers have no `setImmediate`. */
const turn: (run: () => void) => unknown =
  typeof setImmediate === 'function' ? (run) => setImmediate(run) : (run) => setTimeout(run, 0);

const inTurns = (count: number, run: () => void): unknown =>
  turn(count === 1 ? run : () => inTurns(count - 1, run));

/** @param fault Receives errors thrown by work items. The remaining items still run. */
export function slices(fault: (error: unknown) => void): Slices {
  const queue: Iterator<() => void>[] = [];
  let isTurning = false;

  const run = (): void => {
    const until = performance.now() + sliceMs;
    do {
      const [next] = queue;
      if (!next) break;
      try {
        const { done, value } = next.next();
        if (done) queue.splice(queue.indexOf(next), 1);
        else value();
      } catch (error) {
        fault(error);
      }
    } while (performance.now() < until);
    isTurning = queue.length > 0;
    if (isTurning) inTurns(turnsBetween, run);
  };
  const begin = (pieces: Iterator<() => void>): void => {
    queue.push(pieces);
    if (isTurning) return;
    isTurning = true;
    turn(run);
  };
  return {
    add: (work) => begin([work].values()),
    addEach: (items, work) => begin(each(items, work)),
    clear: () => void queue.splice(0),
  };
}

function* each<T>(items: Iterable<T>, work: (item: T) => void): Generator<() => void> {
  for (const item of items) yield () => work(item);
}
