// The frontmatter of one host as a JSON Schema (draft-07, which every YAML plugin and linter supports). It contains what
// the declarations contain: problems that only a host's own code finds are reported by `check` alone.

import { outlineOf } from '../../agent/outline';
import { composed, joined, type Message, t } from '../../text/message';
import { english } from '../../text/translate';
import type { Entry, Value } from '../../yaml/value';
import { check } from '../judge/check';
import { whenEmpty } from '../judge/compute-verdict';
import { defaultContext } from '../model/context';
import type { Dialect } from '../model/dialect';
import type { Field } from '../model/field';
import { type Host, isDocumentedOnly } from '../model/host';
import { effectIn } from '../model/outcome';
import { documentKindOf, placeInOwnFolder } from '../model/place';
import { type Around, type Json, type Schema, schemaOfType } from './json-schema-type';

export type { Schema } from './json-schema-type';

function descriptionOf(host: Host): Message {
  const given = { host: host.name, version: host.version, date: host.verified };
  return isDocumentedOnly(host)
    ? t(
        'The frontmatter of a {host} agent, as the documentation of version {version} described it on {date}.',
        given,
      )
    : t('The frontmatter of a {host} agent, verified with version {version} on {date}.', given);
}

/**
 * The schema of the frontmatter in one dialect of a host. Null for a host that does not read YAML: validators would parse its files
 * as something else.
 * @param name the dialect's key in the host's declaration.
 */
export function jsonSchemaOf(host: Host, dialect: Dialect, name?: string): Schema | null {
  if (host.kinds.agent.syntax !== 'yaml') return null;
  const { fields, unknownField } = dialect;
  const around: Around = {
    open: false,
    allTexts: readsAllAsStrings(host),
    models: dialect.models.models.filter(({ retired }) => !retired).map(({ id }) => id),
    tools: dialect.tools.tools.filter(({ unavailable }) => !unavailable).map((tool) => tool.name),
  };
  const required = Object.entries(fields)
    .filter(([, field]) => field.required)
    .map(([key]) => key);
  return withDefinitions({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:dossier:${host.id}${name === undefined ? '' : `:${name}`}`,
    title: english(t('{host} agent', { host: host.name })),
    description: english(descriptionOf(host)),
    type: 'object',
    properties: {
      ...Object.fromEntries(
        Object.entries(fields).map(([key, field]) => [
          key,
          schemaOfField(host, key, field, { ...around, empty: whenEmpty(field, noValue, dialect) }),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(unknownField.meant)
          .filter(([key]) => !Object.hasOwn(fields, key))
          .map(([key, meant]) => [key, misspelled(host, dialect, key, meant)]),
      ),
    },
    ...(required.length > 0 && { required }),
    // An unknown key is an error only where the host refuses the file for it: teams add keys for their own tools.
    additionalProperties: unknownField.outcome !== 'refused',
  });
}

const noValue: Value = { kind: 'null', source: '', span: { start: 0, end: 0 } };

function schemaOfField(
  host: Host,
  key: string,
  field: Field,
  { empty, ...around }: Around & { readonly empty: ReturnType<typeof whenEmpty> },
): Schema {
  const { summary, deprecated, noEffect, isNeverOffered } = field;
  const canBeEmpty =
    empty === 'accepted' ||
    (empty === null && field.judge?.(noValue)?.outcome === 'kept') ||
    (!field.required && dropsEmpty(host, key));
  const accepted = refusesAll(field)
    ? { not: {} }
    : withEmpty(
        schemaOfType(field.type, { ...around, open: field.judge !== undefined }),
        field,
        canBeEmpty,
      );
  const deprecation = deprecated && deprecationOf(host, deprecated);
  return {
    description: summary,
    markdownDescription: english(markdown(host, field)),
    ...accepted,
    ...(deprecation !== undefined && {
      deprecated: true,
      deprecationMessage: english(deprecation),
    }),
    ...((isNeverOffered || noEffect !== undefined) && { doNotSuggest: true }),
  };
}

function deprecationOf({ name }: Host, { by, effect }: NonNullable<Field['deprecated']>): Message {
  const sentence = t(effect, { host: name });
  return by === undefined
    ? sentence
    : composed`${sentence} ${t('Use "{instead}" instead.', { instead: by })}`;
}

function markdown(host: Host, { summary, details, absent, otherwise, noEffect }: Field): Message {
  const effect =
    noEffect === undefined
      ? t('If the value is invalid: {effect}', {
          effect: effectIn(host, otherwise.effect),
        })
      : t('No effect: {reason}', { reason: effectIn(host, noEffect) });
  return joined(
    [summary, details, t('If omitted: {effect}', { effect: absent }), effect].filter(
      (part) => part !== undefined,
    ),
    '\n\n',
  );
}

/** Adds `key:` without a value where the host accepts it. */
function withEmpty(schema: Schema, { type, judge }: Field, canBeEmpty: boolean): Schema {
  if (Object.keys(schema).length === 0) return schema;
  // A host that tests only whether a value is truthy treats falsy values of any type as if the key were missing.
  const acceptedFalsy = falsyValues
    .filter(({ value }) => judge?.(value)?.problems.length === 0)
    .filter(({ value }) => check(type, value).problems.length > 0)
    .map(({ json }) => json);
  const nullable = canBeEmpty ? orNull(schema) : schema;
  return acceptedFalsy.length > 0 ? { anyOf: [nullable, { enum: acceptedFalsy }] } : nullable;
}

/** Adds null to the type where possible: each branch of `anyOf` adds an error message for an invalid value. */
const orNull = (schema: Schema): Schema => {
  const { type } = schema;
  if (type === 'object' || type === 'array') return { ...schema, type: [type, 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
};

/** The schema of a key that authors write by mistake: reported as deprecated and never completed. */
const misspelled = (host: Host, { unknownField }: Dialect, key: string, meant: string): Schema => {
  const effect = t('"{key}" is not a {host} field. {effect} Use "{meant}" instead.', {
    key,
    host: host.name,
    effect: effectIn(host, unknownField.effect),
    meant,
  });
  return {
    description: english(effect),
    deprecated: true,
    deprecationMessage: english(effect),
    doNotSuggest: true,
  };
};

/** Whether the host reads every value as a string. Determined by reading a number with the host's reader. */
const readsAllAsStrings = (host: Host): boolean =>
  fieldsRead(host, 'a: 1')?.[0]?.value.kind === 'text';

/** Whether the host's reader ignores a key without a value. */
const dropsEmpty = (host: Host, key: string): boolean => fieldsRead(host, `${key}:`)?.length === 0;

/** The fields that the host's reader finds in a frontmatter; undefined where it finds no agent. */
function fieldsRead(host: Host, frontmatter: string): readonly Entry[] | undefined {
  const place = placeInOwnFolder(host, 'a.md');
  const outline = outlineOf(`---\n${frontmatter}\n---\n`);
  const reading =
    place && documentKindOf(place).reader({ outline, place, context: defaultContext });
  return reading?.agents[0]?.fields;
}

/** Whether the host's own code rejects every value of the field, because the key belongs elsewhere. */
const refusesAll = ({ type, judge }: Field): boolean =>
  type.type === 'any' &&
  judge !== undefined &&
  sampleValues.every((value) => (judge(value)?.problems.length ?? 0) > 0);

const span = { start: 0, end: 0 };
const sampleValues: readonly Value[] = [
  { kind: 'text', text: 'a', style: 'plain', span },
  { kind: 'number', number: 1, source: '1', span },
  { kind: 'boolean', boolean: true, source: 'true', span },
  { kind: 'null', source: '', span },
  { kind: 'list', items: [], flow: true, span },
  { kind: 'map', entries: [], flow: true, span },
];

const falsyValues: readonly { readonly value: Value; readonly json: Json }[] = [
  { value: { kind: 'text', text: '', style: 'double', span }, json: '' },
  { value: { kind: 'number', number: 0, source: '0', span }, json: 0 },
  { value: { kind: 'boolean', boolean: false, source: 'false', span }, json: false },
];

/** The schema as formatted JSON with a final line break; keys stay in order of insertion. */
export const printed = (schema: Schema): string => `${JSON.stringify(schema as Json, null, 2)}\n`;

// Moves parts that occur in a JSON Schema several times, such as the type of one hook, to its `definitions`.

/** Smaller parts are easier to read inline. Characters of JSON. */
const minLength = 200;

/** An equivalent schema with `definitions` for the parts that occur more than once. */
function withDefinitions(schema: Schema): Schema {
  const count = new Map<string, number>();
  replaced(schema, (part) => {
    const text = JSON.stringify(part);
    if (text.length >= minLength) count.set(text, (count.get(text) ?? 0) + 1);
    return null;
  });
  const definitions: Record<string, Json> = {};
  const nameOf = new Map<string, string>();
  const nameFor = (text: string): string => {
    const existing = nameOf.get(text);
    if (existing !== undefined) return existing;
    const name = `part${nameOf.size + 1}`;
    nameOf.set(text, name);
    return name;
  };
  const toReference = (part: Schema): Json | null => {
    const text = JSON.stringify(part);
    if ((count.get(text) ?? 0) < 2) return null;
    const isNew = !nameOf.has(text);
    const name = nameFor(text);
    // Repeated parts inside the definition are replaced too.
    if (isNew) definitions[name] = replaced(part, toReference);
    return { $ref: `#/definitions/${name}` };
  };
  const short = replaced(schema, toReference) as Schema;
  return Object.keys(definitions).length === 0 ? short : { ...short, definitions };
}

/** Keys whose value is a whole schema. Draft-07 ignores keys next to `$ref`, so only whole schemas can be replaced. */
const schemaKeys = new Set(['items', 'additionalProperties', 'anyOf']);

/** @param replace returns null to keep a part and to visit the parts inside of it. */
function replaced(value: Json, replace: (part: Schema) => Json | null, key = ''): Json {
  if (isList(value)) return value.map((item) => replaced(item, replace, key));
  if (typeof value !== 'object' || value === null) return value;
  const replacement = schemaKeys.has(key) ? replace(value) : null;
  if (replacement !== null) return replacement;
  return Object.fromEntries(
    Object.entries(value).map(([inner, below]) => [inner, replaced(below, replace, inner)]),
  );
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
