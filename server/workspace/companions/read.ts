// A companion file as its hosts read it: the names in it, and the agents that are defined in it.

import { configurationRoot, outlineOfEntry } from '../../agent/entry-outline';
import { computeFieldVerdict, dialectOf, judge } from '../../hosts/judge/compute-verdict';
import type { CompanionName, CompanionNameSource, Reference } from '../../hosts/model/companion';
import { defaultContext } from '../../hosts/model/context';
import { agentKindOf, type Place } from '../../hosts/model/place';
import type { KnownAgent } from '../../rules/workspace-view';
import { verbatim } from '../../text/message';
import { type Entry, entryOf, type MapValue, type Value } from '../../yaml/value';
import type { CompanionContent } from '../index';
import { entryPlace } from './entries';
import type { CompanionPlace } from './files';
import { companionNames } from './names';

/** Longer than any file written by hand. Generated files are not worth the time to parse them at every change. */
const longest = 1_000_000;

/**
 * Null if the result of some host is unknown: the text cannot be read, as while it is being edited, or it is very long. Never
 * throws.
 */
export function readCompanion(
  text: string,
  places: readonly CompanionPlace[],
): CompanionContent | null {
  if (text.length > longest) return null;
  const names: CompanionContent['names'][number][] = [];
  const agents: KnownAgent[] = [];
  for (const place of places) {
    const found = companionNames(text, place.file, place.path, place.host.mentions);
    if (found === null) return null;
    const { host, path, root } = place;
    const { scope } = place.file;
    for (const one of found) {
      const known = { ...one, path, host, scope, root };
      const fullName = fullNameOf(one, place);
      if (fullName === null) names.push(known);
      else names.push({ ...known, fullName }, { ...known, name: fullName, fullName });
    }
    agents.push(...agentsIn(text, place, found));
  }
  return { names, agents };
}

/** The name with that of the plugin that defines it; null where it has none. */
const fullNameOf = ({ does, name }: CompanionName, { prefix }: CompanionPlace): string | null =>
  does === 'defines' && prefix !== null ? `${prefix}:${name}` : null;

/** If a name occurs in several parts of a file, the first occurrence is used. */
function agentsIn(
  text: string,
  place: CompanionPlace,
  names: readonly CompanionName[],
): readonly KnownAgent[] {
  const definedNames = names.filter(
    ({ kind, does }) => kind === 'agent' && (does === 'defines' || does === 'denies'),
  );
  const { format } = place.file;
  if (definedNames.length === 0 || format === 'frontmatter') return [];
  const root = configurationRoot(text, place.path);
  const once = new Map(definedNames.map((one) => [one.name, one]));
  return [...once.values()].flatMap((one) => {
    const at = root?.kind === 'map' ? entryAt(root, one.span.start) : null;
    // An entry in a list of denied strings does not define an agent.
    return one.does === 'denies' && at?.entry.value.kind !== 'map'
      ? []
      : [configured(text, place, one, at)];
  });
}

function configured(
  text: string,
  companion: CompanionPlace,
  { name, span, does }: CompanionName,
  at: EntryAt | null,
): KnownAgent {
  const { path } = companion;
  const own = at?.entry.value ?? null;
  const off = offAmong(companion.file.names);
  const textAt = (key: string): string | null => {
    const value = own?.kind === 'map' ? entryOf(own.entries, key)?.value : undefined;
    return value?.kind === 'text' ? value.text : null;
  };
  const isOff = does === 'denies';
  const isPlain = text.slice(span.start, span.end) === name;
  const place = entryPlace(companion, at?.top ?? null, name);
  return {
    path,
    place,
    ...(isOff
      ? { outcome: 'ignored', reason: 'disabled', runs: false, cause: verbatim('disabled') }
      : { outcome: 'unknown', reason: 'unknown', runs: null, cause: null }),
    ...{ id: isOff ? null : name, shadows: isOff ? name : null, name },
    ...{ description: textAt('description'), model: textAt('model'), color: null },
    ...{ writtenModel: textAt('model') },
    ...{
      tools: null,
      writtenTools: null,
      unverified: [],
      nameSpan: isPlain ? span : null,
      defines: [],
    },
    references: own ? referencesIn(text, own, place) : [],
    // The mentions in its prompt are among the names of the file.
    mentions: [],
    skillCalls: [],
    delegates: [],
    // Its permissions are unknown, so nothing is reported about them.
    ...{
      capabilities: [],
      privileges: [],
      intendedPrivileges: [],
      canCall: false,
      leads: true,
      unfit: at ? unfitIn(text, at, place) : null,
      isOffered: false,
    },
    losesLimit: false,
    toolLimit: null,
    staysOn: off !== undefined && isFalse(own, off),
    isConfigured: true,
    overrides: [],
    mergedWith: [],
  };
}

/** Where it is not known how the host reads it, nothing is known against it. */
function unfitIn(text: string, { top, entry }: EntryAt, place: Place): KnownAgent['unfit'] {
  const { defaultAgent } = place.host;
  if (!defaultAgent || !place.entry || place.location.kind === undefined) return null;
  const outline = outlineOfEntry(text, entry, { path: [top, entry.key], file: place.path });
  const { persona } = judge(outline, place);
  return persona && defaultAgent.unfit(persona);
}

/** The agents named in its fields, which the host reads like frontmatter fields. The prompt is one of these fields. */
function referencesIn(text: string, own: Value, place: Place): readonly Reference[] {
  const { references } = agentKindOf(place) ?? {};
  if (!references || own.kind !== 'map') return [];
  const end = { start: own.span.end, end: own.span.end };
  const agent = { fields: own.entries, prompt: { text: '', span: end } };
  const dialect = dialectOf(place, agent);
  const fields = own.entries.map((entry) => computeFieldVerdict(entry, dialect));
  return references({ text, agent, fields, dialect, place, context: defaultContext }).filter(
    ({ kind }) => kind === 'agent',
  );
}

/** The key that disables the agent. */
const offAmong = (names: readonly CompanionNameSource[]): string | undefined =>
  names.find(({ kind, as, off }) => kind === 'agent' && as === 'keys' && off !== undefined)?.off;

function isFalse(own: Value | null, key: string): boolean {
  const value = own?.kind === 'map' ? entryOf(own.entries, key)?.value : undefined;
  return value?.kind === 'boolean' && !value.boolean;
}

interface EntryAt {
  /** The key at the top of the file. */
  readonly top: string;
  readonly entry: Entry;
}

/** The entry whose key contains the offset. */
function entryAt({ entries }: MapValue, offset: number): EntryAt | null {
  for (const entry of entries) {
    const { key: top, keySpan, span, value } = entry;
    if (keySpan.start <= offset && offset < keySpan.end) return { top, entry };
    // The tables of one key in TOML may have others between them.
    const isInside = span.start <= offset && offset < span.end;
    const found = isInside && value.kind === 'map' ? entryAt(value, offset) : null;
    if (found) return { top, entry: found.entry };
  }
  return null;
}
