// Reads an agent file as Kilo does: like OpenCode, except for how it repairs broken frontmatter and for the references in
// the prompt.
import { readerWith } from '../opencode/reader';
import { type Mend, type Rewrite, repairWith } from '../opencode/repair';
import { nameTrapsIn, valueTrapsIn } from '../opencode/traps';
import type { Reader } from '../reading';
import { referencesIn } from './references';

/** Quotes the part on one line. Further lines are then no longer part of the value and may break the file. */
const inQuotes: Rewrite = (key, value) =>
  `${key}: "${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const repair: Mend = (text) => repairWith(inQuotes, text);

export const reader: Reader = readerWith({
  mend: repair,
  inspections: [nameTrapsIn, valueTrapsIn, referencesIn],
  marksOff: 0,
});
