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

const later = '--interrupt-budget=400000';
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

function flagsOf(version: string, isAll: boolean): readonly string[] {
  const major = majorOf(version);
  // The simplest machine code is made at once: it costs next to nothing.
  if (major === 11) return ['--always-sparkplug', isAll ? '--no-opt' : later];
  if (major !== 12 && major !== 13) return [];
  const late = ['--invocation-count-for-turbofan=50000', '--invocation-count-for-osr=10000'];
  return isAll ? [...late, `${maglev}=200000`] : late;
}
