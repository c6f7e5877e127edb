// What a run against another version proposes for the declaration.
import assert from 'node:assert/strict';
import { hosts } from '../support/catalog';
import { proposalFor } from './proposal';
import { versionRunsOf } from './versions';

const hostOf = (id: string) => {
  const host = hosts.find((one) => one.id === id);
  assert.ok(host);
  return host;
};
const changesOf = (id: string, version: string) => {
  const run = versionRunsOf(id).find((one) => one.version === version);
  assert.ok(run);
  return run.changes;
};

/** As the host was before the version was declared. */
const undeclared = (id: string) => {
  const { dialects, olderVersions: _, ...host } = hostOf(id);
  const before = Object.entries(dialects).map(([name, dialect]) => {
    const { tools, models } = dialect;
    return [
      name,
      {
        ...dialect,
        tools: { ...tools, tools: tools.tools.map(({ since: __, ...tool }) => tool) },
        models: { ...models, models: models.models.map(({ formerly: __, ...one }) => one) },
      },
    ] as const;
  });
  return { ...host, dialects: Object.fromEntries(before) };
};

describe('the proposal for a version', () => {
  it('names for an older version the file, the entry and the line of each difference', () => {
    assert.deepEqual(proposalFor(undeclared('kilo'), '7.7.2', changesOf('kilo', '7.7.2')), [
      'The declaration should have:',
      '  server/hosts/kilo/host.ts',
      "    olderVersions: ['7.7.2'],",
      '  server/hosts/kilo/tools.ts',
      ...['cron_create', 'cron_delete', 'cron_list', 'goal', 'link_pr'].map(
        (tool) => `    in the entry of "${tool}": since: '7.7.9',`,
      ),
    ]);
  });

  it('names what an alias stood for, and lists what has no form', () => {
    const changes = changesOf('claude-code', '2.1.306');
    assert.deepEqual(proposalFor(undeclared('claude-code'), '2.1.306', changes), [
      'The declaration should have:',
      '  server/hosts/claude-code/host.ts',
      "    olderVersions: ['2.1.306'],",
      '  server/hosts/claude-code/fields.ts',
      `    in the entry of "observeToolResults": since: '2.1.328',`,
      '  server/hosts/claude-code/models.ts',
      `    for the alias "best", formerly: { until: '2.1.306', standsFor: 'claude-fable-5-1' },`,
      `    for the alias "fable", formerly: { until: '2.1.306', standsFor: 'claude-fable-5-1' },`,
      '  server/hosts/claude-code/tools.ts',
      `    in the entry of "Monitor": since: '2.1.328',`,
      'No form of a declaration fits these; see their cases:',
      '  field name in project, other values: reported is name, not (none) (names: A6)',
      '  field name in project: reported is name, not (none) (names: A7)',
      '  tool Monitor: starts is no, not yes (gg: g8)',
    ]);
  });

  it('proposes nothing that the declaration has already', () => {
    assert.deepEqual(proposalFor(hostOf('kilo'), '7.7.2', changesOf('kilo', '7.7.2')), []);
  });

  it('proposes for a newer version the tool that appeared and the one that is gone', () => {
    const changes = [
      { what: 'tool review is given', tool: 'review', shownBy: 'declared: tool read' },
      { what: 'tool goal is not given', tool: 'goal', shownBy: 'declared: tool read' },
      { what: 'field mode: mode is all, not primary', field: 'mode', shownBy: 'limits: mode' },
    ];
    assert.deepEqual(proposalFor(hostOf('kilo'), '7.9.0', changes), [
      'The declaration should have:',
      '  server/hosts/kilo/tools.ts',
      "    a tool: { name: 'review', since: '7.9.0', does: 'other', means: '' },",
      "    in place of the tool: a former tool { name: 'goal', now: [], mapped: false },",
      'No form of a declaration fits these; see their cases:',
      '  field mode: mode is all, not primary (limits: mode)',
    ]);
  });
});
