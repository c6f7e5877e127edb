// Moves parts that occur in a JSON Schema several times, such as the type of one hook, to its `definitions`.
import type { Json, Schema } from './json-schema-type';

/** Smaller parts are easier to read inline. Characters of JSON. */
const minLength = 200;

/** An equivalent schema with `definitions` for the parts that occur more than once. */
export function withDefinitions(schema: Schema): Schema {
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
