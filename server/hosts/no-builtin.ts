import type { Builtin } from './builtin';

/** For every other editor, and for documents that the editor treats as plain Markdown. */
export const noBuiltin: Builtin = {
  triggers: [],
  tools: [],
  completesFields: [],
  offers: {},
  reports: {},
  mends: [],
  checks: [],
  hovers: [],
  body: false,
};
