// Translates a list of tools that was written for another host into the names of this host.

import { hasComment } from '../../agent/outline';
import { allEdits, type Edits, type Writer } from '../../agent/writer';
import { type ForeignTools, likelyProgramOf } from '../../hosts/catalog/foreign-tools';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Host } from '../../hosts/model/host';
import { equivalentNames, purposesOf, type ToolPurposes } from '../../hosts/model/tool-purposes';
import { purposesIn } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import { memoize } from '../../text/memoize';
import { type Message, t } from '../../text/message';
import { type Entry, entryOf, textOf } from '../../yaml/value';
import type { Fix, HostInput } from '../rule';
import { hostName } from '../words';
import { parted, rulesFor, withUses } from './allow-list';
import { isGone } from './tool-names';

/** A sentence, `These are tools of Claude Code.`; none where most of the tools are not. */
export function toolOwnerSentence(
  catalog: HostCatalog,
  { place }: Verdict,
  field: FieldVerdict,
): readonly Message[] {
  const names = namesOf(field);
  const from = writerOf(catalog, field, place.host);
  if (!from || from.known * 2 <= names.length) return [];
  const { name } = from;
  return [
    from.known === names.length
      ? t('These are tools of {host}.', { host: name })
      : t('Most of them are tools of {host}.', { host: name }),
  ];
}

/** The name of the host that the whole list was most likely written for, if it still accepts this tool. */
export function hostOfList(
  catalog: HostCatalog,
  { place }: Verdict,
  field: FieldVerdict,
  name: string,
): string | undefined {
  const from = writerOf(catalog, field, place.host);
  if (!from || purposesOf(name, from.purposes).length === 0) return undefined;
  const host = catalog.comparedHosts.find((one) => one.name === from.name);
  return host && isGone(host, name) ? undefined : from.name;
}

/** Cached because every name of a list needs it. */
function writerOf(catalog: HostCatalog, field: FieldVerdict, reader: Host): ForeignTools | null {
  const known = listFrom(field);
  known.from ??=
    likelyProgramOf(catalog, namesOf(field), reader, field.value.kind === 'map') ?? null;
  return known.from;
}

const listFrom = memoize((_: FieldVerdict): { from?: ForeignTools | null } => ({}));

/**
 * Replaces all names of the list: each by the same tool of this host, or by a broader one, which the author has to review.
 * Unknown names stay, unless this host suggests a tool for them.
 */
export function translation(
  { catalog, writer, verdict }: Pick<HostInput, 'catalog' | 'writer' | 'verdict'>,
  field: FieldVerdict,
): readonly Fix[] {
  // Cached because several findings on one list offer it.
  const cached = fixesOf(field);
  cached.fixes ??= translate(catalog, writer, verdict, field);
  return cached.fixes;
}

const fixesOf = memoize((_: FieldVerdict): { fixes?: readonly Fix[] } => ({}));

function translate(
  catalog: HostCatalog,
  writer: Writer,
  verdict: Verdict,
  field: FieldVerdict,
): readonly Fix[] {
  const { outline } = writer;
  const entry = entryOf(outline.fields, field.key);
  const names = namesOf(field);
  const from = writerOf(catalog, field, verdict.place.host)?.purposes;
  if (!purposesIn(verdict.dialect.tools) || !entry || names.length === 0) return [];
  if (field.value.kind === 'map' && verdict.dialect.allowList) return [];
  if (hasComment(outline.text, entry.value)) return [];
  const granted = new Set(
    verdict.tools.flatMap(({ written, outcome }) => (outcome === 'granted' ? [written] : [])),
  );
  const meant = meantNames(verdict);
  const each = names.map(
    (name) => translatedNames(verdict, name, from, granted) ?? meant.get(name),
  );
  const known = each.filter((found) => found !== undefined).length;
  // One known name is not enough, unless it is at least half of the list.
  if (known * 2 < names.length && known < 2) return [];
  const written = [...new Set(each.flatMap((found, index) => found ?? names[index] ?? []))];
  if (written.join() === names.join() && !verdict.dialect.allowList) return [];
  return [
    {
      title: t('Use the tool names of {host}', { host: hostName(verdict) }),
      safety: 'review',
      edits: () => rewritten(writer, verdict, entry, written),
    },
  ];
}

/** Splits at commas and spaces outside parentheses. */
const splitNames = (text: string): readonly string[] =>
  text.match(/[^\s,()]+(?:\([^)]*\))?/g) ?? [];

const namesOf = ({ value }: FieldVerdict): readonly string[] => {
  if (value.kind === 'text') return splitNames(value.text);
  if (value.kind === 'list') return value.items.flatMap((item) => textOf(item)?.trim() ?? []);
  // In a map of tools, `read: true` allows a tool.
  return value.kind === 'map' ? value.entries.flatMap(allowedKey) : [];
};

const allowedKey = ({ key, value }: Entry): readonly string[] =>
  value.kind === 'boolean' && value.boolean ? [key] : [];

/** Names that the host grants stay, except where several share one permission. Undefined for an unknown name. */
function translatedNames(
  { dialect }: Verdict,
  written: string,
  from: ToolPurposes | undefined,
  granted: ReadonlySet<string>,
): readonly string[] | undefined {
  const to = purposesIn(dialect.tools) ?? {};
  if (granted.has(written) && !dialect.allowList) return [written];
  const { name, uses } = parted(written, dialect.allowList);
  if (purposesOf(name, to).length > 0)
    return dialect.allowList ? withUses(equivalentNames(name, to, to), uses) : [written];
  const other = from ? equivalentNames(name, from, to) : [];
  return other.length > 0 ? withUses(other, uses) : undefined;
}

/** What this host suggests for names that grant nothing, such as those under which its models see the tools. */
const meantNames = ({ tools, dialect }: Verdict): ReadonlyMap<string, readonly string[]> =>
  new Map(
    tools.flatMap(({ written, outcome, instead = [] }) =>
      outcome === 'lost' && instead.length > 0 && !dialect.allowList
        ? [[written, instead.slice(0, 1)] as const]
        : [],
    ),
  );

function rewritten(
  writer: Writer,
  { dialect, fields }: Verdict,
  entry: Entry,
  names: readonly string[],
): Edits {
  const { value } = entry;
  const { allowList } = dialect;
  if (!allowList)
    return value.kind === 'text'
      ? writer.setField(entry, { names, form: 'commas' })
      : writer.setField(entry, {
          names,
          form: value.kind === 'list' && !value.flow ? 'block' : 'flow',
        });
  if (entry.key !== allowList.field && fields.some(({ key }) => key === allowList.field)) return [];
  return allEdits(
    writer.renameKey(entry, allowList.field),
    writer.setField(entry, { pairs: rulesFor(names, allowList) }),
  );
}
