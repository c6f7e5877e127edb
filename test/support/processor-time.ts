// How much work something is, for tests of hostile input: the processor time of this process, which other processes on the
// machine change little.

/** The processor time of a call in milliseconds. */
export function processorTime(run: () => unknown): number {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
