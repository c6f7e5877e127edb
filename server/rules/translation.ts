// A list of tools that was written for another host, in the names of this one.
import type { Outline } from '../agent/outline';
import { type Entry, entryOf, textOf } from '../agent/value';
import { renameKey, toCommaText, toList, toMap } from '../agent/write';
import { type Deeds, deedsOf, equivalents } from '../hosts/deeds';
import { type ForeignTools, hostOfNames } from '../hosts/equivalents';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import type { Edit } from '../text/edit';
import type { Fix } from './rule';
import { hostName } from './words';

/** The host that a list was written for, where most names of it are another host's. */
export const writtenFor = (
  { place }: Verdict,
  field: FieldVerdict,
): ForeignTools['host'] | undefined => hostOfNames(namesOf(field), place.host)?.host;

/**
 * All names of the list at once: one for one where there is such a name, by a wider one where there is none, which the
 * author has to judge. Names that are no host's stay.
 */
export function translation(outline: Outline, verdict: Verdict, field: FieldVerdict): Fix[] {
  const entry = entryOf(outline.fields, field.key);
  const names = namesOf(field);
  const from = hostOfNames(names, verdict.place.host);
  if (!verdict.dialect.tools.deeds || !entry || names.length === 0 || hasComment(outline, entry))
    return [];
  const written = [...new Set(names.flatMap((name) => inWordsOf(verdict, name, from?.deeds)))];
  const edits = (): readonly Edit[] => rewritten(outline, verdict, entry, written);
  if (written.join() === names.join() && !verdict.dialect.allowList) return [];
  const title = `Write them as ${hostName(verdict)} names them`;
  return edits().length > 0 ? [{ title, safety: 'review', edits }] : [];
}

const namesOf = ({ value }: FieldVerdict): readonly string[] => {
  if (value.kind === 'text') return value.text.split(/[,\s]+/).filter((name) => name !== '');
  return value.kind === 'list' ? value.items.flatMap((item) => textOf(item)?.trim() ?? []) : [];
};

/** Its own names stay as they are, save where several go under one permission. */
function inWordsOf({ dialect }: Verdict, name: string, from: Deeds | undefined): readonly string[] {
  const to = dialect.tools.deeds ?? {};
  if (deedsOf(name, to).length > 0) return dialect.allowList ? equivalents(name, to, to) : [name];
  const other = from ? equivalents(name, from, to) : [];
  return other.length > 0 ? other : [name];
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
    ...toMap(outline, entry, [
      allowList.others,
      ...names.map((name) => [name, allowList.named] as const),
    ]),
  ];
}

/** A comment between the names would be lost. */
const hasComment = ({ text }: Outline, { value }: Entry): boolean =>
  /(?:^|\s)#/m.test(text.slice(value.span.start, value.span.end));
