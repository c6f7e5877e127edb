// The frontmatter of one host as a JSON Schema (draft-07, which every YAML plugin and linter takes). It says what the
// declarations say and no more: a host's own code may find faults that no schema can name, and `check` tells those.
import { outlineOf } from '../agent/outline';
import type { Value } from '../agent/value';
import { render } from '../text/message';
import { check } from './check';
import { defaultContext } from './context';
import type { Dialect, Field, Host } from './host';
import { withDefinitions } from './json-schema-parts';
import { type Around, type Json, type Schema, schemaOfType } from './json-schema-type';
import { ownPlace } from './places';

export type { Schema } from './json-schema-type';

/** Schema of the frontmatter in one dialect of a host. @param name the dialect's key in the host's declaration. */
export function jsonSchemaOf(host: Host, dialect: Dialect, name?: string): Schema {
  const { fields, unknownField } = dialect;
  const around: Around = {
    open: false,
    allTexts: readsAllAsTexts(host),
    models: dialect.models.models.filter(({ retired }) => !retired).map(({ id }) => id),
    tools: dialect.tools.tools.filter(({ unavailable }) => !unavailable).map((tool) => tool.name),
  };
  const required = Object.entries(fields)
    .filter(([, field]) => field.required)
    .map(([key]) => key);
  return withDefinitions({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:dossier:${host.id}${name === undefined ? '' : `:${name}`}`,
    title: `${host.name} agent`,
    description: `The frontmatter of an agent file as ${host.name} ${host.version} reads it, checked on ${host.verified}.`,
    type: 'object',
    properties: {
      ...Object.fromEntries(
        Object.entries(fields).map(([key, field]) => [key, schemaOfField(host, field, around)]),
      ),
      ...Object.fromEntries(
        Object.entries(unknownField.meant)
          .filter(([key]) => !Object.hasOwn(fields, key))
          .map(([key, meant]) => [key, misspelt(host, dialect, key, meant)]),
      ),
    },
    ...(required.length > 0 && { required }),
    // Only a host that turns the file away for an unknown key calls it wrong; teams keep keys of their own.
    additionalProperties: unknownField.fate !== 'refused',
  });
}

function schemaOfField(host: Host, field: Field, around: Around): Schema {
  const { summary, deprecated, noEffect, unoffered } = field;
  const taken = refusesAll(field)
    ? { not: {} }
    : withEmpty(schemaOfType(field.type, { ...around, open: field.judge !== undefined }), field);
  const old =
    deprecated &&
    `${render(deprecated.effect, { host: host.name })}${deprecated.by === undefined ? '' : ` Use ${deprecated.by} instead.`}`;
  return {
    description: summary,
    markdownDescription: markdown(host, field),
    ...taken,
    ...(old !== undefined && { deprecated: true, deprecationMessage: old }),
    ...((unoffered || noEffect !== undefined) && { doNotSuggest: true }),
  };
}

function markdown(host: Host, { summary, details, absent, otherwise, noEffect }: Field): string {
  const effect =
    noEffect === undefined
      ? `Any other value: ${render(otherwise.effect, { host: host.name })}`
      : `No effect. ${render(noEffect, { host: host.name })}`;
  return [summary, details, `Without it: ${lowered(absent)}`, effect]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** `No limit.` goes on behind a colon; a name or a sign stays as it is. */
const lowered = (text: string): string =>
  /^[A-Z][a-z]* [a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** `key:` with nothing behind it, where the host takes that. */
function withEmpty(schema: Schema, { empty, type, judge }: Field): Schema {
  if (Object.keys(schema).length === 0) return schema;
  // A host that asks a value whether it is there at all takes what is as good as nothing for nothing.
  const asGoodAsNone = nothings
    .filter(({ value }) => judge?.(value)?.problems.length === 0)
    .filter(({ value }) => check(type, value).problems.length > 0)
    .map(({ json }) => json);
  const nullable = empty === 'accepted' ? orNull(schema) : schema;
  return asGoodAsNone.length > 0 ? { anyOf: [nullable, { enum: asGoodAsNone }] } : nullable;
}

/** In the type where that will do: each branch of `anyOf` is one more complaint about a wrong value. */
const orNull = (schema: Schema): Schema => {
  const { type } = schema;
  if (type === 'object' || type === 'array') return { ...schema, type: [type, 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
};

/** A key that authors write in place of a real one: known here so that it can be told, never offered. */
const misspelt = (host: Host, { unknownField }: Dialect, key: string, meant: string): Schema => {
  const effect = `"${key}" is not a field of ${host.name}. ${render(unknownField.effect, { host: host.name })} Did you mean "${meant}"?`;
  return {
    description: effect,
    deprecated: true,
    deprecationMessage: effect,
    doNotSuggest: true,
  };
};

/** Some readers know no numbers and no booleans: the reader itself is asked. */
function readsAllAsTexts(host: Host): boolean {
  const place = ownPlace(host, 'a.md');
  const outline = outlineOf('---\na: 1\n---\n');
  const reading = place && host.reader({ outline, place, context: defaultContext });
  return reading?.agents[0]?.fields[0]?.value.kind === 'text';
}

/** A key that belongs elsewhere: the host's own code finds fault with whatever stands behind it. */
const refusesAll = ({ type, judge }: Field): boolean =>
  type.type === 'any' &&
  judge !== undefined &&
  probes.every((value) => (judge(value)?.problems.length ?? 0) > 0);

const span = { start: 0, end: 0 };
const probes: readonly Value[] = [
  { kind: 'text', text: 'a', style: 'plain', span },
  { kind: 'number', number: 1, source: '1', span },
  { kind: 'boolean', boolean: true, source: 'true', span },
  { kind: 'null', source: '', span },
  { kind: 'list', items: [], flow: true, span },
  { kind: 'map', entries: [], flow: true, span },
];

const nothings: readonly { readonly value: Value; readonly json: Json }[] = [
  { value: { kind: 'text', text: '', style: 'double', span }, json: '' },
  { value: { kind: 'number', number: 0, source: '0', span }, json: 0 },
  { value: { kind: 'boolean', boolean: false, source: 'false', span }, json: false },
];

/** For printing: keys in the order in which they are made. */
export const printed = (schema: Schema): string => `${JSON.stringify(schema as Json, null, 2)}\n`;
