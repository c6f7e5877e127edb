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

// A new agent from a sentence that states its purpose, such as "reviews SQL migrations for locks". Descriptions and prompts are
// written into files, so they stay English in every language.

/** A whole sentence, and when to delegate to the agent unless the purpose states it. */
export function descriptionForPurpose(purpose: string): string {
  const sentence = asSentence(purpose);
  return /\buse\b/i.test(sentence) ? sentence : `${sentence} Use for every task of this kind.`;
}

export const promptForPurpose = (purpose: string): PromptParts => ({
  goal: `You are responsible for one task in this project: ${asTask(purpose)}`,
  inputs: [
    'Expect the files or the question that the task is about.',
    'If something that you need is missing, look for it in the project before you ask.',
  ],
  approach: [
    'Restate the task and what a complete result contains.',
    'Read the relevant code and the conventions of the project.',
    'Do the work in small steps, and check the result of each one.',
    'Compare the result with the task before you answer.',
  ],
  rules: [
    'Stay within the task. Report other problems instead of solving them.',
    'Separate what you verified from what you assume.',
  ],
  output: 'Start with the result, then give the evidence:',
  shape: [
    'Result: one sentence.',
    '- `path/to/file:12`: what you found or changed, and why',
    'Open: what you could not verify.',
  ],
  blocked: ['If you cannot continue, state what you tried and what you need.'],
});

const withoutLead = (purpose: string): string =>
  purpose
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/^(?:an?|the|my)\s+agent\s+(?:that|which|to|for)\s+/i, '');

function asSentence(purpose: string): string {
  const text = withoutLead(purpose);
  const ended = /[.!?]$/.test(text) ? text : `${text}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

/** Continues a sentence, so a capitalized first word becomes lowercase, unless it is an acronym. */
function asTask(purpose: string): string {
  const sentence = asSentence(purpose);
  return /^[A-Z][a-z]/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
