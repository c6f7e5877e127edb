// Where a program differs from the standard that a plugin declares, the table of the plugin states both.
import assert from 'node:assert/strict';
import type { Host } from '../../server/hosts/model/host';
import { pluginTable } from '../../server/workspace/plugins/plugin-table';
import { caseFilesOf } from '../conformance/cases';
import { folderOf } from '../conformance/plugin-folders';
import { isPlugin } from '../conformance/question';
import { catalog } from '../support/catalog';
import { words } from '../support/words';

const standard =
  '{"$schema":"https://agent-plugins.org/schemas/1.0.0/plugin.schema.json","name":"pp"}';
const declared = '"$schema":"https://agent-plugins.org/schemas/1.0.0/mcp.schema.json"';
const readers = ['codex', 'copilot-cli'] as const;

const hostNamed = (id: string): Host => {
  const host = catalog.hostById(id);
  assert.ok(host, id);
  return host;
};

function deviationsIn(files: Readonly<Record<string, string>>): readonly string[] {
  const paths = Object.keys(files);
  const folder = { name: 'plug', paths, read: (path: string) => files[path] ?? null };
  const hosts = ['claude-code', ...readers].map(hostNamed);
  return pluginTable(hosts, folder).rows.flatMap(({ part, cells }) =>
    cells.flatMap(({ deviation }) =>
      deviation ? [`${part.server ?? part.file}: ${words(deviation)}`] : [],
    ),
  );
}

const servers = (written: string): string => `{${declared},"mcpServers":{${written}}}`;
const right = '"right":{"type":"stdio","command":"node"}';

describe('statements of the standard', () => {
  it('follow what the program does where the two differ', () => {
    assert.deepEqual(
      deviationsIn({
        'plugin.json': standard,
        'skills/greet/SKILL.md': '---\nname: hello\ndescription: d\n---\n',
        'mcp.json': servers(`${right},"wrong":{"type":"stdio","command":"/bin/x"}`),
      }),
      [
        'skills/greet/SKILL.md: Codex loads it. Section 7.1 of Agent Plugins 1.0.0 requires that it is skipped.',
        'skills/greet/SKILL.md: Copilot CLI loads it. Section 7.1 of Agent Plugins 1.0.0 requires that it is skipped.',
        'wrong: Copilot CLI loads it. Section 7.2.2 of Agent Plugins 1.0.0 requires that it is skipped.',
      ],
    );
    assert.deepEqual(
      deviationsIn({
        'plugin.json': standard,
        'mcp.json': servers(`${right},"wrong":{"type":"sse","url":"x"}`),
      }),
      [
        'right: Copilot CLI does not load it. Section 7.2.2 of Agent Plugins 1.0.0 requires that it is loaded.',
      ],
    );
  });

  it('are not where programs do the same or are free, and not in other plugins', () => {
    const skill = { 'skills/greet/SKILL.md': '---\nname: greet\ndescription: d\n---\n' };
    const events = '"events":{"type":"sse","url":"https://example.com/mcp"}';
    const same = { ...skill, 'mcp.json': servers(`${right},${events}`) };
    assert.deepEqual(deviationsIn({ 'plugin.json': standard, ...same }), []);
    const other = { 'skills/greet/SKILL.md': '---\nname: hello\ndescription: d\n---\n' };
    for (const manifest of ['{"name":"pp"}', standard.replace('1.0.0', '1.1.0')])
      assert.deepEqual(deviationsIn({ 'plugin.json': manifest, ...other }), [], manifest);
  });

  for (const id of readers)
    it(`are stated of ${id} only as it was recorded`, () => {
      const kinds = new Set<string>();
      for (const { cases } of caseFilesOf(id).values())
        for (const one of cases.filter(isPlugin)) {
          const listed = (fact: string): readonly string[] =>
            (one.facts[fact] ?? '').split(', ').map((name) => name.replaceAll(/^"|"$/g, ''));
          for (const { part, cells } of pluginTable([hostNamed(id)], folderOf(one)).rows)
            for (const { deviation, isLoaded, name } of cells) {
              if (!deviation) continue;
              kinds.add(`${part.kind} ${isLoaded ? 'loaded' : 'not loaded'}`);
              const recorded = listed(part.kind === 'skill' ? 'skills' : 'servers');
              const isSimple = /^[\w:.-]+$/.test(name ?? part.server ?? '');
              if (isSimple)
                assert.equal(recorded.includes(name ?? part.server ?? ''), isLoaded, one.id);
            }
        }
      const expected = id === 'codex' ? [] : ['server loaded', 'server not loaded'];
      assert.deepEqual([...kinds].sort(), [...expected, 'skill loaded']);
    });
});
