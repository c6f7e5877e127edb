// Role files of Codex that a table of the configuration names, in `dossier check`.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const found = (config: string): readonly string[] => {
  const files = {
    '.codex/agents/a.toml': 'developer_instructions = "You review."\n',
    '.codex/config.toml': config,
  };
  const { json } = running(files, ['check', '--format', 'json']);
  return (json as { findings: { file: string; rule: string }[] }).findings.map(
    ({ file, rule }) => `${file} ${rule}`,
  );
};

describe('dossier check of roles in files', () => {
  it('asks for no name and description where a table has them', () => {
    for (const path of ['agents/a.toml', './agents/a.toml'])
      assert.deepEqual(
        found(`[agents.reviewer]\ndescription = "Reviews."\nconfig_file = "${path}"\n`),
        [],
      );
  });

  it('asks for them where the table names another file', () => {
    const other = '[agents.reviewer]\ndescription = "Reviews."\nconfig_file = "agents/b.toml"\n';
    for (const config of ['', other])
      assert.deepEqual(found(config), ['.codex/agents/a.toml missing-field'], config);
  });
});
