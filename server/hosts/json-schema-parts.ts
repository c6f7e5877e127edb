// Parts of a JSON Schema that stand in it many times, such as what one hook may be, told once and pointed at.
import type { Json, Schema } from './json-schema-type';

/** Smaller parts are read more easily where they stand. */
const worthNaming = 200;

/** The same schema, with `definitions` for what it says more than once. */
export function withDefinitions(schema: Schema): Schema {
  const count = new Map<string, number>();
  replaced(schema, (part) => {
    const text = JSON.stringify(part);
    if (text.length >= worthNaming) count.set(text, (count.get(text) ?? 0) + 1);
    return null;
  });
  const definitions: Record<string, Json> = {};
  const nameOf = new Map<string, string>();
  const name = (text: string): string => {
    const known = nameOf.get(text);
    if (known !== undefined) return known;
    const fresh = `part${nameOf.size + 1}`;
    nameOf.set(text, fresh);
    return fresh;
  };
  const refer = (part: Schema): Json | null => {
    const text = JSON.stringify(part);
    if ((count.get(text) ?? 0) < 2) return null;
    const isNew = !nameOf.has(text);
    const called = name(text);
    // What stands inside of it is pointed at too.
    if (isNew) definitions[called] = replaced(part, refer);
    return { $ref: `#/definitions/${called}` };
  };
  const short = replaced(schema, refer) as Schema;
  return Object.keys(definitions).length === 0 ? short : { ...short, definitions };
}

/** Beside `$ref` nothing else counts in draft-07: only what stands alone is replaced. */
const alone = new Set(['items', 'additionalProperties', 'anyOf']);

/** @param by null: the part stays, and what is inside of it is looked at. */
function replaced(value: Json, by: (part: Schema) => Json | null, key = ''): Json {
  if (isList(value)) return value.map((item) => replaced(item, by, key));
  if (typeof value !== 'object' || value === null) return value;
  const other = alone.has(key) ? by(value) : null;
  if (other !== null) return other;
  return Object.fromEntries(
    Object.entries(value).map(([inner, below]) => [inner, replaced(below, by, inner)]),
  );
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
