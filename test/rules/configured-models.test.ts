// Models that a configuration defines: they are explained where they are used, and lead to their definition.
import assert from 'node:assert/strict';
import { hover } from '../../server/features/hover/hover';
import { definition } from '../../server/features/navigation';
import { type OpenedInProject, openedInProject } from '../support/opened-in-project';
import { words } from '../support/words';

const qwen = { name: 'Qwen 3', limit: { context: 32768, output: 8192 }, tool_call: true };
const settings = { provider: { mine: { models: { qwen, plain: {} } } } };
const defining = JSON.stringify(settings);
const agent = (model: string): string =>
  `---\ndescription: Reviews.\nmodel: ${model}\n---\nYou review.\n`;
const inAgent: OpenedInProject = {
  at: '.opencode/agent/reviewer.md',
  files: { 'opencode.json': defining },
};

/** What is shown at the offset, and where it leads. */
function at(text: string, marked: string, options?: OpenedInProject) {
  const { view, index } = openedInProject(text, options);
  const offset = text.indexOf(marked) + marked.length - 1;
  const found = hover(view, offset);
  return {
    hovered: found && text.slice(found.span.start, found.span.end),
    markdown: words(found?.markdown),
    targets: definition(view, offset, index).map(({ path, span }) => [path, span?.start]),
    findings: view.findings().map(({ rule }) => rule),
  };
}

describe('a model of a configuration', () => {
  it('is explained in an agent file, and leads to its key', () => {
    assert.deepEqual(at(agent('mine/qwen'), 'mine/qwen', inAgent), {
      hovered: 'mine/qwen',
      markdown:
        '**mine/qwen** · OpenCode model\n\n`name: Qwen 3` · `limit.context: 32768` · `limit.output: 8192`\n\n`opencode.json`',
      targets: [['opencode.json', defining.indexOf('qwen')]],
      findings: [],
    });
    const plain = at(agent('mine/plain'), 'mine/plain', inAgent);
    assert.equal(plain.markdown, '**mine/plain** · OpenCode model\n\n`opencode.json`');
    // Also where its provider is written.
    assert.deepEqual(at(agent('mine/qwen'), 'model: mi', inAgent).targets, [
      ['opencode.json', defining.indexOf('qwen')],
    ]);
  });

  it('is explained in the configuration itself', () => {
    for (const more of [{ model: 'mine/qwen' }, { agent: { reviewer: { model: 'mine/qwen' } } }]) {
      const text = JSON.stringify({ ...more, ...settings });
      const { hovered, markdown, targets, findings } = at(text, 'mine/qwen');
      assert.equal(hovered, 'mine/qwen');
      assert.match(markdown ?? '', /OpenCode model\n\n`name: Qwen 3` · `limit\.context: 32768`/);
      assert.deepEqual(targets, [['opencode.json', text.indexOf('"qwen"') + 1]]);
      assert.deepEqual(findings, []);
    }
    const kilo = JSON.stringify({ small_model: 'mine/qwen', ...settings });
    assert.match(at(kilo, 'mine/qwen', { at: 'kilo.json' }).markdown ?? '', /Kilo model/);
  });

  it('of an unknown name leads to its provider', () => {
    const { markdown, targets } = at(agent('mine/other'), 'mine/other', inAgent);
    assert.doesNotMatch(markdown ?? '', /OpenCode model/);
    assert.deepEqual(targets, []);
    assert.deepEqual(at(agent('mine/other'), 'model: mi', inAgent).targets, [
      ['opencode.json', defining.indexOf('mine')],
    ]);
  });

  it('of the program is explained as before', () => {
    const text = agent('anthropic/claude-sonnet-4-5');
    const { markdown, targets } = at(text, 'anthropic/claude', inAgent);
    assert.match(markdown ?? '', /\*\*OpenCode\*\* uses Claude Sonnet 4\.5/);
    assert.deepEqual(targets, []);
  });
});
