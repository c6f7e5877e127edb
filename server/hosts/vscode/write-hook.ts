import { documented } from '../model/evidence';
import { contextOfEvent, mapIn, type WriteHook } from '../model/write-hook';

/** As documented: the files are a list. */
export const writeHook: WriteHook = {
  written: (input) => {
    const { files } = mapIn(input['tool_input']);
    if (input['hook_event_name'] !== 'PostToolUse' && input['hookEventName'] !== 'PostToolUse')
      return null;
    return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : null;
  },
  context: (text, input) => contextOfEvent(text, { ...input, hook_event_name: 'PostToolUse' }),
  evidence: documented({
    title: 'VS Code: hooks reference',
    address: 'https://code.visualstudio.com/docs/agents/reference/hooks-reference',
    on: '2026-11-25',
  }),
};
