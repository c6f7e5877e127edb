// Words in prompts and descriptions that probably name an agent, without a form that any host acts on: in quotes, in code, or
// next to the word "agent". Only the author knows.

import type { Span } from '../../text/span';
import { textOf } from '../../yaml/value';
import type { View } from '../view/view';

/** Shorter names are too often parts of ordinary text. */
const shortest = 3;

/** Returns a function that finds the places in a file, in source order. */
export function uncertainMentionsOf(name: string): (view: View) => readonly Span[] {
  if (name.length < shortest) return () => [];
  const form = formFor(name);
  return ({ outline: { text, body, fields } }) => {
    if (!text.includes(name)) return [];
    const description = fields.find(({ key }) => key === 'description')?.value;
    const parts =
      description && textOf(description) !== undefined ? [description.span, body] : [body];
    return parts.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(form)].map((match): Span => {
        const at = start + match.index;
        return { start: at, end: at + name.length };
      }),
    );
  };
}

function formFor(name: string): RegExp {
  const word = name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const begin = '(?<![\\p{L}\\p{N}_@/.:-])';
  const end = '(?![\\p{L}\\p{N}_/:-]|\\.[\\p{L}\\p{N}])';
  return new RegExp(
    [
      // In quotes, in code, or in bold: `reviewer`, "reviewer", **reviewer**.
      ...['`', '"', "'", '\\*\\*', '__'].map((mark) => `(?<=${mark})${word}(?=${mark})`),
      `(?<=“)${word}(?=”)`,
      // After an @ in a position where a file has that name too.
      `(?<=(?<![\\p{L}\\p{N}_@/.:-])@)${word}${end}`,
      // "the reviewer agent", "agent reviewer".
      `${begin}${word}(?=[ \\t]+(?:sub-?)?agents?\\b)`,
      `(?<=\\b(?:[Ss]ub-?)?[Aa]gent[ \\t]+)${word}${end}`,
    ].join('|'),
    'gu',
  );
}
