// Where an author's caret might be in a frontmatter, and what the pointer might rest on there.
import type { TextDocument } from 'vscode';

export interface Spot {
  readonly line: number;
  readonly character: number;
}

export interface Spots {
  /** For completion. */
  readonly carets: readonly Spot[];
  /** For hovers: keys and values. */
  readonly pointed: readonly Spot[];
  /** The line of the closing fence; null where there is no frontmatter. */
  readonly closing: number | null;
}

const key = /^(\s*(?:- +)?)([\w-]+):(?: +|$)/;
const item = /^(\s*- +)/;

export function spotsOf(document: TextDocument): Spots {
  const lines = document.getText().split(/\r?\n/);
  const isFence = (line: string | undefined): boolean => /^\uFEFF?---\s*$/.test(line ?? '');
  const closing = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (!isFence(lines[0]) || closing < 0) return { carets: [], pointed: [], closing: null };
  const carets: Spot[] = [];
  const pointed: Spot[] = [];
  lines.slice(1, closing).forEach((text, index) => {
    const at = (character: number): Spot => ({ line: index + 1, character });
    const [whole = '', indent = '', name = ''] = key.exec(text) ?? [];
    if (whole !== '') {
      carets.push(at(indent.length + name.length));
      pointed.push(at(indent.length + 1));
    }
    const start = whole !== '' ? whole.length : (item.exec(text)?.[0].length ?? -1);
    if (start < 0) return;
    const starts = startsOf(text.slice(start)).map((offset) => start + offset);
    carets.push(...starts.map(at));
    pointed.push(...starts.filter((one) => one + 1 < text.length).map((one) => at(one + 1)));
  });
  return { carets, pointed, closing };
}

/** In a value: its start, and where the items of a list in one line start, behind their quotes. */
function startsOf(value: string): number[] {
  // A list in brackets, or words with commas: prose has longer stretches between its commas.
  const isList = value.startsWith('[') || /^[\w*./()-]+(?:, *[\w*./()-]+)+\s*$/.test(value);
  const items = isList ? value.matchAll(/[[,] *["']?(?=[^\s,\]])/g) : [];
  return [0, ...[...items].map(({ 0: before, index }) => index + before.length)];
}
