// For commands that run for seconds: functions are compiled to fast machine code only after many more runs than usual.
// Files differ, so what is compiled early is soon thrown away again. Over 1,200 files in five hosts waiting saves a third of
// the processor time (Node 20 and 24) to nearly half (Node 22), and changes nothing else.
import { setFlagsFromString as set } from 'node:v8';

type Flags = readonly string[];

interface Engine {
  /** One host's readers and rules run, in a command that ends with it or in an editor's survey of its files. */
  readonly some: Flags;
  readonly survey: Flags;
  /** Those of all hosts run: each part of so much program runs less often. */
  readonly all: Flags;
  /** Over thousands of files what was not worth it is: where all run, and in a survey. */
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
const soon = [simple, rarely];
/** What the second compiler makes has not paid for itself when a command ends. */
const firstOnly = ['--no-turbofan', `${maglev}=3000`];
const nothing: Engine = { some: [], survey: [], all: [], later: [], amid: [], usual: [] };

const usual = [`${turbofan}=3000`, `${osr}=500`, `${maglev}=400`];
const amid = [`${maglev}=400`];
/** Node 24 and 26. */
const both: Engine = { some: firstOnly, survey: [...late, ...later], all, later, amid, usual };

/** By V8's major version: it complains aloud of a flag that it does not know. Others are left as they are. */
const engines: Readonly<Record<string, Engine>> = {
  11: {
    ...{ some: soon, survey: soon, all: [simple, '--no-opt', alone], later: ['--opt', rarely] },
    ...{ amid: [], usual: ['--no-always-sparkplug', '--interrupt-budget=67584'] },
  },
  12: { some: late, survey: late, all, later, amid: [], usual: [`${turbofan}=3000`, `${osr}=800`] },
  13: both,
  14: both,
};

const engine = engines[process.versions.v8.split('.')[0] ?? ''] ?? nothing;

export const compileLate = (parts: 'some' | 'survey' | 'all'): void => engine[parts].forEach(set);
export const compileAfterAll = (): void => engine.later.forEach(set);
export const compileAmidSurvey = (): void => engine.amid.forEach(set);
export const compileAsUsual = (): void => engine.usual.forEach(set);
