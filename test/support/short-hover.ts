// Limits on the length of hovers, which appear next to what the editor itself shows.

/** For any hover: as many lines as fit without scrolling and can be read in a few seconds. */
export const shortHover = { lines: 14, characters: 700 } as const;

/** VS Code's hover wraps lines after about as many characters, at its usual width. */
const width = 80;

export interface HoverSize {
  readonly lines: number;
  readonly characters: number;
}

/** The displayed form: without markup, with paragraphs wrapped into lines. */
export function hoverSize(markdown: string): HoverSize {
  const shown = markdown
    .split('\n')
    .filter((line) => line.trim() !== '' && line !== '---')
    .map((line) => line.replace(/\]\([^)]*\)/g, '').replace(/[*`[\]]/g, ''));
  return {
    lines: shown.reduce((sum, { length }) => sum + Math.ceil(length / width), 0),
    characters: shown.join('\n').length,
  };
}

export const isShort = (markdown: string): boolean => {
  const { lines, characters } = hoverSize(markdown);
  return lines <= shortHover.lines && characters <= shortHover.characters;
};

/** Sentences and list items that occur in both strings, ignoring markup and letter case. */
export function repeated(one: string, other: string): readonly string[] {
  const there = new Set(sentencesOf(other));
  return sentencesOf(one).filter((sentence) => there.has(sentence));
}

const sentencesOf = (markdown: string): readonly string[] =>
  markdown
    .split(/\n|(?<=[.!?:]) /)
    .map((part) =>
      part
        .replace(/[*`_]/g, '')
        .replace(/^[\s-]+|[\s.]+$/g, '')
        .toLowerCase(),
    )
    // A bare name is not a repetition.
    .filter((part) => part.includes(' '));
