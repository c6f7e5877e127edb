// For commands that run for seconds: functions are compiled to fast machine code only after many more runs than usual.
// Files differ, so what is compiled early is soon thrown away again. Over 1,200 files in five hosts waiting saves a third of
// the processor time (Node 20 and 24) to nearly half (Node 22), and changes nothing else.
import { setFlagsFromString } from 'node:v8';

type Flags = readonly string[];

interface Engine {
  /** One host's readers and rules run, or those of all: each part of so much program runs less often. */
  readonly some: Flags;
  readonly all: Flags;
  /** Over thousands of files what was not worth it is: where all run, and where some do. */
  readonly later: Flags;
  readonly amid: Flags;
  /** What V8 does by itself: for what is done over and over again, such as answering keys. */
  readonly usual: Flags;
}

/** Our own threads keep the processors busy: one that sweeps has nobody to share the work with, and would wait for help. */
const alone = '--no-parallel-scavenge';
/** The simplest machine code is made at once: it costs next to nothing. */
const simple = '--always-sparkplug';
const rarely = '--interrupt-budget=1500000';
const maglev = '--invocation-count-for-maglev';
const turbofan = '--invocation-count-for-turbofan';
const osr = '--invocation-count-for-osr';
const late = [`${turbofan}=50000`, `${osr}=10000`];
const all = [...late, `${maglev}=200000`, alone];
const later = [`${maglev}=4000`];
const nothing: Engine = { some: [], all: [], later: [], amid: [], usual: [] };

/** By V8's major version: it complains aloud of a flag that it does not know. Others are left as they are. */
const engines: Readonly<Record<string, Engine>> = {
  11: {
    ...{ some: [simple, rarely], all: [simple, '--no-opt', alone], later: ['--opt', rarely] },
    ...{ amid: [], usual: ['--no-always-sparkplug', '--interrupt-budget=67584'] },
  },
  12: { some: late, all, later, amid: [], usual: [`${turbofan}=3000`, `${osr}=800`] },
  13: {
    // Over a thousand files it saves a fifth of the processor time here, and in the version before nothing.
    ...{ some: [...late, ...later], all, later, amid: [`${maglev}=400`] },
    usual: [`${turbofan}=3000`, `${osr}=500`, `${maglev}=400`],
  },
};

const engine = engines[process.versions.v8.split('.')[0] ?? ''] ?? nothing;

/** @param parts whether all hosts' readers and rules run. */
export const compileLate = (parts: 'some' | 'all'): void => engine[parts].forEach(set);
export const compileAfterAll = (): void => engine.later.forEach(set);
export const compileAmidSurvey = (): void => engine.amid.forEach(set);
export const compileAsUsual = (): void => engine.usual.forEach(set);

function set(flag: string): void {
  setFlagsFromString(flag);
}
