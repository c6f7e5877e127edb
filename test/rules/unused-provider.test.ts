// Models of providers that a configuration disables, or does not enable: what is reported, and what is offered.
import assert from 'node:assert/strict';
import { complete } from '../../server/features/completion/complete';
import { type OpenedInProject, openedInProject } from '../support/opened-in-project';
import { words } from '../support/words';

const reported = (text: string, options?: OpenedInProject): readonly string[] =>
  openedInProject(text, options)
    .view.findings()
    .filter(({ rule }) => rule === 'invalid-model')
    .map(({ span, severity, message }) => {
      const model = text.slice(span?.start, span?.end);
      return `${severity} ${model}: ${words(message)}`;
    });

const model = 'anthropic/claude-sonnet-4-5';
const agent = (written = model): string =>
  `---\ndescription: Reviews.\nmodel: ${written}\n---\nYou review.\n`;
const configuration = (settings: object): string => JSON.stringify(settings);
const inFile = (settings: object, more: OpenedInProject = {}): readonly string[] =>
  reported(agent(), {
    at: '.opencode/agent/reviewer.md',
    ...more,
    files: { 'opencode.json': configuration(settings), ...more.files },
  });
const fails = 'In OpenCode, every message to this model fails.';

describe('a provider that is not used', () => {
  it('is reported where an agent file names one of its models', () => {
    assert.deepEqual(inFile({ disabled_providers: ['anthropic'] }), [
      `warning ${model}: The provider "anthropic" is disabled in opencode.json. ${fails} Use another provider, or remove "anthropic" from "disabled_providers".`,
    ]);
    assert.deepEqual(inFile({ enabled_providers: ['openai'] }), [
      `warning ${model}: The provider "anthropic" is not enabled in opencode.json. ${fails} Use another provider, or add "anthropic" to "enabled_providers".`,
    ]);
    assert.deepEqual(inFile({ enabled_providers: [] }).length, 1);
    const both = { enabled_providers: ['anthropic'], disabled_providers: ['anthropic'] };
    assert.match(inFile(both).join('\n'), /is disabled in opencode\.json/);
  });

  it('is reported where the configuration itself names one of its models', () => {
    const settings = {
      model,
      small_model: 'anthropic/claude-haiku-4-5',
      agent: { reviewer: { model } },
      disabled_providers: ['anthropic'],
    };
    assert.deepEqual(
      reported(configuration(settings)).map((one) =>
        one.replace(/^warning (\S+): .*json\. /, '$1 '),
      ),
      [
        `${model} ${fails} Use another provider, or remove "anthropic" from "disabled_providers".`,
        'anthropic/claude-haiku-4-5 OpenCode uses the model of the session instead. Use another provider, or remove "anthropic" from "disabled_providers".',
        `${model} ${fails} Use another provider, or remove "anthropic" from "disabled_providers".`,
      ],
    );
    const kilo = { model, enabled_providers: ['openai'] };
    assert.match(
      reported(configuration(kilo), { at: 'kilo.json' }).join('\n'),
      /not enabled in kilo/,
    );
  });

  it('may be defined in the configuration', () => {
    const provider = { mine: { models: { m: {} } } };
    const settings = { provider, model: 'mine/m', disabled_providers: ['mine'] };
    assert.match(reported(configuration(settings)).join('\n'), /"mine" is disabled/);
    // One that is not defined is reported as such.
    assert.deepEqual(
      reported(configuration({ model: 'mine/m', disabled_providers: ['mine'] })),
      [],
    );
  });

  it('is not reported where it is used, or where that is unknown', () => {
    assert.deepEqual(inFile({}), []);
    assert.deepEqual(inFile({ disabled_providers: [] }), []);
    assert.deepEqual(inFile({ disabled_providers: ['openai', 'Anthropic', '*'] }), []);
    assert.deepEqual(inFile({ enabled_providers: ['anthropic'] }), []);
    assert.deepEqual(inFile({ enabled_providers: ['{env:PROVIDER}'] }), []);
    assert.deepEqual(inFile({ disabled_providers: 'anthropic' }), []);
    const disabled = { disabled_providers: ['anthropic'] };
    // Another configuration may come after it.
    const inner = (settings: object) => ({
      files: { '.opencode/opencode.json': configuration(settings) },
    });
    assert.deepEqual(inFile(disabled, inner({ disabled_providers: [] })), []);
    assert.equal(inFile(disabled, inner(disabled)).length, 1);
    assert.deepEqual(inFile(disabled, { files: { '.opencode/opencode.json': '{' } }), []);
    const second = { settings: { versions: { opencode: '2' } } };
    assert.deepEqual(reported(configuration({ model, ...disabled }), second), []);
    const between = (file: string, configured: string): number =>
      reported(agent(), { at: file, files: { [configured]: configuration(disabled) } }).length;
    assert.equal(between('/w/part/.opencode/agent/reviewer.md', '/w/opencode.json'), 1);
    assert.equal(between('/w/.opencode/agent/reviewer.md', '/w/part/opencode.json'), 0);
    // The agent is disabled too.
    const entry = { agent: { reviewer: { model, disable: true } }, ...disabled };
    assert.deepEqual(reported(configuration(entry)), []);
  });

  it('does not appear in the completion of models', () => {
    const labels = (written: string, settings: object): readonly string[] => {
      const text = agent(written);
      const { view } = openedInProject(text, {
        at: '.opencode/agent/reviewer.md',
        files: { 'opencode.json': configuration(settings) },
      });
      return complete(view, text.indexOf(written) + written.length).map(({ label }) => label);
    };
    const provider = { mine: { models: { m: {} } } };
    assert.ok(labels('a', {}).includes('anthropic/'));
    const disabled = labels('a', { provider, disabled_providers: ['anthropic'] });
    assert.ok(disabled.includes('mine/') && disabled.includes('openai/'));
    assert.ok(!disabled.includes('anthropic/'));
    assert.deepEqual(labels('anthropic/', { disabled_providers: ['anthropic'] }), []);
    assert.deepEqual(labels('a', { provider, enabled_providers: ['mine'] }), ['mine/']);
  });

  it('is completed in the two lists', () => {
    const labels = (text: string, options?: OpenedInProject) => {
      const { view } = openedInProject(text.replace('|', ''), options);
      return complete(view, text.indexOf('|'));
    };
    const provider = '"provider": { "mine": {} }';
    for (const key of ['disabled_providers', 'enabled_providers']) {
      const items = labels(`{ ${provider}, "${key}": ["|"] }`);
      assert.equal(items[0]?.label, 'mine');
      assert.ok(items.some(({ label, insert }) => label === 'openai' && insert === 'openai'));
      const [first] = labels(`{ ${provider}, "${key}": [|] }`, { at: 'kilo.json' });
      assert.equal(first?.insert, '"mine"');
    }
    assert.deepEqual(labels('{ "instructions": ["|"] }'), []);
  });
});
