// Work on many files in more than one thread. The thread that asks works too, and waits without giving way: a command
// begins and ends in one turn.
import { availableParallelism } from 'node:os';
// Whole, so that it is loaded where there is a second thread and nowhere else.
import threads, { type MessagePort, type Worker } from 'node:worker_threads';

/** What a thread is told when it begins. */
interface Errand {
  readonly job: unknown;
  readonly count: number;
  /** The next part that nobody has taken, and how many answers were sent. */
  readonly shared: Int32Array;
  readonly port: MessagePort;
}

interface Answer {
  readonly part: number;
  /** Absent: it went wrong there, and is done here once more. */
  readonly done?: unknown;
}

/** More do not pay: each has to warm up. */
const mostThreads = 4;
/** A thread that is silent for so long is not waited for any more. */
const patienceMs = 5_000;

/**
 * Lets other threads take parts of a job.
 * @param file the program whose threads call `lendHand`.
 */
export const threadsOf = (file: string) =>
  /**
   * The answers for the parts 0 to `count`, in order.
   * @param job what the others are told; it is copied.
   * @param mine the answer for a part, made in this thread.
   */
  function* shared<Done>(
    job: unknown,
    count: number,
    mine: (part: number) => Done,
  ): Generator<Done> {
    const counters = new Int32Array(new SharedArrayBuffer(8));
    const helpers = Math.min(mostThreads, availableParallelism(), count) - 1;
    const ports = Array.from({ length: helpers }, () => helper(file, job, count, counters));
    const done = new Map<number, Done>();
    let heard = 0;
    const hear = (): void => {
      for (const port of ports)
        for (let got = next(port); got; got = next(port)) {
          const answer = got.message as Answer;
          heard++;
          done.set(answer.part, 'done' in answer ? (answer.done as Done) : mine(answer.part));
        }
    };
    for (let wanted = 0; wanted < count; ) {
      hear();
      const ready = done.get(wanted);
      if (ready !== undefined) {
        done.delete(wanted++);
        yield ready;
        continue;
      }
      const part = Atomics.add(counters, 0, 1);
      if (part < count) done.set(part, mine(part));
      else if (Atomics.wait(counters, 1, heard, patienceMs) === 'timed-out')
        done.set(wanted, mine(wanted));
    }
  };

const next = (port: MessagePort): { message: unknown } | undefined =>
  threads.receiveMessageOnPort(port);

/** A thread that the program's door began before anybody knew what for: it starts up while the rest is still being read. */
interface Door {
  dossierHand?: Worker | undefined;
}

function helper(file: string, job: unknown, count: number, shared: Int32Array): MessagePort {
  const { port1, port2 } = new threads.MessageChannel();
  const errand: Errand = { job, count, shared, port: port2 };
  const door = globalThis as Door;
  const worker = door.dossierHand ?? new threads.Worker(file);
  door.dossierHand = undefined;
  worker.postMessage(errand, [port2]);
  worker.on('error', () => undefined);
  // Nobody waits for one that is too late.
  worker.unref();
  port1.unref();
  return port1;
}

/** Takes parts until none is left, where this is such a thread; false in the first thread of a process. */
export function lendHand(work: (job: unknown) => (part: number) => unknown): boolean {
  if (threads.isMainThread) return false;
  threads.parentPort?.once('message', (errand: Errand) => takeParts(errand, work));
  return true;
}

function takeParts(
  { job, count, shared, port }: Errand,
  work: (job: unknown) => (part: number) => unknown,
): void {
  const doPart = work(job);
  for (let part = Atomics.add(shared, 0, 1); part < count; part = Atomics.add(shared, 0, 1)) {
    port.postMessage(answerOf(part, doPart));
    Atomics.add(shared, 1, 1);
    Atomics.notify(shared, 1);
  }
  port.close();
}

function answerOf(part: number, doPart: (part: number) => unknown): Answer {
  try {
    return { part, done: doPart(part) };
  } catch {
    return { part };
  }
}
