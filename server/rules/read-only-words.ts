// Recognizes English phrases that describe an agent as read-only.

const patterns: readonly RegExp[] = [
  /\bread[- ]only (?:agent|subagent|access|mode|reviewer|role|analysis|tools?)\b/i,
  /\byou (?:are|have|operate in|work in|run in) (?:a |an )?(?:strictly )?read[- ]only\b/i,
  /^\W*read[- ]only\b/im,
  /\b(?:never|do not|don't|must not|cannot|may not|should not) (?:ever )?(?:edit|modify|change|write|alter)(?:,? (?:or )?(?:create|edit|modify|change|write|delete))* (?:any |the |to |source |project |code |these )*(?:files?|code|anything)\b/i,
  /\bwithout (?:making|any) changes\b/i,
  /\bchang(?:e|es|ing) nothing\b/i,
];

/** How much of a prompt is searched, in UTF-16 units. Such phrases are near its beginning. */
const searchLength = 20_000;

export const isDescribedAsReadOnly = (description: string, prompt: string): boolean => {
  const start = prompt.length > searchLength ? prompt.slice(0, searchLength) : prompt;
  return patterns.some((pattern) => pattern.test(description) || pattern.test(start));
};
