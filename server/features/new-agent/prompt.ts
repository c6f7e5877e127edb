// Composes the prompt of a new agent. The rules follow from the agent's capabilities, so that the prompt never contradicts the
// permissions. Prompts are written into files, so they stay English in every language.
import type { CapabilityChoice } from './capability-tools';

export interface PromptParts {
  /** Its role and its goal, in one or two sentences. */
  readonly goal: string;
  /** What the caller passes to it, and what to do without. */
  readonly inputs: readonly string[];
  readonly approach: readonly Line[];
  /** In addition to the rules that follow from the capabilities. */
  readonly rules: readonly Line[];
  /** How to answer, in one sentence. */
  readonly output: string;
  /** The shape of an answer, in Markdown. */
  readonly shape: readonly string[];
  readonly blocked: readonly string[];
}

/** A line that depends on a capability: with it, and without it. An empty string omits the line. */
export type Line =
  | string
  | {
      readonly needs: CapabilityChoice;
      readonly granted: string;
      readonly missing: string;
    };

/** States what the agent must not do with the tools that it has, and with those that it lacks. */
const accessRules = (capabilities: readonly CapabilityChoice[]): readonly string[] => {
  const [canWrite, canRun] = [capabilities.includes('write'), capabilities.includes('run')];
  if (canWrite)
    return [
      'Change only the files that the task requires.',
      canRun
        ? 'Do not run commands that commit, push, publish or delete data unless you are asked to.'
        : 'You cannot run commands. List the commands that verify your changes.',
    ];
  return canRun
    ? [
        'Do not change files. Run commands only to inspect, build and test, never to edit, install or commit.',
      ]
    : ['Do not change files or run commands. Describe the changes that you propose.'];
};

/** The prompt as Markdown, without a final line break. */
export function promptFor(parts: PromptParts, capabilities: readonly CapabilityChoice[]): string {
  const lines = (all: readonly Line[]): readonly string[] =>
    all
      .map((line) => {
        if (typeof line === 'string') return line;
        return capabilities.includes(line.needs) ? line.granted : line.missing;
      })
      .filter((line) => line !== '');
  const bullets = (all: readonly Line[]): readonly string[] =>
    lines(all).map((line) => `- ${line}`);
  return [
    ...[parts.goal, ''],
    ...['## When invoked', '', ...bullets(parts.inputs), ''],
    ...['## Approach', '', ...lines(parts.approach).map((line, n) => `${n + 1}. ${line}`), ''],
    ...['## Rules', '', ...bullets([...accessRules(capabilities), ...parts.rules]), ''],
    ...['## Output', '', parts.output, '', '```markdown', ...parts.shape, '```', ''],
    ...['## When blocked', '', ...bullets(parts.blocked)],
  ].join('\n');
}
