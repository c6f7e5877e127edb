// Files that stand beside agents and are meant to be read by people.

export const isDocument = (base: string): boolean =>
  isPlainlyDocument(base) || /^(?:agents|claude|index|notes?)$/i.test(base);

/** No agent has such a name: instructions for every agent of a folder are known by their capitals. */
export const isPlainlyDocument = (base: string): boolean =>
  /^(?:readme|changelog|contributing|license|template)$/i.test(base) ||
  /^(?:AGENTS|CLAUDE)$/.test(base);
