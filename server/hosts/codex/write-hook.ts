import { contextOfEvent, pathOfTool, type WriteHook } from '../model/write-hook';
import { executedHere } from './evidence';

/** A patch may change several files, whose paths are in its text. */
export const writeHook: WriteHook = {
  written: (input) => {
    const patch = pathOfTool(input, 'PostToolUse', ['apply_patch'], 'command')?.[0];
    if (patch === undefined) return null;
    return [...patch.matchAll(/^\*\*\* (?:Add File|Update File|Move to): (.+)$/gm)].map(
      ([, path = '']) => path.trim(),
    );
  },
  context: contextOfEvent,
  evidence: executedHere,
};
