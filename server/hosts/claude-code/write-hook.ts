import { contextOfEvent, pathOfTool, type WriteHook } from '../model/write-hook';
import { executedHere } from './evidence';

/** `PostToolUse`, also of tools that a subagent uses: the subagent then reads the text. */
export const writeHook: WriteHook = {
  // Copilot CLI runs the hooks of the same settings, with a result of another name.
  written: (input) =>
    'tool_response' in input
      ? pathOfTool(input, 'PostToolUse', ['Write', 'Edit'], 'file_path')
      : null,
  context: contextOfEvent,
  evidence: executedHere,
};
