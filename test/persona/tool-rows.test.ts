// The checklist of tools: what is checked, and what a selection changes.
import assert from 'node:assert/strict';
import { changesBetween, toolRows } from '../../client/persona/tool-rows';
import type { ToolChoices } from '../../server/protocol/protocol';

const choices: ToolChoices = {
  hostName: 'VS Code',
  groups: [
    {
      label: 'Change files',
      tools: [
        { tool: 'edit', note: '2 tools', means: 'Changes files.', isGranted: true },
        { tool: 'edit/createFile', note: '', means: '', isGranted: true },
      ],
    },
    { label: 'Web', tools: [{ tool: 'web', note: '', means: 'Reads pages.', isGranted: false }] },
  ],
};

describe('the checklist of tools', () => {
  it('has a heading for each group, and checks what the agent has', () => {
    assert.deepEqual(
      toolRows(choices).map(({ label, isHeading, picked }) => [label, isHeading, picked]),
      [
        ['Change files', true, undefined],
        ['edit', false, true],
        ['edit/createFile', false, true],
        ['Web', true, undefined],
        ['web', false, false],
      ],
    );
  });

  it('shows what a tool allows, and nothing where that is unknown', () => {
    const [, edit, create] = toolRows(choices);
    assert.deepEqual([edit?.description, edit?.detail], ['2 tools', 'Changes files.']);
    assert.deepEqual([create?.description, create?.detail], [undefined, undefined]);
  });

  it('changes only what was checked or unchecked', () => {
    assert.deepEqual(changesBetween(choices, ['edit', 'edit/createFile']), []);
    assert.deepEqual(changesBetween(choices, ['edit', 'web']), [
      { tool: 'edit/createFile', granted: false },
      { tool: 'web', granted: true },
    ]);
  });
});
