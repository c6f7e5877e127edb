// For commands that run for seconds: functions are compiled to fast machine code only after many more runs than usual.
// Files differ, so what is compiled early is soon thrown away again. Over 1,200 files in five hosts waiting saves a third of
// the processor time (Node 20 and 24) to nearly half (Node 22), and changes nothing else.
import { setFlagsFromString } from 'node:v8';

/**
 * V8 complains aloud of a flag that it does not know: each version is asked for its own, others for none.
 * @param parts whether all hosts' readers and rules run: each part of so much program runs less often than one host's.
 */
export function compileLate(parts: 'some' | 'all'): void {
  for (const flag of flagsOf(process.versions.v8, parts === 'all')) setFlagsFromString(flag);
}

const later = '--interrupt-budget=1500000';
const maglev = '--invocation-count-for-maglev';

const majorOf = (version: string): number => Number(version.split('.')[0]);

/** Where it was not worth it and now is: over thousands of files. */
export function compileAfterAll(): void {
  const major = majorOf(process.versions.v8);
  if (major === 11) {
    setFlagsFromString('--opt');
    setFlagsFromString(later);
  } else if (major === 12 || major === 13) setFlagsFromString(`${maglev}=4000`);
}

/** A survey of thousands of files is long enough for what it does to be worth compiling after all. */
export function compileAmidSurvey(): void {
  if (majorOf(process.versions.v8) === 13) setFlagsFromString(`${maglev}=400`);
}

/** What V8 does by itself: for what is done over and over again, such as answering keys. */
export function compileAsUsual(): void {
  const major = majorOf(process.versions.v8);
  if (major === 11) {
    setFlagsFromString('--no-always-sparkplug');
    setFlagsFromString('--interrupt-budget=67584');
  } else if (major === 12 || major === 13) {
    setFlagsFromString('--invocation-count-for-turbofan=3000');
    setFlagsFromString(`--invocation-count-for-osr=${major === 12 ? 800 : 500}`);
    compileAmidSurvey();
  }
}

/** Our own threads keep the processors busy: one that sweeps has nobody to share the work with, and would wait for help. */
const alone = '--no-parallel-scavenge';

function flagsOf(version: string, isAll: boolean): readonly string[] {
  const major = majorOf(version);
  // The simplest machine code is made at once: it costs next to nothing.
  if (major === 11)
    return isAll ? ['--always-sparkplug', '--no-opt', alone] : ['--always-sparkplug', later];
  if (major !== 12 && major !== 13) return [];
  const late = ['--invocation-count-for-turbofan=50000', '--invocation-count-for-osr=10000'];
  if (isAll) return [...late, `${maglev}=200000`, alone];
  // Over a thousand files it saves a fifth of the processor time there, and in the version before nothing.
  return major === 13 ? [...late, `${maglev}=4000`] : late;
}
