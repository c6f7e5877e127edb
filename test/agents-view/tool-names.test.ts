// Names by which agents reference the tools of extensions.
import assert from 'node:assert/strict';
import { toolNames } from '../../client/tool-names';

const tool = (name: string, more: object = {}): object => ({
  name,
  toolReferenceName: name.slice(6),
  canBeReferencedInPrompt: true,
  ...more,
});
const listed = new Set(['probe_hello', 'probe_noref', 'probe_plain', 'probe_quiet']);

describe('the tools of extensions', () => {
  it('have the names that VS Code 1.139.1 uses', () => {
    const contributes = {
      languageModelTools: [
        tool('probe_hello'),
        tool('probe_plain'),
        { name: 'probe_noref' },
        tool('probe_quiet', { canBeReferencedInPrompt: false }),
        tool('probe_off'),
      ],
      languageModelToolSets: [
        { name: 'probeset', tools: ['hello'] },
        { name: 'offset', tools: ['off'] },
      ],
    };
    assert.deepEqual(toolNames([{ id: 'Pub.probe', contributes }], listed), [
      'hello',
      'plain',
      'probeset',
      'probeset/hello',
      'pub.probe/plain',
    ]);
  });

  it('are empty without valid declarations', () => {
    for (const contributes of [
      undefined,
      null,
      5,
      { languageModelTools: 'x', languageModelToolSets: {} },
      {
        languageModelTools: [null, 5, { name: 5, toolReferenceName: 6 }],
        languageModelToolSets: [null],
      },
    ])
      assert.deepEqual(toolNames([{ id: 'a.b', contributes }], listed), []);
  });
});
