// The hooks of settings. Qwen Code notes what it skips in its debug log only.
import { phrase } from '../../judge/check';
import { groupedHooks } from '../../judge/grouped-hooks';
import {
  type MatcherFault,
  renamedMatcher,
  toolOfRule,
  withoutPattern,
} from '../../judge/hook-matchers';
import type { Type } from '../../model/type';
import { idOfName, nameInAnyCase, toolsOf } from './names';

/**
 * Names are compared in their exact case, and an expression is compared with IDs only. A name that is not known here may be a tool of a
 * server.
 */
function faultOf(matcher: string): MatcherFault | null {
  const isIdle = toolsOf(matcher)?.length === 0;
  const tool = toolOfRule(matcher.trim());
  if (isIdle && tool !== undefined && idOfName(tool) !== undefined) return withoutPattern(tool);
  const meant = renamedMatcher(matcher, (name) =>
    toolsOf(name)?.length === 0 ? (nameInAnyCase(name) ?? name) : name,
  );
  if (meant !== null)
    return { expected: phrase('names of tools in their exact case'), meant: meant.trim() };
  if (!isIdle || /mcp_/.test(matcher)) return null;
  const id = (matcher.match(/\w+/g) ?? []).map(idOfName).find((one) => one !== undefined);
  return id === undefined
    ? null
    : { expected: phrase('an expression for the IDs of tools, such as "{words}"', [id]) };
}

const text: Type = { type: 'text' };

export const hooks = groupedHooks({
  events: {
    PreToolUse: {
      summary: 'Before a tool runs. It can block the call.',
      ...{ matcher: 'tool', isGuard: true },
    },
    PostToolUse: { summary: 'After a tool has run.', matcher: 'tool' },
    PostToolUseFailure: { summary: 'After a tool has failed.', matcher: 'tool' },
    PostToolBatch: { summary: 'After several calls of tools.' },
    PermissionRequest: {
      summary: 'When a user is asked for permission. It can answer.',
      ...{ matcher: 'tool', isGuard: true },
    },
    PermissionDenied: { summary: 'When a call was denied.', matcher: 'tool' },
    UserPromptSubmit: {
      summary: 'After a user has sent a prompt. It can block the turn.',
      isGuard: true,
    },
    UserPromptExpansion: { summary: 'When a command is expanded.', matcher: 'word' },
    Stop: { summary: 'When a turn ends. It can continue the turn.' },
    StopFailure: { summary: 'When a turn ends with an error.', matcher: 'word' },
    MessageDisplay: { summary: 'While an answer is shown.' },
    SubagentStart: { summary: 'When an agent starts.', matcher: 'word' },
    SubagentStop: { summary: 'When an agent ends.', matcher: 'word' },
    SessionStart: { summary: 'When a session starts.', matcher: 'word' },
    SessionEnd: { summary: 'When a session ends.', matcher: 'word' },
    SessionDelete: { summary: 'After a session was deleted.' },
    PreCompact: { summary: 'Before a conversation is compacted.', matcher: 'word' },
    PostCompact: { summary: 'After a conversation was compacted.', matcher: 'word' },
    Notification: { summary: 'When the program shows a notification.', matcher: 'word' },
    TodoCreated: { summary: 'When a to-do was added.' },
    TodoCompleted: { summary: 'When a to-do was completed.' },
    InstructionsLoaded: { summary: 'When a file of instructions was read.', matcher: 'word' },
  },
  switches: ['enabled', 'disabled', 'notifications'],
  meantBy: {
    ...{ BeforeTool: 'PreToolUse', AfterTool: 'PostToolUse', BeforeAgent: 'UserPromptSubmit' },
    ...{ AfterAgent: 'Stop', PreCompress: 'PreCompact' },
    ...{ preToolUse: 'PreToolUse', postToolUse: 'PostToolUse', sessionStart: 'SessionStart' },
    ...{ userPromptSubmitted: 'UserPromptSubmit', agentStop: 'Stop' },
  },
  types: [
    { value: 'command', means: 'Runs a shell command.', key: 'command' },
    { value: 'http', means: 'Sends the event to a URL.', key: 'url' },
    { value: 'prompt', means: 'Asks a model.', key: 'prompt' },
  ],
  isExpression: (matcher) => toolsOf(matcher) !== null,
  faultOf,
  keys: {
    command: { type: text, summary: 'The shell command.' },
    url: { type: text, summary: 'The URL of a hook of the type `http`.' },
    prompt: { type: text, summary: 'The prompt of a hook of the type `prompt`.' },
    name: { type: text, summary: 'A name for logs.' },
    timeout: {
      type: { type: 'number' },
      summary: 'The longest time, in seconds. A number of 1000 or more is read as milliseconds.',
    },
    description: { type: text, summary: 'What the hook is for.' },
    async: { type: { type: 'boolean' }, summary: 'It runs in the background and blocks nothing.' },
  },
});
