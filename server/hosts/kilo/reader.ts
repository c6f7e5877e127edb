// How Kilo gets from a file to an agent: as OpenCode does, but for how it mends a broken frontmatter, and for the
// references that it fills in.
import { readerWith } from '../opencode/reader';
import { type Mend, type Rewrite, repairWith } from '../opencode/repair';
import { nameTrapsIn, valueTrapsIn } from '../opencode/traps';
import type { Reader } from '../reading';
import { referencesIn } from './references';

/** On one line: what stands on the next ones is then no part of the value any more, and may break the file. */
const inQuotes: Rewrite = (key, value) =>
  `${key}: "${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const mend: Mend = (text) => repairWith(inQuotes, text);

export const reader: Reader = readerWith({
  mend,
  inspections: [nameTrapsIn, valueTrapsIn, referencesIn],
  marksOff: 0,
});
