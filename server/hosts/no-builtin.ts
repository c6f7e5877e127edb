import type { Builtin } from './builtin';

/** Every other editor, and every document that the editor takes for plain Markdown. */
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
