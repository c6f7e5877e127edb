import assert from 'node:assert/strict';
import { outcomeTable } from '../../server/features/hover/outcome-table';
import { lenses } from '../../server/features/lens';
import { linesOf } from '../../server/text/lines';
import { viewAt } from '../support/viewing';
import { inEnglish, words } from '../support/words';

const text = '---\nname: a\ndescription: d\ncolor: orange\ntemperature: 0.2\n---\nx\n';

describe('the outcomes side by side', () => {
  const lines = linesOf(text);
  const table = inEnglish(
    outcomeTable(viewAt(text, {}), (offset) => lines.positionAt(offset).line),
  );
  const cell = (host: string, key: string) => {
    const column = table.hosts.findIndex((one) => one.host === host);
    return table.rows.find((row) => row.key === key)?.cells[column];
  };

  it('has every host, those that read the file first', () => {
    assert.deepEqual(
      table.hosts.map(({ isRead }) => isRead),
      [...table.hosts].sort((a, b) => Number(b.isRead) - Number(a.isRead)).map((one) => one.isRead),
    );
    assert.equal(table.hosts[0]?.host, 'claude-code');
    assert.equal(table.hosts.find(({ host }) => host === 'opencode')?.outcome, 'stops-host');
  });

  it('agrees with the lens on the programs that read the file, and on their tools', () => {
    const view = viewAt('---\nname: reviewer\ndescription: d\ntools: Read, MultiEdit\n---\n\nx\n', {
      at: '.claude/agents/reviewer.md',
      editor: 'vscode',
    });
    const { hosts } = inEnglish(outcomeTable(view, () => 0));
    assert.deepEqual(
      hosts.slice(0, 4).map(({ hostName, isRead }) => [hostName, isRead]),
      [
        ['Claude Code', true],
        ['VS Code', true],
        ['Copilot CLI', true],
        // They read the folder too, but no lens shows them unless they are in use.
        ['Auggie', false],
      ],
    );
    assert.ok(hosts.some(({ hostName, isRead }) => hostName === 'Kilo' && !isRead));
    const titles = lenses(view, () => true).map(({ title }) => words(title));
    assert.deepEqual(
      titles.map((title) => title.split(':')[0]),
      hosts.slice(0, 3).map(({ hostName }) => hostName),
    );
    const tools = /\d of \d/;
    assert.deepEqual(
      titles.map((title) => tools.exec(title)?.[0]),
      hosts.slice(0, 3).map((host) => tools.exec(host.tools)?.[0]),
    );
  });

  it('has a row per field, with its line', () => {
    assert.deepEqual(
      table.rows.map(({ key, line }) => [key, line]),
      [
        ['name', 1],
        ['description', 2],
        ['color', 3],
        ['temperature', 4],
      ],
    );
  });

  it('shows what each host does with it', () => {
    assert.deepEqual(cell('claude-code', 'color'), {
      ...{ tone: 'good', word: 'used', label: '' },
    });
    assert.equal(cell('claude-code', 'temperature')?.word, 'ignored');
    assert.equal(cell('opencode', 'color')?.tone, 'bad');
    assert.match(cell('claude-code', 'temperature')?.label ?? '', /ignores it/);
    assert.equal(cell('opencode', 'temperature')?.tone, 'good');
  });
});
