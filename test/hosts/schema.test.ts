// JSON Schemas against the hosts' own verdicts: every field with every kind of value.
import assert from 'node:assert/strict';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { hosts } from '../../server/hosts/registry';
import { running } from '../support/running';

interface Schema {
  readonly $id: string;
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, Record<string, unknown>>>;
}

const schemaOf = (id: string): Schema => running({}, ['schema', id]).json as Schema;

/** Extra words for editors are no fault, as in the programs that take such schemas. */
const ajv = new Ajv({ strict: false, allErrors: true });

describe('the JSON Schema', () => {
  for (const { id } of hosts)
    it(`of ${id} finds fault with the same values as its verdicts`, () => {
      const { sharper, wrong } = compared(id);
      assert.deepEqual(wrong, [], 'the schema refuses what the host takes');
      assert.deepEqual(sharper, [], 'the schema takes what the host does not');
    });
});

const values = [
  'word',
  'two words',
  '"5 times"',
  '""',
  '5',
  '0',
  '-1',
  '1.5',
  'true',
  'false',
  '"true"',
  '',
  '[a, b]',
  '[]',
  '[1]',
  '{a: b}',
  '{a: 1}',
  '{}',
];

/** Every field of a host with every kind of value: where schema and host are of two minds. */
function compared(id: string): { sharper: string[]; wrong: string[] } {
  const host = hosts.find((one) => one.id === id);
  const schema = schemaOf(id);
  const validate = ajv.compile({ ...schema, $id: `${schema.$id}:compared` });
  const base = Object.fromEntries((schema.required ?? []).map((key) => [key, `a-${key}`]));
  const path = (host?.ownFile ?? '').replace('{name}', 'reviewer');
  const [dialect] = Object.values(host?.dialects ?? {});
  const sharper: string[] = [];
  const wrong: string[] = [];
  for (const [key, field] of Object.entries(dialect?.fields ?? {})) {
    const own = wordsOf(schema.properties[key]);
    for (const value of [...values, ...own, ...own.map((word) => word.toUpperCase())]) {
      const { [key]: _, ...others } = base;
      const lines = [`${key}: ${value}`, ...Object.entries(others).map((pair) => pair.join(': '))];
      const blamed = refuses(validate, lines.join('\n'), key);
      const told = tellsOf(path, lines, id);
      if (blamed && !told) wrong.push(`${key}: ${value}`);
      // An empty list is a list: that it grants nothing is no fault of its type.
      if (!blamed && told && told !== 'empty-tools' && !field.judge)
        sharper.push(`${key}: ${value} (${told})`);
    }
  }
  return { sharper, wrong };
}

const wordsOf = (property: Record<string, unknown> | undefined): string[] => {
  const listed = property?.['enum'];
  return Array.isArray(listed) ? listed.filter((one) => typeof one === 'string').slice(0, 2) : [];
};

function refuses(validate: ValidateFunction, frontmatter: string, key: string): boolean {
  validate(parse(frontmatter));
  return (validate.errors ?? []).some(({ instancePath }) => instancePath.split('/')[1] === key);
}

const aboutValues =
  /^(?:wrong-(?:type|value|color|mode|name|permission|hook)|breaking-value|empty-tools|malformed-tool)$/;

/** The rule that speaks of the first field, if one does. */
function tellsOf(path: string, lines: readonly string[], id: string): string | undefined {
  const text = `---\n${lines.join('\n')}\n---\nYou review.\n`;
  const { json } = running({ [path]: text }, ['explain', path, '--host', id, '--format', 'json']);
  const { files } = json as {
    files: {
      verdicts: { findings: { rule: string; range: { start: { line: number } } | null }[] }[];
    }[];
  };
  return files[0]?.verdicts[0]?.findings.find(
    ({ rule, range }) => aboutValues.test(rule) && range?.start.line === 1,
  )?.rule;
}
