// Files that stand beside agents and are meant to be read by people.

export const isDocument = (base: string): boolean =>
  isPlainlyDocument(base) || /^(?:agents|claude|index|notes?)$/i.test(base);

/** Nobody names an agent so. */
export const isPlainlyDocument = (base: string): boolean =>
  /^(?:readme|changelog|contributing|license|template)$/i.test(base);
