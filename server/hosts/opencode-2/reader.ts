// Reads an agent file as OpenCode 2 does: like OpenCode 1, but it accepts a byte order mark and fails on an empty file. No
// name breaks its list of agents.

import type { Reader } from '../model/reading';
import { breakingValuesFinder } from '../opencode/breaking-values';
import { readerWith } from '../opencode/reader';
import { repair } from '../opencode/repair';
import { fieldsFor } from './fields';

const read = readerWith({
  repairText: repair,
  inspections: [breakingValuesFinder(fieldsFor)],
  marksOff: 1,
});

export const reader: Reader = (input) => {
  const { text } = input.outline;
  if (text !== '' && text !== '\ufeff') return read(input);
  const flaw = { code: 'empty-file', span: { start: 0, end: 0 }, fatal: true } as const;
  return { agents: [], flaws: [flaw] };
};
