// The answers of Qoder CLI about agents are recorded. They came from a copy of its bundle with lines of ours, so it is not asked again about
// them until it can be asked from outside. About skills and commands it is: skills/qoder.ts.
import { names } from '../facts';
import type { Oracle } from '../oracle';

export const version = '1.1.52';

export const qoder: Oracle = {
  host: 'qoder',
  answers: {
    part: 'session',
    how: 'The parts of its bundle that find agents and choose the tools of a subagent, in one session without an account.',
    license: 'none in the package',
  },
  packages: [{ name: '@qoder-ai/qodercli', version }],
  recordedOn: '2026-11-22',
};

/** Of a subagent without limits. */
const usual: readonly string[] = [
  'Bash',
  'CronCreate',
  'CronDelete',
  'CronList',
  'Edit',
  'EnterWorktree',
  'ExitWorktree',
  'Glob',
  'Grep',
  'ImageGen',
  'ImageSearch',
  'Monitor',
  'NotebookEdit',
  'Read',
  'Skill',
  'TaskCreate',
  'TaskGet',
  'TaskList',
  'TaskStop',
  'TaskUpdate',
  'WebFetch',
  'WebSearch',
  'Write',
];

/** An agent with most of the tools is described by those that it lacks. */
export function toolFact(given: readonly string[]): string {
  const missing = usual.filter((name) => !given.includes(name));
  return given.length < missing.length ? names(given) : `all but ${names(missing)}`;
}

/** The tools of a `toolFact`. @param listOf reads a list of names. */
export function givenTools(
  fact: string,
  listOf: (names: string) => readonly string[],
): readonly string[] {
  const missing = /^all but (.*)$/s.exec(fact)?.[1];
  if (missing === undefined) return listOf(fact);
  return usual.filter((name) => !listOf(missing).includes(name));
}
