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

/** Where it was not worth it and now is: over thousands of files. */
export function compileAfterAll(): void {
  if (!process.versions.v8.startsWith('11.')) return;
  setFlagsFromString('--opt');
  setFlagsFromString(later);
}

function flagsOf(version: string, isAll: boolean): readonly string[] {
  const major = Number(version.split('.')[0]);
  // The simplest machine code is made at once: it costs next to nothing.
  if (major === 11) return ['--always-sparkplug', isAll ? '--no-opt' : later];
  if (major !== 12 && major !== 13) return [];
  const late = ['--invocation-count-for-turbofan=50000', '--invocation-count-for-osr=10000'];
  return isAll ? [...late, '--invocation-count-for-maglev=4000'] : late;
}
