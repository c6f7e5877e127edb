// A list of tools that was written for another host, in the names of this one.
import { hasComment } from '../agent/comments';
import type { Outline } from '../agent/outline';
import { type Entry, entryOf, textOf } from '../agent/value';
import { renameKey, toCommaText, toList, toMap } from '../agent/write';
import { type Deeds, deedsOf, equivalents } from '../hosts/deeds';
import { type ForeignTools, writtenFor } from '../hosts/equivalents';
import type { Host } from '../hosts/host';
import { mainHosts } from '../hosts/places';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import type { Edit } from '../text/edit';
import { memoize } from '../text/memoize';
import { parted, rulesFor, withUses } from './allow-list';
import type { Fix } from './rule';
import { isGone } from './tool-names';
import { hostName } from './words';

/** ` These are tools of X.`; nothing where most are not. */
export function whoseTheyAre({ place }: Verdict, field: FieldVerdict): string {
  const names = namesOf(field);
  const from = writerOf(field, place.host);
  if (!from || from.known * 2 < names.length) return '';
  return ` ${from.known === names.length ? 'These' : 'Most of them'} are tools of ${from.name}.`;
}

/** The program that the whole list was most likely written for, if it still takes this name. */
export function programOfList(
  { place }: Verdict,
  field: FieldVerdict,
  name: string,
): string | undefined {
  const from = writerOf(field, place.host);
  if (!from || deedsOf(name, from.deeds).length === 0) return undefined;
  const host = mainHosts.find((one) => one.name === from.name);
  return host && isGone(host, name) ? undefined : from.name;
}

/** Each name of a list asks for it. */
function writerOf(field: FieldVerdict, besides: Host): ForeignTools | null {
  const known = listFrom(field);
  known.from ??= writtenFor(namesOf(field), besides, field.value.kind === 'map') ?? null;
  return known.from;
}

const listFrom = memoize((_: FieldVerdict): { from?: ForeignTools | null } => ({}));

/**
 * All names of the list at once: one for one where there is such a name, by a wider one where there is none, which the
 * author has to judge. Names that are no program's stay.
 */
export function translation(
  outline: Outline,
  verdict: Verdict,
  field: FieldVerdict,
): readonly Fix[] {
  // Several findings on one list offer it.
  const known = made(field);
  known.fixes ??= translate(outline, verdict, field);
  return known.fixes;
}

const made = memoize((_: FieldVerdict): { fixes?: readonly Fix[] } => ({}));

function translate(outline: Outline, verdict: Verdict, field: FieldVerdict): readonly Fix[] {
  const entry = entryOf(outline.fields, field.key);
  const names = namesOf(field);
  const from = writerOf(field, verdict.place.host)?.deeds;
  if (!verdict.dialect.tools.deeds || !entry || names.length === 0) return [];
  if (field.value.kind === 'map' && verdict.dialect.allowList) return [];
  if (hasComment(outline.text, entry.value)) return [];
  const granted = new Set(
    verdict.tools.flatMap(({ written, outcome }) => (outcome === 'granted' ? [written] : [])),
  );
  const each = names.map((name) => inWordsOf(verdict, name, from, granted));
  const known = each.filter((found) => found !== undefined).length;
  // Of one name in many nothing is known of the list; two are more than a list without any tool.
  if (known * 2 < names.length && known < 2) return [];
  const written = [...new Set(each.flatMap((found, index) => found ?? names[index] ?? []))];
  if (written.join() === names.join() && !verdict.dialect.allowList) return [];
  return [
    {
      title: `Write them as ${hostName(verdict)} names them`,
      safety: 'review',
      edits: () => rewritten(outline, verdict, entry, written),
    },
  ];
}

/** At commas and blanks, save between parentheses. */
const splitNames = (text: string): readonly string[] =>
  text.match(/[^\s,()]+(?:\([^)]*\))?/g) ?? [];

const namesOf = ({ value }: FieldVerdict): readonly string[] => {
  if (value.kind === 'text') return splitNames(value.text);
  if (value.kind === 'list') return value.items.flatMap((item) => textOf(item)?.trim() ?? []);
  // `read: true`: a map of tools says which are allowed.
  return value.kind === 'map' ? value.entries.flatMap(allowedKey) : [];
};

const allowedKey = ({ key, value }: Entry): readonly string[] =>
  value.kind === 'boolean' && value.boolean ? [key] : [];

/** What the host gives stays as it is, save where several go under one permission. Undefined for a name that is nobody's. */
function inWordsOf(
  { dialect }: Verdict,
  written: string,
  from: Deeds | undefined,
  granted: ReadonlySet<string>,
): readonly string[] | undefined {
  const to = dialect.tools.deeds ?? {};
  if (granted.has(written) && !dialect.allowList) return [written];
  const { name, uses } = parted(written, dialect.allowList);
  if (deedsOf(name, to).length > 0)
    return dialect.allowList ? withUses(equivalents(name, to, to), uses) : [written];
  const other = from ? equivalents(name, from, to) : [];
  return other.length > 0 ? withUses(other, uses) : undefined;
}

function rewritten(
  outline: Outline,
  { dialect, fields }: Verdict,
  entry: Entry,
  names: readonly string[],
): readonly Edit[] {
  const { value } = entry;
  const { allowList } = dialect;
  if (!allowList)
    return value.kind === 'text'
      ? toCommaText(outline, entry, names)
      : toList(outline, entry, names, value.kind === 'list' && !value.flow ? 'block' : 'flow');
  if (entry.key !== allowList.field && fields.some(({ key }) => key === allowList.field)) return [];
  return [
    ...renameKey(outline, entry, allowList.field),
    ...toMap(outline, entry, rulesFor(names, allowList)),
  ];
}
