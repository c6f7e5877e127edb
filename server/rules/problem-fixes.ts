// Mending a value that a host does not take: the word that was meant, quotes where a text was meant, none where a
// number or a boolean was.
import type { Outline } from '../agent/outline';
import { renameKey, replaceScalar } from '../agent/write';
import type { Problem } from '../hosts/verdict';
import type { Edit } from '../text/edit';
import { addEntry } from './map-entries';
import { nearest } from './nearest';
import type { Fix } from './rule';

/** What is meant, where it is beyond doubt. A guess beyond that is not a repair. */
export function problemFixes(outline: Outline, problem: Problem): readonly Fix[] {
  const { kind, value, choices } = problem;
  if (kind === 'missing-key') return adding(outline, problem);
  if (kind === 'unknown-key') return renaming(outline, problem);
  const bare = unquoted(problem);
  if (bare !== undefined)
    return [fix(`Write ${bare} without quotes`, () => [{ span: value.span, text: bare }])];
  const written = value.kind === 'text' ? value.text.trim() : undefined;
  const meant =
    problem.meant ?? (written === undefined || !choices ? undefined : nearest(written, choices));
  if (meant !== undefined)
    return [fix(`Replace with ${meant}`, () => replaceScalar(outline, value, meant))];
  return quoting(outline, problem);
}

const fix = (title: string, edits: () => readonly Edit[]): Fix => ({
  title,
  safety: 'safe',
  edits,
});

function renaming(outline: Outline, { path, span, value, choices = [] }: Problem): readonly Fix[] {
  const key = String(path.at(-1));
  const meant = nearest(key, choices);
  if (meant === undefined) return [];
  const entry = { key, keySpan: span, value, span: { start: span.start, end: value.span.end } };
  return [fix(`Rename to ${meant}`, () => renameKey(outline, entry, meant))];
}

/** What is usual is not what this author meant: to be looked at. */
function adding(outline: Outline, { path, value, usual }: Problem): readonly Fix[] {
  const key = path.at(-1);
  if (usual === undefined || typeof key !== 'string') return [];
  const edits = addEntry(outline, value, key, usual);
  if (edits.length === 0) return [];
  return [{ title: `Add ${key}: ${usual}`, safety: 'review', edits: () => edits }];
}

/** The words of other YAML dialects for true and false. */
const truths: Readonly<Record<string, string>> = {
  true: 'true',
  yes: 'true',
  on: 'true',
  false: 'false',
  no: 'false',
  off: 'false',
};

/** A number or a boolean in quotes, or in a word of its own, where the host takes only the bare one. */
function unquoted({ value, choices, expected }: Problem): string | undefined {
  if (value.kind !== 'text') return undefined;
  const word = value.text.trim().toLowerCase();
  if (/^a (?:whole )?number\b/.test(expected))
    return /^\d+(?:\.\d+)?$/.test(word) ? word : undefined;
  if (!choices) return undefined;
  const bare = Object.hasOwn(truths, word) ? truths[word] : undefined;
  return bare !== undefined && choices.includes(bare) ? bare : undefined;
}

/** A number or a boolean where a text belongs. */
function quoting(outline: Outline, { expected, value }: Problem): readonly Fix[] {
  const isBare = value.kind === 'number' || value.kind === 'boolean' || value.kind === 'date';
  if (!isBare || !/^a text\b/.test(expected)) return [];
  const { start, end } = value.span;
  const source = outline.text.slice(start, end);
  return /^[\w.:+-]+$/.test(source)
    ? [fix('Put quotes around it', () => [{ span: value.span, text: `"${source}"` }])]
    : [];
}
