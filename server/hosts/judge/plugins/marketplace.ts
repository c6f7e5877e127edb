// Marketplaces of plugins as documents: a host refuses one as a whole, or does not install single plugins of it.
import type { Sentence } from '../../../text/message';
import {
  type Entry,
  entryOf,
  type Path,
  type StringValue,
  textOf,
  type Value,
} from '../../../yaml/value';
import type { Dialect, FlawOutcome } from '../../model/dialect';
import type { Evidence } from '../../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../../model/field';
import type { EntryRules, ManifestKind, MarketplaceEntry, NamedPath } from '../../model/host';
import type { Location } from '../../model/location';
import type { Reader } from '../../model/reading';
import type { KeyType, Problem, Type } from '../../model/type';
import { check, missingKey, phrase, problem } from '../check';
import { isUrl } from '../url';
import { any, anyOf, formed, listOf, text } from './manifest';
import { insidePath } from './plugin-files';

/** What a value costs because of which the host accepts no plugin of the marketplace. */
export const marketplaceRefused: Consequence = {
  outcome: 'refused',
  file: 'refused',
  reason: 'field',
  effect: '{host} refuses the whole marketplace.',
};

const flaw = (reason: 'json' | 'field'): FlawOutcome => ({
  ...{ outcome: 'refused', reason, effect: marketplaceRefused.effect },
});

/** The flaws of a marketplace that is no JSON, or no object. */
export const marketplaceFlaws = {
  json: flaw('json'),
  'not-a-mapping': flaw('field'),
} satisfies Dialect['flaws'];

/** What a host checks in the list of plugins. */
export interface PluginList {
  /** The keys of a plugin, for completion. */
  readonly keys: Readonly<Record<string, KeyType>>;
  /** A plugin that is not of this type costs the whole marketplace. */
  readonly whole: Type;
  /** So does what this finds. The paths of problems begin with the index of the plugin. */
  readonly judgeWhole?: (plugins: readonly Value[]) => readonly Problem[];
  /** A plugin that is not of this type is lost alone, as is one with another source. Absent where each costs the whole marketplace. */
  readonly alone?: {
    readonly type: Type;
    readonly sources: (fields: readonly Entry[]) => Sources;
    /** So is one in which this finds a problem. The paths begin with the index of the plugin. */
    readonly judge?: (plugins: readonly Value[]) => readonly Problem[];
  };
  /** Keys for which null is the same as none. */
  readonly nullable?: ReadonlySet<string>;
  /** What happens to such a plugin. A sentence with `{host}`. */
  readonly lost?: Sentence;
  readonly evidence: Evidence;
  /** How it is known what the keys are for. */
  readonly documented: Evidence;
}

/** Where a plugin may be found: at a path, or in a form that its key `source` names. */
export interface Sources {
  readonly path: Type;
  readonly forms: Readonly<Record<string, SourceForm>>;
}

export interface SourceForm {
  readonly means: string;
  readonly keys: Readonly<Record<string, KeyType>>;
  /** It has no other keys. */
  readonly isClosed?: true;
}

export const entryKey = (type: Type, summary: string, snippet?: string): KeyType => ({
  ...{ type, summary },
  ...(snippet !== undefined && { snippet }),
});

export const requiredKey = (type: Type, summary: string, snippet?: string): KeyType => ({
  ...entryKey(type, summary, snippet),
  required: true,
});

export const webAddress = formed(
  { test: isUrl },
  'an address such as "https://example.com"',
  'https://example.com',
);

/** The key for a source, for completion. */
export const sourceKey = ({ forms }: Sources): KeyType => ({
  summary: 'Where the plugin is found.',
  required: true,
  type: anyOf(text, {
    type: 'map',
    keys: {
      source: { summary: 'The form of the source.', type: formOf(forms), required: true },
      ...Object.fromEntries(
        Object.values(forms).flatMap(({ keys }) =>
          Object.entries(keys).map(([key, { required: _, ...known }]) => [key, known]),
        ),
      ),
    },
    rest: any,
  }),
  snippet: ' "./$1"',
});

const formOf = (forms: Sources['forms']): Type => ({
  type: 'one-of',
  choices: Object.entries(forms).map(([value, { means }]) => ({ value, means })),
});

/** What is wrong with a source. @param at its path below the field */
export function sourceProblems(
  value: Value,
  { path, forms }: Sources,
  at: Path,
): readonly Problem[] {
  if (value.kind === 'text') return pathProblems(value, path, at);
  if (value.kind !== 'map')
    return [problem('type', value, phrase('a path or a map with the key "source"'), at)];
  const form = entryOf(value.entries, 'source')?.value;
  if (!form) return [missingKey(value, [...at, 'source'])];
  const found = forms[textOf(form) ?? ''];
  // A source of another form has other keys, so that no other word alone is right.
  if (!found)
    return [
      problem('value', form, { type: 'words', words: Object.keys(forms) }, [...at, 'source']),
    ];
  const keys = { source: { type: text, summary: '' }, ...found.keys };
  return check({ type: 'map', keys, ...(!found.isClosed && { rest: any }) }, value, at).problems;
}

/** A path without `./` is meant as one with it. */
function pathProblems(value: StringValue, type: Type, at: Path): readonly Problem[] {
  const { problems } = check(type, value, at);
  const meant = `./${value.text}`;
  const isMeant =
    /^\w/.test(value.text) && check(type, { ...value, text: meant }).problems.length === 0;
  return isMeant && !value.text.includes(':')
    ? problems.map((one) => ({ ...one, meant }))
    : problems;
}

/** Without the keys for which null is the same as none. */
export function withoutNulls(value: Value, nullable: ReadonlySet<string>): Value {
  if (value.kind === 'list')
    return { ...value, items: value.items.map((item) => withoutNulls(item, nullable)) };
  if (value.kind !== 'map') return value;
  const entries = value.entries.filter(
    (entry) => entry.value.kind !== 'null' || !nullable.has(entry.key),
  );
  return {
    ...value,
    entries: entries.map((entry) => ({ ...entry, value: withoutNulls(entry.value, nullable) })),
  };
}

/** The field with the plugins. */
export const pluginsField = (list: PluginList): Field => ({
  summary: 'The plugins, each with its name and where it is found.',
  type: listOf({ type: 'map', keys: list.keys, rest: any }),
  otherwise: marketplaceRefused,
  required: marketplaceRefused,
  empty: 'checked',
  absent: 'Required.',
  judge: (value, fields = []) => judgeList(value, fields, list),
  governs: 'code',
  snippet: ' [{ "name": "${1:my-plugin}", "source": "./${2:plugins/my-plugin}" }]',
  evidence: list.documented,
  valueEvidence: list.evidence,
});

function judgeList(
  written: Value,
  fields: readonly Entry[],
  { whole, judgeWhole, alone, lost = '', nullable }: PluginList,
): CustomCheckResult {
  const value = nullable ? withoutNulls(written, nullable) : written;
  const shape = check(listOf(whole), value).problems;
  if (shape.length > 0 || value.kind !== 'list') return refusing(shape);
  const found = judgeWhole?.(value.items) ?? [];
  if (found.length > 0) return refusing(found);
  if (!alone) return { outcome: 'kept', problems: [] };
  const sources = alone.sources(fields);
  const problems = [
    ...check(listOf(alone.type), value).problems,
    ...value.items.flatMap((plugin, index) => {
      const source = plugin.kind === 'map' ? entryOf(plugin.entries, 'source')?.value : undefined;
      return source ? sourceProblems(source, sources, [index, 'source']) : [];
    }),
    ...(alone.judge?.(value.items) ?? []),
  ];
  return problems.length === 0
    ? { outcome: 'kept', problems }
    : { outcome: 'coerced', problems, otherwise: { outcome: 'coerced', effect: lost } };
}

const refusing = (problems: readonly Problem[]): CustomCheckResult => ({
  ...{ outcome: 'refused', problems, otherwise: marketplaceRefused },
});

const skeleton =
  '{\n  "name": "${1:my-marketplace}",\n  "owner": { "name": "$2" },\n  "plugins": [\n    { "name": "${3:my-plugin}", "source": "./${4:plugins/my-plugin}" }\n  ]\n}\n';

interface MarketplaceReader {
  readonly reader: Reader;
  /** The folder of a plugin, relative to that of the marketplace; null for one elsewhere. */
  readonly folderOf?: (source: Value, fields: readonly Entry[]) => NamedPath | null;
  /** What happens to a plugin whose folder does not exist. A sentence with `{host}`. */
  readonly withoutFolder: Sentence;
  readonly evidence: Evidence;
  readonly entryRules: EntryRules;
}

/** A kind of document that lists plugins. */
export const marketplaceKind = ({
  reader,
  folderOf = (source) => folderAt(source),
  ...without
}: MarketplaceReader): ManifestKind => ({
  ...{ subject: 'manifest', reader, syntax: 'json', skeleton },
  paths: (fields) =>
    pluginsIn(fields).flatMap((plugin) => {
      const source = plugin.kind === 'map' ? entryOf(plugin.entries, 'source')?.value : undefined;
      return (source && folderOf(source, fields)) ?? [];
    }),
  marketplace: {
    ...without,
    entries: (fields) =>
      pluginsIn(fields).flatMap((plugin): readonly MarketplaceEntry[] => {
        if (plugin.kind !== 'map') return [];
        const name = entryOf(plugin.entries, 'name')?.value;
        const source = entryOf(plugin.entries, 'source')?.value;
        const folder = source && folderOf(source, fields);
        return name?.kind === 'text' && folder
          ? [{ keys: plugin.entries, name, folder: folder.path }]
          : [];
      }),
    plugins: (fields) =>
      pluginsIn(fields).flatMap((plugin) => {
        const name = plugin.kind === 'map' && entryOf(plugin.entries, 'name')?.value;
        return (name && textOf(name)) || [];
      }),
  },
});

function pluginsIn(fields: readonly Entry[]): readonly Value[] {
  const plugins = entryOf(fields, 'plugins')?.value;
  return plugins?.kind === 'list' ? plugins.items : [];
}

/**
 * The folder that a path names, or one with the type `local`. Null for what may be somewhere else.
 * @param root to which it is relative, below that of the marketplace
 */
export function folderAt(source: Value, root = ''): NamedPath | null {
  const value =
    source.kind === 'map' && textOf(entryOf(source.entries, 'source')?.value) === 'local'
      ? entryOf(source.entries, 'path')?.value
      : source;
  if (value?.kind !== 'text' || /^\.\/\/|:|\\/.test(value.text)) return null;
  const path = insidePath(root === '' ? value.text : `${root}/${value.text}`);
  if (path === null) return null;
  // The owner and the name of a repository have the same form.
  const isCertain = root !== '' || /^\.(?:\/|$)/.test(value.text);
  return { path, span: value.span, ...(!isCertain && { mayBeElsewhere: true }) };
}

/** Of several plugins with one name all but the first, as a problem. */
export function namesTwice(plugins: readonly Value[]): readonly Problem[] {
  const seen = new Set<string>();
  return plugins.flatMap((plugin, index): readonly Problem[] => {
    const value = plugin.kind === 'map' ? entryOf(plugin.entries, 'name')?.value : undefined;
    const name = value && textOf(value);
    if (!value || name === undefined) return [];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [problem('value', value, phrase('a name that no other plugin has'), [index, 'name'])];
  });
}

/**
 * Where a host has such documents.
 * @param order in which it looks for one
 * @param own those in its own folder
 * @param others in folders of other programs
 */
export const marketplacesAt = (
  order: readonly string[],
  { own, others }: { readonly own: readonly string[]; readonly others: readonly string[] },
  evidence: Evidence,
): readonly Location[] =>
  [...own, ...others].map((glob) => ({
    ...{ glob, kind: 'marketplace', dialect: 'marketplace', scope: 'project', id: 'path' },
    role: own.includes(glob) ? 'owner' : 'guest',
    // Authors of a marketplace for one program seldom know which others read it.
    ...(!own.includes(glob) && { isOptional: 'only where chosen' }),
    manifest: { files: order, fault: () => null },
    summary: 'A marketplace of plugins.',
    evidence,
  }));
