// What a reader calls short: a hover is read in passing, beside what the editor itself says there.

/** Of one hover, whatever is shown in it: as many lines as fit without scrolling, and what is read in a few seconds. */
export const shortHover = { lines: 14, characters: 700 } as const;

/** VS Code's hover breaks a line after about as many letters, at its usual width. */
const width = 80;

export interface HoverSize {
  readonly lines: number;
  readonly characters: number;
}

/** As it is shown: without marks, its paragraphs broken into lines. */
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

/** Sentences and points that stand in one text and in the other, but for their marks and letter case. */
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
    // A bare name says nothing.
    .filter((part) => part.includes(' '));
