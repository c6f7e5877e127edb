// An editor finds the same problems in a configuration file with the schema as Dossier does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { rules } from '../../server/rules/registry';
import { readConfig } from '../../server/settings/config';
import { configSchema, editorSettings } from '../../server/settings/schema';
import { catalog } from '../support/catalog';

const ajv = new Ajv({ strict: false });
const validate = ajv.compile(configSchema(catalog));

const right: readonly unknown[] = [
  {},
  { $schema: './x.json' },
  { rules: Object.fromEntries(rules.map(({ name }) => [name, 'off'])) },
  { hosts: ['claude-code', 'opencode@2'], guests: 'none' },
  { guests: ['vscode'], allowedFields: ['owner'], allowedTools: [] },
  { include: ['prompts/*.md'], exclude: ['fixtures/'] },
];

const wrong: readonly unknown[] = [
  [],
  'off',
  { rules: { 'unknown-feild': 'off' } },
  { rules: { 'unknown-field': 'of' } },
  { rules: { 'unknown-field': 1 } },
  { rules: [] },
  { hosts: 'kilo' },
  { hosts: ['nobody'] },
  { guests: 'some' },
  { guests: [1] },
  { allowedTools: [null] },
  { exclude: {} },
  { vscodeBuiltin: 'on' },
  { extends: './other.json' },
];

describe('the schema of dossier.config.json', () => {
  it('takes what is understood', () => {
    for (const config of right) {
      const text = JSON.stringify(config);
      assert.ok(validate(config), `${text}: ${ajv.errorsText(validate.errors)}`);
      assert.deepEqual(readConfig(catalog, '/dossier.config.json', text).faults, []);
    }
  });

  it('refuses what is not', () => {
    for (const config of wrong) {
      const text = JSON.stringify(config);
      assert.ok(!validate(config), text);
      assert.notDeepEqual(readConfig(catalog, '/dossier.config.json', text).faults, [], text);
    }
  });

  it('is offered by the extension', () => {
    const { contributes, files } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly contributes: { readonly jsonValidation: readonly { readonly url: string }[] };
      readonly files: readonly string[];
    };
    const [offered] = contributes.jsonValidation;
    assert.deepEqual(JSON.parse(readFileSync(offered?.url ?? '', 'utf8')), configSchema(catalog));
    assert.ok(files.includes(offered?.url.replace('./', '') ?? ''));
  });

  it('completes the names of rules, in the file and in the settings of the editor', () => {
    const { properties } = configSchema(catalog) as {
      readonly properties: Record<string, { readonly properties: Record<string, object> }>;
    };
    const inFile = properties['rules']?.properties ?? {};
    const inEditor = editorSettings(catalog)['dossier.rules'] as {
      readonly propertyNames: {
        readonly enum: readonly string[];
        readonly markdownEnumDescriptions: readonly string[];
      };
    };
    const { enum: names, markdownEnumDescriptions: meanings } = inEditor.propertyNames;
    for (const { name } of rules) {
      assert.deepEqual(Object.keys(inFile[name] ?? {}), ['type', 'enum', 'markdownDescription']);
      assert.match(meanings[names.indexOf(name)] ?? '', /^Checks .+\.$/, name);
    }
    assert.ok(ajv.compile(inEditor)({ 'unknown-field': 'off' }));
    assert.ok(!ajv.compile(inEditor)({ 'unknown-feild': 'off' }));
  });
});
