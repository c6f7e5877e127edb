// Models of providers that a configuration defines, in `dossier check`.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const agent = '.opencode/agent/a.md';
const modelFiles = (model: string, config: string | null, at = 'opencode.json') => ({
  [agent]: `---\ndescription: Reviews.\nmodel: ${model}\n---\nYou review.\n`,
  ...(config !== null && { [at]: config }),
});

const found = (files: Record<string, string>, ...argv: string[]): readonly string[] => {
  const { json } = running(files, ['check', ...argv, '--format', 'json']);
  const { findings } = json as { findings: { file: string; rule: string; message: string }[] };
  return findings.map(({ file, rule, message }) => `${file} ${rule} ${message}`);
};

const home = '/home/user';
const ollama = '{ "provider": { "ollama": { "models": { "qwen3:8b": {} } } } }';

describe('dossier check of models', () => {
  it('accepts those of a provider that the configuration defines', () => {
    assert.deepEqual(found(modelFiles('ollama/qwen3:8b', ollama)), []);
    assert.deepEqual(found(modelFiles('ollama/qwen3:8b', ollama), agent), []);
    assert.deepEqual(found(modelFiles('ollama/qwen3:8b', ollama, '.opencode/opencode.jsonc')), []);
  });

  it('reports those of any other provider once', () => {
    for (const config of [null, '{}', '{ "provider": { "other": {} } }']) {
      const files = modelFiles('ollama/qwen3:8b', config);
      for (const argv of [[], [agent]]) {
        const [first, ...more] = found(files, ...argv);
        assert.match(first ?? '', /a\.md invalid-model .*no provider named "ollama"/);
        assert.deepEqual(more, [], String(config));
      }
    }
  });

  it('reports a model that the program does not know unless the configuration adds it', () => {
    const config = (models: string) => `{ "provider": { "anthropic": { "models": {${models}} } } }`;
    assert.deepEqual(found(modelFiles('anthropic/claude-own', config('"claude-own": {}'))), []);
    assert.match(
      found(modelFiles('anthropic/claude-own', config(''))).join('\n'),
      /invalid-model "anthropic\/claude-own" is not among the OpenCode models known to Dossier/,
    );
  });

  it('reports nothing where a variable or an error hides what is defined', () => {
    for (const config of [
      '{ "provider": { "{env:NAME}": {} } }',
      '{ "provider": {env:PROVIDERS} }',
    ])
      assert.deepEqual(found(modelFiles('ollama/qwen3:8b', config)), [], config);
    assert.deepEqual(found(modelFiles('ollama/qwen3:8b', '{ "provider": { "ollama": ')), [
      'opencode.json ignored-settings The file is not valid JSON. Expected a value at the end of the file. OpenCode does not start. Correct the JSON.',
    ]);
  });

  it('accepts them in entries, also those of another file', () => {
    const entry = '{ "agent": { "a": { "model": "ollama/qwen3:8b" } } }';
    const global = { '.opencode/opencode.json': ollama };
    assert.deepEqual(found({ 'opencode.json': entry, ...global }), []);
    assert.match(found({ 'opencode.json': entry }).join('\n'), /no provider named "ollama"/);
    assert.deepEqual(found({ 'opencode.json': ollama.replace(/ }$/, `, ${entry.slice(1)}`) }), []);
  });

  it('accepts those of the configuration of the user', () => {
    const at = `${home}/.config/opencode/opencode.json`;
    assert.deepEqual(found(modelFiles('ollama/qwen3:8b', ollama, at)), []);
    assert.equal(found(modelFiles('other/qwen3:8b', ollama, at)).length, 1);
  });

  it('accepts them in agents of Kilo', () => {
    const { [agent]: text = '' } = modelFiles('ollama/qwen3:8b', null);
    assert.deepEqual(found({ '.kilo/agent/a.md': text, 'kilo.json': ollama }), []);
    assert.match(found({ '.kilo/agent/a.md': text }).join('\n'), /Kilo has no provider/);
  });
});
