// A new agent from a sentence that states its purpose, such as "reviews SQL migrations for locks". Descriptions and prompts are
// written into files, so they stay English in every language.
import type { PromptParts } from './prompt';

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
