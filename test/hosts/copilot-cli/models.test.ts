// Models in Copilot CLI, compared with what the program did with a catalog of three models.
import assert from 'node:assert/strict';
import { copilotCli } from '../../../server/hosts/copilot-cli/host';
import { findingsIn } from '../../support/diagnosing';
import { words } from '../../support/words';
import recorded from './models.data.json';

const outcome = (written: string): string | undefined =>
  copilotCli.dialects['agent']?.models.resolve(written).outcome;

/** Names that can be recognized as wrong only with a catalog. */
const unknowable = ['auto', 'GPT-5 (openai)'];

describe('models in Copilot CLI', () => {
  it('are not reported if the program uses them', () => {
    for (const written of recorded.used) assert.equal(outcome(written), 'unchecked', written);
  });

  it('are foreign if no catalog can contain the name', () => {
    for (const written of recorded.replaced)
      assert.equal(
        outcome(written),
        unknowable.includes(written) ? 'unchecked' : 'foreign',
        written,
      );
  });

  it('are reported with the intended ID, and as a hint if another host uses them', () => {
    const found = (at: string, model: string): readonly string[] =>
      findingsIn(`---\nname: a\ndescription: d\nmodel: ${model}\n---\nYou work.\n`, {
        at,
        settings: { guests: 'all' },
      }).flatMap(({ rule, host, severity, message }) =>
        rule === 'invalid-model' && host === 'copilot-cli' ? [`${severity} ${words(message)}`] : [],
      );
    assert.match(
      found('.github/agents/a.agent.md', 'claude-sonnet-4-5').join(),
      /^warning .*Did you mean "claude-sonnet-4\.5"\?$/,
    );
    assert.match(found('.github/agents/a.agent.md', 'claude-3-haiku').join(), /^warning/);
    assert.match(found('.claude/agents/a.md', 'sonnet').join(), /^hint/);
    assert.deepEqual(found('.github/agents/a.agent.md', 'GPT-5 (copilot)'), []);
  });
});
