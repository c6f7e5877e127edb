// Reads an agent file as Kilo does: like OpenCode, except for how it repairs broken frontmatter and for the references in
// the prompt.

import type { Reader } from '../model/reading';
import { breakingValuesFinder, findBreakingNames } from '../opencode/breaking-values';
import { readerWith } from '../opencode/reader';
import { type RepairText, type Rewrite, repairWith } from '../opencode/repair';
import { fields, modeFields } from './fields';
import { referencesIn } from './prompt-references';

/** Quotes the part on one line. Further lines are then no longer part of the value and may break the file. */
const inQuotes: Rewrite = (key, value) =>
  `${key}: "${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Of agents, skills and commands. */
export const repair: RepairText = (text) => repairWith(inQuotes, text);

export const reader: Reader = readerWith({
  repairText: repair,
  inspections: [
    findBreakingNames,
    breakingValuesFinder((_, { location }) => (location.dialect === 'mode' ? modeFields : fields)),
    referencesIn,
  ],
  marksOff: 0,
});
