// What a program costs from its start to its end. The shell measures it, because Node reports nothing about its children.
import { spawnSync } from 'node:child_process';

/**
 * User and system time, and the time that passed, in milliseconds.
 * @param command the program and its arguments. Its output and its exit code are ignored: a checker fails where it finds something.
 * @param input what it reads from its standard input. Default: nothing.
 * @throws if it cannot be started.
 */
export function timeOf(command, cwd, input = '') {
  const script = 'TIMEFORMAT="%U %S %R"; time "$@" >/dev/null 2>&1; exit $(($? > 125))';
  const { stderr, status } = spawnSync('bash', ['-c', script, 'bash', ...command], {
    cwd,
    input,
    encoding: 'utf8',
  });
  const [user, system, real] = stderr.trim().split(' ').map(Number);
  if (status !== 0 || !(real >= 0))
    throw new Error(`${command.join(' ')} could not run: ${stderr}`);
  return { cpuMs: (user + system) * 1000, wallMs: real * 1000 };
}

/** User and system time in milliseconds of a program that Node runs. */
export const cpuOf = (args, cwd) => timeOf([process.execPath, ...args], cwd).cpuMs;
