// Switching a rule off in the file of a team changes nothing else in it.
import assert from 'node:assert/strict';
import { readConfig, ruleOff } from '../../server/settings/config';
import { applyEdits } from '../../server/text/edit';
import { catalog } from '../support/catalog';

const after = (text: string): string => {
  const edit = ruleOff(text, 'unknown-tool');
  assert.ok(edit, text);
  return applyEdits(text, [edit]);
};

describe('a rule in the settings of a team', () => {
  it('is switched off where there are no rules, some, or this very one', () => {
    for (const [before, now] of [
      ['{}', '{ "rules": { "unknown-tool": "off" } }'],
      ['{ "guests": "all" }', '{ "guests": "all", "rules": { "unknown-tool": "off" } }'],
      [
        '{\n  "rules": {\n    "placeholder": "off" // known\n  }\n}\n',
        '{\n  "rules": {\n    "placeholder": "off",\n    "unknown-tool": "off" // known\n  }\n}\n',
      ],
      ['{ "rules": {} }', '{ "rules": { "unknown-tool": "off" } }'],
      ['{ "rules": { "unknown-tool": "hint" } }', '{ "rules": { "unknown-tool": "off" } }'],
    ] as const) {
      assert.equal(after(before), now);
      const config = readConfig(catalog, '/w/dossier.config.json', now);
      assert.deepEqual(config.faults, []);
      assert.equal(config.settings.rules?.['unknown-tool'], 'off');
    }
  });

  it('is unchanged if the rule is off already, or the file cannot be read', () => {
    for (const text of ['{ "rules": { "unknown-tool": "off" } }', '{ "rules": [] }', '{ "ru', ''])
      assert.equal(ruleOff(text, 'unknown-tool'), null);
  });
});
