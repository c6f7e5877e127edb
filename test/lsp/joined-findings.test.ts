// A finding on several names is one in a report; an editor shows it at each name.
import assert from 'node:assert/strict';
import { memoryFileSystem } from '../../server/world/memory';
import { serving } from '../support/serving';

const path = '/w/.gemini/agents/dev.md';
const text =
  '---\nname: dev\ndescription: Develops.\ntools:\n  - Read\n  - Grep\n  - Foo\n---\nDevelop.\n';

describe('a finding on several names of a list', () => {
  it('is shown at each name, with the advice for this name', async () => {
    const session = await serving({ world: memoryFileSystem({ [path]: text }, '/w') });
    session.open(`file://${path}`, text);
    const { diagnostics } = await session.published(`file://${path}`);
    const without = (name: string): string => `Gemini CLI has no tool named "${name}".`;
    const refused = 'Gemini CLI rejects the file and shows an error.';
    assert.deepEqual(
      diagnostics.map(({ range, message }) => [range.start.line, message]),
      [
        [4, `${without('Read')} ${refused} Use "read_file" instead.`],
        [5, `${without('Grep')} ${refused} Use "grep_search" instead.`],
        [6, `${without('Foo')} ${refused} Remove it.`],
      ],
    );
    await session.end();
  });
});
