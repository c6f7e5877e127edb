import assert from 'node:assert/strict';
import { outcomeTable } from '../../server/features/hover/outcome-table';
import { linesOf } from '../../server/text/lines';
import { viewAt } from '../support/viewing';

const text = '---\nname: a\ndescription: d\ncolor: orange\ntemperature: 0.2\n---\nx\n';

describe('the outcomes side by side', () => {
  const lines = linesOf(text);
  const table = outcomeTable(viewAt(text, {}), (offset) => lines.positionAt(offset).line);
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
