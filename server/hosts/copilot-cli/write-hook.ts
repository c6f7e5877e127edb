import { type HookInput, mapIn, pathOfTool, type WriteHook } from '../model/write-hook';
import { executedHere } from './evidence';

/** In hooks of its own, and in those of `.claude/settings.json`, which it runs with the names of Claude Code for its tools. */
export const writeHook: WriteHook = {
  written: (input) =>
    ownPath(input) ??
    ('tool_result' in input ? pathOfTool(input, 'PostToolUse', ['Write', 'Edit'], 'path') : null),
  context: (text) => ({ additionalContext: text }),
  evidence: executedHere,
};

function ownPath({ toolName, toolArgs }: HookInput): readonly string[] | null {
  const { path } = mapIn(toolArgs);
  const isWriting = toolName === 'create' || toolName === 'edit';
  return isWriting && typeof path === 'string' ? [path] : null;
}
