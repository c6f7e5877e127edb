import { executed } from '../model/evidence';
import { contextOfEvent, pathOfTool, type WriteHook } from '../model/write-hook';
import { version } from './evidence';

export const writeHook: WriteHook = {
  written: (input) => pathOfTool(input, 'AfterTool', ['write_file', 'replace'], 'file_path'),
  context: contextOfEvent,
  evidence: executed(`@google/gemini-cli ${version}`),
};
