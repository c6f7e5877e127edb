// The hooks of settings. Gemini CLI reports what it skips when a session starts.
import { textOf, type Value } from '../../../yaml/value';
import { groupedHooks } from '../../judge/grouped-hooks';
import type { Type } from '../../model/type';

/** In milliseconds. A shorter time was meant in seconds. */
const shortest = 100;

/** Strings of digits count, unless another value of the file is wrong. */
function isTooShort(timeout: Value): boolean {
  if (timeout.kind === 'null') return false;
  const time = timeout.kind === 'number' ? timeout.number : Number(textOf(timeout) ?? Number.NaN);
  return !(time >= shortest);
}

/** Null for what is no expression. */
export function expressionOf(matcher: string): RegExp | null {
  try {
    return new RegExp(matcher);
  } catch {
    return null;
  }
}

/** A star alone stands for all. */
const isExpression = (matcher: string): boolean =>
  matcher.trim() === '*' || expressionOf(matcher.trim()) !== null;

const text: Type = { type: 'text' };

export const hooks = groupedHooks({
  events: {
    BeforeTool: {
      summary: 'Before a tool runs. It can block the call.',
      ...{ matcher: 'tool', isGuard: true },
    },
    AfterTool: { summary: 'After a tool has run.', matcher: 'tool' },
    BeforeAgent: {
      summary: 'After a user has sent a prompt. It can block the turn.',
      isGuard: true,
    },
    AfterAgent: { summary: 'When a turn ends.' },
    BeforeModel: { summary: 'Before each request to the model. It can block it.', isGuard: true },
    AfterModel: { summary: 'After each part of an answer of the model.' },
    BeforeToolSelection: {
      summary: 'Before the model chooses tools. It can take tools away.',
      isGuard: true,
    },
    SessionStart: { summary: 'When a session starts.', matcher: 'word' },
    SessionEnd: { summary: 'When a session ends.', matcher: 'word' },
    PreCompress: { summary: 'Before a conversation is compressed.', matcher: 'word' },
    Notification: { summary: 'When the program shows a notification.' },
  },
  switches: ['enabled', 'disabled', 'notifications'],
  meantBy: {
    ...{ PreToolUse: 'BeforeTool', PostToolUse: 'AfterTool', UserPromptSubmit: 'BeforeAgent' },
    ...{ Stop: 'AfterAgent', PreCompact: 'PreCompress' },
    ...{ preToolUse: 'BeforeTool', postToolUse: 'AfterTool', sessionStart: 'SessionStart' },
  },
  readsOneGroup: true,
  types: [
    { value: 'command', means: 'Runs a shell command.', key: 'command' },
    { value: 'plugin', means: '', key: 'command', isHidden: true },
  ],
  isExpression,
  shortTime: { is: isTooShort, expected: 'a time in milliseconds, of at least 100' },
  keys: {
    command: { type: text, summary: 'The shell command.' },
    name: { type: text, summary: 'A name by which it can be disabled.' },
    timeout: { type: { type: 'number' }, summary: 'The longest time, in milliseconds.' },
    description: { type: text, summary: 'What the hook is for.' },
  },
});
