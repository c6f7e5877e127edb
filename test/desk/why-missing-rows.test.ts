import assert from 'node:assert/strict';
import { agentRows, whyRows } from '../../client/commands/why-missing-rows';
import type { WhyAnswer } from '../../server/protocol/protocol';
import { itemOf, stopped } from '../agents-view/items';

const range = { start: { line: 2, character: 7 }, end: { line: 2, character: 8 } };
const lost: WhyAnswer = {
  ...{ hostName: 'Alpha', kind: 'lost', message: 'Alpha will not start.', range, cause: '  ' },
};

describe('the texts for a missing agent', () => {
  it('are grouped by host, with the cause and a suggested fix', () => {
    const there: WhyAnswer = {
      ...{ hostName: 'Beta', kind: 'loaded', message: 'Beta has it.', range: null, cause: null },
    };
    assert.deepEqual(
      whyRows([lost, there]).map(({ label }) => label),
      [
        ...['Alpha', 'Alpha will not start.', 'Cause: 2 spaces', 'Beta', 'Beta has it.'],
        ...['suggested fix', 'Make Valid for Programs...'],
      ],
    );
    assert.deepEqual(
      whyRows([there]).map(({ icon }) => icon),
      ['', 'pass'],
    );
  });

  it('have one heading for a program, and none for what concerns all of them', () => {
    const own: WhyAnswer = { ...lost, hostName: '', kind: 'unavailable', cause: null };
    const off: WhyAnswer = { ...lost, kind: 'unavailable', range: null, cause: null };
    assert.deepEqual(
      whyRows([own, off, off], true).map(({ kind, icon }) => `${kind} ${icon}`),
      [
        ...['move folder', 'preview person', 'row info', 'heading '],
        ...['row circle-slash', 'row circle-slash'],
      ],
    );
  });

  it('offer to preview the file as an agent once, and only with the reason why it is none', () => {
    const unread: WhyAnswer = {
      ...{ hostName: '', kind: 'unavailable', range: null, cause: null },
      message: 'No program reads agents from this folder.',
    };
    const perProgram = ['Alpha', 'Beta', 'Beta'].map((hostName) => ({ ...unread, hostName }));
    const rows = whyRows([unread, ...perProgram], true);
    assert.equal(rows.filter(({ kind }) => kind === 'preview').length, 1);
    assert.ok(rows.some(({ label }) => label === 'No program reads agents from this folder.'));
    // A file that a program reads has a persona already.
    assert.ok(!whyRows([lost, unread]).some(({ kind }) => kind === 'preview'));
  });

  it('list missing agents first, and each file once', () => {
    const fine = itemOf('.claude/agents/reviewer.md');
    const broken = itemOf('.opencode/agent/painter.md', stopped);
    const rows = agentRows([fine, broken, fine]);
    assert.deepEqual(
      rows.map(({ uri }) => uri),
      [broken.uri, fine.uri],
    );
    assert.match(rows[0]?.description ?? '', /OpenCode: will not start/);
  });
});
