// What is shown of a conversion, as text and in a notification.
import assert from 'node:assert/strict';
import { accountOf, folderAccountOf, refusalOf } from '../../client/convert/account';
import type { ConvertAnswer, ConvertRow } from '../../server/protocol/protocol';

const rowOf = (change: ConvertRow['change'], part: string, line: number | null): ConvertRow => ({
  ...{ change, part, line },
  why: `${part} is ${change}.`,
});
const answerOf = (path: string, rows: readonly ConvertRow[], isRefused = false) => ({
  ...{
    kind: 'agent' as const,
    folder: null,
    fromName: 'Claude Code',
    hostName: 'OpenCode',
    uri: `file:///w/${path}`,
    path,
  },
  ...{ source: '', text: '', exists: false, choices: [], rows, isRefused },
});
const done: ConvertAnswer & { readonly source: string } = answerOf('done.md', [
  rowOf('same', 'name', 1),
  rowOf('lost', 'hooks', 4),
  rowOf('narrower', 'tools `x`', null),
]);
const refused = answerOf(
  'refused.md',
  [rowOf('lost', 'color', 2), ...[1, 2, 3].map((line) => rowOf('wider', `rule ${line}`, line))],
  true,
);

describe('the account of a conversion', () => {
  it('has a heading for each kind of change, the most important first', () => {
    assert.equal(
      accountOf(done),
      [
        ...['# Claude Code to OpenCode: done.md', ''],
        ...['## May do less', '', "- `tools 'x'`: tools `x` is narrower.", ''],
        ...['## Lost', '', '- `hooks` (line 5): hooks is lost.', ''],
        ...['## Same', '', '- `name` (line 2): name is same.', ''],
      ].join('\n'),
    );
  });

  it('of a folder has refused agents first, and nothing that stays the same', () => {
    assert.equal(
      folderAccountOf({ hostName: 'OpenCode', files: [done, refused] }, ['1 agent is refused.']),
      [
        ...['# 2 agents for OpenCode', '', '1 agent is refused.', ''],
        ...['## Claude Code to OpenCode: refused.md', ''],
        ...[refusalOf(refused), '', '- `color` (line 3): color is lost.'],
        ...[1, 2, 3].map((n) => `- \`rule ${n}\` (line ${n + 1}): rule ${n} is wider.`),
        ...['', '## Claude Code to OpenCode: done.md', ''],
        ...['- `hooks` (line 5): hooks is lost.', "- `tools 'x'`: tools `x` is narrower.", ''],
      ].join('\n'),
    );
    assert.match(folderAccountOf({ hostName: 'OpenCode', files: [done] }, []), /^# 1 agent for/);
  });

  it('in a notification names two reasons of the most important kind', () => {
    assert.equal(
      refusalOf(refused),
      'Not converted to OpenCode. "rule 1": rule 1 is wider. "rule 2": rule 2 is wider.',
    );
    assert.equal(refusalOf(done), 'Not converted to OpenCode. "hooks": hooks is lost.');
  });
});
