// Manifests of plugins and marketplaces as documents: JSON whose fields a host checks before it loads anything.
import { rootOfJson } from '../../../agent/json-root';
import { type Message, t } from '../../../text/message';
import { entryOf, type Path, type Value } from '../../../yaml/value';
import type { Dialect, FlawOutcome } from '../../model/dialect';
import type { Evidence } from '../../model/evidence';
import type { Consequence, Field } from '../../model/field';
import type { ManifestKind, NamedPath } from '../../model/host';
import type { Location, ManifestFormat } from '../../model/location';
import type { Reader } from '../../model/reading';
import type { Expected, ExpectedValue, Problem, Type } from '../../model/type';
import { computeFieldVerdict } from '../compute-verdict';
import { expectation } from '../expectation';
import { insidePath, standardVersion } from './plugin-files';

/** What a wrong value in the manifest of a plugin costs. */
export const pluginRefused: Consequence = {
  outcome: 'refused',
  file: 'refused',
  reason: 'field',
  effect: '{host} loads nothing from this plugin.',
};

const skeleton =
  '{\n  "name": "${1:my-plugin}",\n  "description": "$2",\n  "version": "${3:1.0.0}"\n}\n';

/** A kind of document that describes a plugin. */
export const manifestKind = (reader: Reader, own = skeleton): ManifestKind => ({
  ...{ subject: 'manifest', reader, syntax: 'json', skeleton: own },
  paths: (fields) =>
    fields.flatMap(({ key, value }) => (partKeys.includes(key) ? pathsOf(value) : [])),
});

const partKeys = ['agents', 'commands', 'skills', 'hooks', 'mcpServers', 'lspServers', 'apps'];

/** Names of files and folders begin with `./`, or contain a slash. */
function pathsOf(value: Value): readonly NamedPath[] {
  if (value.kind === 'list') return value.items.flatMap(pathsOf);
  if (value.kind !== 'text' || !value.text.includes('/') || value.text.includes('://')) return [];
  const path = insidePath(value.text);
  return path === null ? [] : [{ path, span: value.span }];
}

/** For a host that treats such a manifest as one without fields. */
export const namedByFolder: FlawOutcome = {
  outcome: 'loads-changed',
  reason: 'field',
  effect: '{host} calls the plugin by the name of its folder.',
};

/** The dialect of such documents in a host with these tools and models, which no manifest names. */
export const manifestDialectNextTo = (
  fields: Pick<Dialect, 'fields' | 'unknownField'>,
  { tools, models }: Dialect,
  flaws: Dialect['flaws'] = refusedWhole,
): Dialect => ({
  subject: 'manifest',
  ...fields,
  ...{ tools, models, colors: [] },
  flaws,
});

const refusedAs = (reason: 'json' | 'field'): FlawOutcome => ({
  ...{ outcome: 'refused', reason, effect: pluginRefused.effect },
});

/** The flaws of a manifest that is no JSON, or no object, for a host that refuses both. */
export const refusedWhole = {
  json: refusedAs('json'),
  'not-a-mapping': refusedAs('field'),
} satisfies Dialect['flaws'];

/** For a host that refuses a manifest with a key twice. */
export const keyTwice: FlawOutcome = refusedAs('json');

/** Other keys, where a host silently ignores them. @param meant keys that authors write by mistake, with the field they mean */
export const ignoredKeys = (
  evidence: Evidence,
  meant: Readonly<Record<string, string>> = {},
): Dialect['unknownField'] => ({
  ...{ outcome: 'ignored', effect: '{host} silently ignores it.', meant, evidence },
});

/** A manifest at the root of a plugin that declares the standard. */
export const declaresStandard = (otherManifests: readonly string[]): ManifestFormat => ({
  files: ['plugin.json', ...otherManifests],
  applies: (value, text) =>
    standardVersion(value, 'plugin') !== null ||
    // As while it is typed.
    (value === undefined &&
      /agent-plugins\.org\/schemas\/[^/"]+\/plugin\.schema\.json"/.test(text)),
  fault: () => null,
});

/** Where a host reads the manifest of the standard: at the root of a plugin, for any other program has files of that name. */
export const standardManifestAt = (
  otherManifests: readonly string[],
  evidence: Evidence,
): readonly Location[] => [
  {
    ...{ glob: 'plugin.json', kind: 'standardManifest', dialect: 'standardManifest' },
    ...{ scope: 'project', role: 'owner', id: 'path' },
    manifest: declaresStandard(otherManifests),
    summary: 'The manifest of a plugin that declares the Agent Plugins standard.',
    evidence,
  },
];

/** Where a host has such documents. */
export const manifestsAt = (globs: readonly string[], evidence: Evidence): readonly Location[] =>
  globs.map((glob) => ({
    ...{ glob, kind: 'manifest', dialect: 'manifest', scope: 'project', role: 'owner', id: 'path' },
    summary: 'The manifest of a plugin.',
    evidence,
  }));

interface Stated {
  readonly evidence: Evidence;
  readonly valueEvidence: Evidence;
}

/** Fields of manifests whose wrong values have this consequence. @param stated how the fields are known */
export const manifestField =
  (otherwise: Consequence, stated: Stated) =>
  (type: Type, summary: string, more: Partial<Field> = {}): Field => ({
    ...{ type, summary, otherwise, empty: 'checked', absent: 'Nothing is stated.' },
    ...stated,
    ...more,
  });

// The types of fields.

export const text: Type = { type: 'text' };
export const texts: Type = { type: 'list', of: text };
export const any: Type = { type: 'any' };
export const anyMap: Type = { type: 'map', rest: any };
export const mapOfMaps: Type = { type: 'map', rest: anyMap };
export const listOf = (of: Type): Type => ({ type: 'list', of });
export const anyOf = (...types: readonly Type[]): Type => ({ type: 'any-of', types });

/** A string of this form. @param description a phrase such as `a path that begins with "./"` */
export const formed = (
  matches: Pick<RegExp, 'test'>,
  description: string,
  example: string,
): Type => ({
  ...{ type: 'one-of', choices: [], pattern: { matches, description, example } },
});

/** Why a host loads nothing of a plugin with this manifest, by its fields; null for a valid manifest. @param value the parsed JSON */
export function faultByFields(
  value: unknown,
  dialect: Pick<Dialect, 'fields' | 'unknownField'>,
): Message | null {
  const root = rootOfJson(JSON.stringify(value) ?? '');
  if (root?.kind !== 'map') return t('The plugin manifest is not a JSON object.');
  for (const [key, { required }] of Object.entries(dialect.fields)) {
    const entry = entryOf(root.entries, key);
    if (!entry && required?.file !== undefined)
      return t('The plugin manifest has no "{key}".', { key });
    const verdict = entry && computeFieldVerdict(entry, dialect, root.entries);
    const [problem] = verdict?.otherwise?.file === undefined ? [] : verdict.problems;
    if (problem && isValue(problem.expected)) return faultOf(key, problem, problem.expected);
  }
  return null;
}

function faultOf(field: string, { kind, path }: Problem, expected: ExpectedValue): Message {
  const whole = [field, ...path];
  const holder = nameOf(whole.slice(0, -1));
  const key = String(whole.at(-1));
  const words = expectation(expected);
  if (kind === 'missing-key')
    return t('"{holder}" in the plugin manifest has no {key}.', { holder, key: words });
  return kind === 'unknown-key'
    ? t('"{key}" in "{holder}" must be {expected}.', { key, holder, expected: words })
    : t('"{key}" in the plugin manifest must be {expected}.', {
        key: nameOf(whole),
        expected: words,
      });
}

/** `commands.x`, `skills[0]` */
const nameOf = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : step))
    .join('.')
    .replaceAll('.[', '[');

const isValue = (expected: Expected): expected is ExpectedValue =>
  !/^(?:under|not-with|in-event|only-in)$/.test(expected.type);
