import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { hosts } from '../support/catalog';
import { running } from '../support/running';

interface Schema {
  readonly $id: string;
  readonly title: string;
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, Record<string, unknown>>>;
}

const schemaOf = (id: string, ...more: readonly string[]): Schema =>
  running({}, ['schema', id, ...more]).json as Schema;

/** Extra words for editors are no fault, as in the programs that take such schemas. */
const ajv = new Ajv({ strict: false, allErrors: true });

describe('dossier schema', () => {
  for (const { id, kinds } of hosts) {
    if (kinds.agent.syntax !== 'yaml') {
      it(`gives none for ${id}, which does not read YAML`, () => {
        const { code, err } = running({}, ['schema', id]);
        assert.equal(code, 2);
        assert.match(err, /does not read YAML, so it has no JSON Schema/);
      });
      continue;
    }
    it(`gives a JSON Schema for ${id}`, () => {
      const schema = schemaOf(id);
      assert.equal(ajv.validateSchema(schema), true, ajv.errorsText());
      assert.equal(schema.$id, `urn:dossier:${id}`);
      for (const [key, { description }] of Object.entries(schema.properties))
        assert.ok(typeof description === 'string' && description !== '', key);
    });
  }

  it('has a schema for each dialect, none of them too long to be read', () => {
    for (const { id, dialects } of hosts.filter((one) => one.kinds.agent.syntax === 'yaml'))
      for (const dialect of Object.keys(dialects)) {
        const schema = schemaOf(id, '--dialect', dialect);
        assert.ok(ajv.compile({ ...schema, $id: `${schema.$id}:whole` }), `${id} ${dialect}`);
        assert.ok(JSON.stringify(schema).length < 64_000, `${id} ${dialect}`);
      }
  });

  it('contains the values of a field, with descriptions', () => {
    const { color } = schemaOf('claude-code').properties;
    const actual = color as {
      enum: string[];
      enumDescriptions: string[];
      markdownDescription: string;
    };
    assert.ok(actual.enum.includes('purple'));
    assert.equal(actual.enum.length, actual.enumDescriptions.length);
    assert.match(actual.markdownDescription, /Claude Code silently ignores it\./);
  });

  it('asks for what the host asks for, and lets a team keep keys of its own', () => {
    const validate = ajv.compile(schemaOf('claude-code'));
    assert.equal(validate({ name: 'reviewer' }), false);
    assert.equal(validate({ name: 'reviewer', description: 'Reviews.', owner: 'team' }), true);
  });

  it('knows slips for what they are, without offering them', () => {
    const slip = schemaOf('claude-code').properties['allowed-tools'];
    assert.match(
      String(slip?.['deprecationMessage']),
      /"allowed-tools" is not a Claude Code field\. .* Use "tools" instead\./,
    );
    assert.equal(slip?.['doNotSuggest'], true);
  });

  it('has a schema for each way in which a host reads', () => {
    assert.deepEqual(schemaOf('claude-code').required, ['name', 'description']);
    const plugin = schemaOf('claude-code', '--dialect', 'plugin');
    assert.equal(plugin.$id, 'urn:dossier:claude-code:plugin');
    assert.equal(plugin.required?.includes('name') ?? false, false);
  });

  it('exits with 2 if the host is ambiguous', () => {
    for (const argv of [
      ['schema'],
      ['schema', 'nobody'],
      ['schema', 'all'],
      ['schema', 'kilo', 'vscode'],
    ]) {
      const { code, out, err } = running({}, argv);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, /^dossier: .+\n$/);
    }
  });
});
