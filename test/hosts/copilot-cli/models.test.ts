// Models in Copilot CLI, against what the program was seen to do with a catalog of three.
import assert from 'node:assert/strict';
import { copilotCli } from '../../../server/hosts/copilot-cli/host';
import { findingsIn } from '../../support/diagnosing';
import recorded from './models.data.json';

const outcome = (written: string): string | undefined =>
  copilotCli.dialects['agent']?.models.resolve(written).outcome;

/** Names that only a catalog can tell to be wrong. */
const unknowable = ['auto', 'GPT-5 (openai)'];

describe('models in Copilot CLI', () => {
  it('are never called wrong where the program runs them', () => {
    for (const written of recorded.used) assert.equal(outcome(written), 'unchecked', written);
  });

  it('are called foreign where no catalog has such a name', () => {
    for (const written of recorded.replaced)
      assert.equal(
        outcome(written),
        unknowable.includes(written) ? 'unchecked' : 'foreign',
        written,
      );
  });

  it('are reported with the id that is meant, and as a hint where another host runs them', () => {
    const found = (at: string, model: string): readonly string[] =>
      findingsIn(`---\nname: a\ndescription: d\nmodel: ${model}\n---\nYou work.\n`, {
        at,
        settings: { guests: 'all' },
      }).flatMap(({ rule, host, severity, message }) =>
        rule === 'invalid-model' && host === 'copilot-cli' ? [`${severity} ${message}`] : [],
      );
    assert.match(
      found('.github/agents/a.agent.md', 'claude-sonnet-4-5').join(),
      /^warning .*Did you mean claude-sonnet-4\.5\?$/,
    );
    assert.match(found('.github/agents/a.agent.md', 'claude-3-haiku').join(), /^warning/);
    assert.match(found('.claude/agents/a.md', 'sonnet').join(), /^hint/);
    assert.deepEqual(found('.github/agents/a.agent.md', 'GPT-5 (copilot)'), []);
  });
});
