import assert from 'node:assert/strict';
import { providers } from '../../../server/hosts/opencode/catalogue';
import { models, splitModel, successor } from '../../../server/hosts/opencode/models';

describe('Models of OpenCode', () => {
  it('are all in the packed catalog', () => {
    const all = providers();
    assert.equal(all.length, 225);
    assert.equal(
      all.reduce((sum, provider) => sum + provider.models.length, 0),
      8218,
    );
  });

  it('split at the first slash', () => {
    assert.deepEqual(splitModel('openrouter/anthropic/claude'), {
      provider: 'openrouter',
      model: 'anthropic/claude',
    });
    assert.deepEqual(splitModel('sonnet'), { provider: 'sonnet', model: '' });
  });

  const outcomes: readonly (readonly [string, string, string | null])[] = [
    ['openai/gpt-5', 'known', 'openai/gpt-5'],
    ['sonnet', 'malformed', null],
    ['inherit', 'malformed', null],
    ['/x', 'malformed', null],
    ['', 'inherits', 'inherit'],
    ['ollama/llama3:8b', 'foreign', 'ollama/llama3:8b'],
    ['github-copilot/claude-sonnet-4', 'unlisted', 'github-copilot/claude-sonnet-4'],
  ];
  for (const [written, outcome, effective] of outcomes) {
    it(`${JSON.stringify(written)}: ${outcome}`, () => {
      const verdict = models.resolve(written);
      assert.equal(verdict.outcome, outcome);
      assert.equal(verdict.effective, effective);
    });
  }

  it('adds the provider to a model that is written without one', () => {
    assert.equal(models.resolve('gpt-5').instead, 'openai/gpt-5');
    assert.equal(models.resolve('claude-sonnet-4').instead, 'anthropic/claude-sonnet-4-6');
    assert.match(models.resolve('sonnet').instead ?? '', /^anthropic\/claude-sonnet-\d/);
    assert.equal(models.resolve('inherit').instead, undefined);
    assert.equal(models.resolve('codex').instead?.startsWith('openai/'), true);
  });

  it('suggests a replacement of the same family only', () => {
    const offered = [
      'claude-haiku-5',
      'claude-sonnet-4-5',
      'claude-sonnet-4-6',
      'claude-sonnet-5',
      'glm-5.3-fast',
    ];
    assert.equal(successor('claude-sonnet-4', offered), 'claude-sonnet-4-6');
    assert.equal(successor('claude-3-5-sonnet-20241022', offered), 'claude-sonnet-5');
    assert.equal(successor('glm-5', offered), undefined);
  });
});
