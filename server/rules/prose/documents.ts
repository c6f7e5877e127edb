// Recognizes documentation for people in a folder of agents.

export const isDocument = (base: string): boolean =>
  isPlainlyDocument(base) || /^(?:agents|claude|index|notes?)$/i.test(base);

/** Whether the name is never that of an agent. Files with instructions for all agents have names in capitals. */
export const isPlainlyDocument = (base: string): boolean =>
  /^(?:readme|changelog|contributing|license|template)$/i.test(base) ||
  /^(?:AGENTS|CLAUDE)$/.test(base);
