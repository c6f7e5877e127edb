import type { EditorSupport } from './editor-support';

/** For every other editor, and for documents that the editor treats as plain Markdown. */
export const noBuiltin: EditorSupport = {
  triggers: [],
  tools: [],
  completesFields: [],
  offers: {},
  reports: {},
  fixableKinds: [],
  checks: [],
  hovers: [],
  body: false,
};
