// JSON Schemas against the hosts' own verdicts: every field with every kind of value.
import assert from 'node:assert/strict';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { agentDialects } from '../../server/hosts/model/dialect';
import type { Host } from '../../server/hosts/model/host';
import { hosts } from '../support/catalog';
import { running } from '../support/running';

interface Schema {
  readonly $id: string;
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, Record<string, unknown>>>;
}

const schemaOf = (id: string): Schema => running({}, ['schema', id]).json as Schema;

/** Not strict, because keywords for editors are not part of the standard; the programs that use such schemas accept them. */
const ajv = new Ajv({ strict: false, allErrors: true });

describe('the JSON Schema', () => {
  // Only hosts that read YAML have one.
  const inYaml = hosts.filter(({ kinds }) => kinds.agent.syntax === 'yaml');
  // Of a host that was never run it is not known what it does with values of other types.
  const isKnown = ({ dialects }: Host): boolean =>
    agentDialects(dialects).some(({ fields }) =>
      Object.values(fields).some(({ otherwise }) => otherwise.outcome !== 'unknown'),
    );

  for (const { id } of inYaml.filter((host) => !isKnown(host)))
    it(`of ${id} accepts no value that the host is known to reject`, () =>
      assert.deepEqual(compared(id).tooLenient, []));

  for (const { id } of inYaml.filter(isKnown))
    it(`of ${id} rejects the same values as the verdicts`, () => {
      const { tooLenient, tooStrict } = compared(id);
      assert.deepEqual(tooStrict, [], 'the schema rejects values that the host accepts');
      assert.deepEqual(tooLenient, [], 'the schema accepts values that the host rejects');
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

/** Every field of a host with every kind of value: those on which schema and host disagree. */
function compared(id: string): { tooLenient: string[]; tooStrict: string[] } {
  const host = hosts.find((one) => one.id === id);
  const schema = schemaOf(id);
  const validate = ajv.compile({ ...schema, $id: `${schema.$id}:compared` });
  const base = Object.fromEntries((schema.required ?? []).map((key) => [key, `a-${key}`]));
  const path = (host?.ownFile ?? '').replace('{name}', 'reviewer');
  const [dialect] = Object.values(host?.dialects ?? {});
  const tooLenient: string[] = [];
  const tooStrict: string[] = [];
  for (const [key, field] of Object.entries(dialect?.fields ?? {})) {
    const own = wordsOf(schema.properties[key]);
    for (const value of [...values, ...own, ...own.map((word) => word.toUpperCase())]) {
      const { [key]: _, ...others } = base;
      const lines = [`${key}: ${value}`, ...Object.entries(others).map((pair) => pair.join(': '))];
      const isRejected = rejects(validate, lines.join('\n'), key);
      const rule = ruleReporting(path, lines, id);
      if (isRejected && !rule) tooStrict.push(`${key}: ${value}`);
      // An empty list has the right type: that it grants nothing is another problem.
      if (!isRejected && rule && rule !== 'empty-tools' && !field.judge)
        tooLenient.push(`${key}: ${value} (${rule})`);
    }
  }
  return { tooLenient, tooStrict };
}

const wordsOf = (property: Record<string, unknown> | undefined): string[] => {
  const listed = property?.['enum'];
  return Array.isArray(listed) ? listed.filter((one) => typeof one === 'string').slice(0, 2) : [];
};

function rejects(validate: ValidateFunction, frontmatter: string, key: string): boolean {
  validate(parse(frontmatter));
  return (validate.errors ?? []).some(({ instancePath }) => instancePath.split('/')[1] === key);
}

const aboutValues =
  /^(?:invalid-(?:type|value|color|mode|name|permission|hook)|breaking-value|empty-tools|malformed-tool)$/;

/** The rule that reports the first field; undefined if none does. */
function ruleReporting(path: string, lines: readonly string[], id: string): string | undefined {
  const text = `---\n${lines.join('\n')}\n---\nYou review.\n`;
  const { json } = running({ [path]: text }, ['explain', path, '--host', id, '--format', 'json']);
  const { files } = json as {
    files: {
      verdicts: {
        findings: { rule: string; message: string; range: { start: { line: number } } | null }[];
      }[];
    }[];
  };
  const [key] = lines[0]?.split(':') ?? [];
  // Some hosts read a key without a value as a missing one.
  const isMissing = ({ rule, message }: { rule: string; message: string }): boolean =>
    rule === 'missing-field' && message.includes(`"${key}"`);
  return files[0]?.verdicts[0]?.findings.find(
    (found) => (aboutValues.test(found.rule) && found.range?.start.line === 1) || isMissing(found),
  )?.rule;
}
