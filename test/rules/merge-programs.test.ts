// One row for the findings of several programs on one cause.
import assert from 'node:assert/strict';
import { diagnose } from '../../server/features/diagnostics';
import { onePerCause, rowsOf as rowsIn } from '../../server/rules/merge-programs';
import { fixing } from '../support/fixing';
import { type Opened, viewAt } from '../support/viewing';
import { words } from '../support/words';

const all: Opened = { settings: { guests: 'all' } };

const rowsOf = (text: string, opened: Opened = all): ReturnType<typeof onePerCause> => {
  const view = viewAt(text, opened);
  return onePerCause(diagnose(view), view.path);
};

/** `rule: severity, programs`, with the first program in front. */
const shown = (text: string, opened?: Opened): readonly string[] =>
  rowsOf(text, opened).map(
    ({ rule, severity, host, programs }) =>
      `${rule}: ${severity}, ${(programs ?? [host]).join(' ')}`,
  );

const unnamed = '---\nname: reviewer\n---\n\nReview.\n';

describe('rows of several programs', () => {
  it('are one for one cause, as severe as for the first, with what the others do', () => {
    assert.deepEqual(shown(unnamed), ['missing-field: error, claude-code copilot-cli']);
    const [row] = rowsOf(unnamed);
    assert.match(words(row?.message) ?? '', /Claude Code does not load the agent/);
    assert.deepEqual(
      row?.related?.map(({ message }) => words(message)),
      ['No "description". Copilot CLI rejects the whole agent. Add a description.'],
    );
    assert.deepEqual(
      row?.parts?.map(({ host }) => host),
      ['claude-code', 'copilot-cli'],
    );
  });

  it('are one each where a program misses two fields at the same place', () => {
    const rows = rowsOf('---\nmodel: opus\n---\n\nReview.\n', { settings: { guests: 'all' } });
    const names = rows
      .filter(({ rule }) => rule === 'missing-field')
      .map(({ message }) => /"\w+"/.exec(words(message))?.[0]);
    assert.deepEqual(names, [...new Set(names)]);
  });

  it('stay apart at different places, and where only one program reports', () => {
    const text =
      '---\nname: reviewer\ndescription: Reviews.\ntools: Read, Bahs, Glop\n---\n\nReview.\n';
    const rows = rowsOf(text).filter(({ rule }) => rule === 'unknown-tool');
    const starts = rows.map(({ span }) => span?.start);
    assert.deepEqual(starts, [...new Set(starts)]);
    assert.equal(shown(unnamed, {}).length, 1);
    assert.equal(rowsOf(unnamed, {})[0]?.programs, undefined);
  });

  it('have the fixes that are right for all of them, each once', () => {
    const tools = (list: string): string =>
      `---\nname: reviewer\ndescription: Reviews.\ntools: ${list}\n---\n\nReview.\n`;
    fixing(tools('Read, WebSea|rsh'), all)
      .offers('Replace with "WebSearch"', 'Remove "WebSearsh"')
      .taking('Replace with "WebSearch"')
      .gives(tools('Read, WebSearch'));
    assert.deepEqual(fixing('-|--\nname: reviewer\n---\n\nReview.\n', all).titles.slice(0, 1), [
      'Add "description" from the heading',
    ]);
  });

  it('are at each name where a program joins names', () => {
    const text =
      '---\nname: a\ndescription: d\ntools: Read, Bash(git log:*), Bash(ls:*)\n---\n\nWork.\n';
    const view = viewAt(text, all);
    const rows = rowsIn(diagnose(view), view.path).filter(({ rule }) => rule === 'malformed-tool');
    assert.deepEqual(
      rows.map(({ programs }) => programs),
      [
        ['copilot-cli', 'vscode'],
        ['copilot-cli', 'vscode'],
      ],
    );
    assert.ok(rows.every(({ also = [] }) => also.length === 0));
  });
});
