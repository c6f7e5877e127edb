// Memory and processor time of a process, from /proc: Linux only, elsewhere not known.
import { readdirSync, readFileSync } from 'node:fs';

export function usage(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const times = readdirSync(`/proc/${pid}/task`).map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')[0]),
    );
    return {
      memoryMb: Number(/VmRSS:\s*(\d+)/.exec(status)[1]) / 1024,
      cpuMs: times.reduce((sum, time) => sum + time, 0) / 1e6,
    };
  } catch {
    return { memoryMb: Number.NaN, cpuMs: Number.NaN };
  }
}
