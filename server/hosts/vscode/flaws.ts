// What VS Code does with a frontmatter that it cannot parse, in agents and skills.
import type { FlawTable } from '../model/flaw-tables';

export const unparsed = {
  yaml: {
    outcome: 'loads-changed',
    reason: 'yaml',
    effect: '{host} uses the parts that it can read.',
  },
  'too-large': {
    outcome: 'unknown',
    reason: 'too-large',
    effect: 'Frontmatter of this size is not checked, so what {host} reads from it is unknown.',
  },
} as const satisfies FlawTable;
