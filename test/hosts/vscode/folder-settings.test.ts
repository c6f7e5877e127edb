// `chat.agentFilesLocations`, against a recorded answer of VS Code and case by case.
import assert from 'node:assert/strict';
import { placesOf, type Surroundings } from '../../../server/hosts/places';
import { memoryWorld } from '../../../server/world/memory';
import recorded from './agent-folders.data.json';

const settingsFile = '/w/.vscode/settings.json';

function around(locations: unknown): Surroundings {
  const text = `{ // folders\n "chat.agentFilesLocations": ${JSON.stringify(locations)}, }`;
  const { has, read } = memoryWorld({ [settingsFile]: text }, '/w');
  return { has, read, home: '/home/me' };
}

/** `VS Code user` for each host that reads the file, with the scope. */
const readers = (path: string, locations: unknown): readonly string[] =>
  placesOf(path, around(locations)).map(({ host, location }) => `${host.name} ${location.scope}`);

const isRead = (path: string, locations: unknown): boolean =>
  readers(path, locations).some((reader) => reader.startsWith('VS Code'));

describe('folders of agents in the settings of VS Code', () => {
  it('are those of which VS Code itself lists the agents', () => {
    const open = { ...around(recorded.settings), roots: () => ['/w'] };
    const read = Object.entries(recorded.files).flatMap(([path, name]) =>
      placesOf(path, open).some(({ host }) => host.id === 'vscode') ? [name] : [],
    );
    assert.deepEqual(read.sort(), recorded.available);
  });

  it('are added below the workspace folder, above it, and in the home of the user', () => {
    assert.deepEqual(readers('/w/my/agents/a.agent.md', { 'my/agents': true }), [
      'VS Code project',
    ]);
    assert.deepEqual(readers('/w/my/agents/a.agent.md', { './my/agents/': 'true' }), [
      'VS Code project',
    ]);
    assert.deepEqual(readers('/w/a.agent.md', { '.': true }), ['VS Code project']);
    assert.deepEqual(readers('/home/me/mine/a.agent.md', { '~/mine': true }), []);
    const open = { ...around({ '~/mine': true, '../shared': true }), roots: () => ['/w'] };
    const at = (path: string): readonly string[] =>
      placesOf(path, open).map(({ host, location }) => `${host.name} ${location.scope}`);
    assert.deepEqual(at('/home/me/mine/a.agent.md'), ['VS Code user']);
    assert.deepEqual(at('/shared/a.agent.md'), ['VS Code project']);
  });

  it('hold agents by the ending of their names, and not in folders below', () => {
    const on = { 'my/agents': true };
    assert.ok(isRead('/w/my/agents/a.chatmode.md', on));
    assert.ok(!isRead('/w/my/agents/a.md', on));
    assert.ok(!isRead('/w/my/agents/team/a.agent.md', on));
    assert.ok(!isRead('/w/other/a.agent.md', on));
    assert.ok(isRead('/w/my/a.agent.md', { 'my/a.agent.md': true }));
  });

  it('are paths, and no globs', () => {
    for (const path of [
      'my/*',
      'my/**',
      '{my,our}/agents',
      '/w/my/agents',
      'my\\agents',
      '~me',
      ' ',
    ])
      assert.ok(!isRead('/w/my/agents/a.agent.md', { [path]: true }), path);
    for (const value of [false, 'false', 1, null, {}])
      assert.ok(!isRead('/w/my/agents/a.agent.md', { 'my/agents': value }), String(value));
    for (const value of [true, ['my/agents'], 'my/agents', null])
      assert.ok(!isRead('/w/my/agents/a.agent.md', value), String(value));
  });

  it('disable a folder of its own, for VS Code alone', () => {
    assert.deepEqual(readers('/w/.claude/agents/a.md', { '.claude/agents': false }), [
      'Claude Code project',
      'Copilot CLI project',
    ]);
    assert.deepEqual(readers('/w/.github/agents/a.md', { '.github/agents': false }), [
      'Copilot CLI project',
    ]);
    assert.ok(isRead('/w/.github/agents/a.md', { '.github/agents/': false }));
    assert.ok(isRead('/w/.github/agents/a.md', { 'my/agents': true }));
  });

  it('setLocalization the dialect of the folder', () => {
    const [place] = placesOf('/w/x/.claude/agents/a.agent.md', {
      ...around({ 'x/.claude/agents': true, '.claude/agents': false }),
    }).filter(({ host }) => host.id === 'vscode');
    assert.equal(place?.location.dialect, 'claude');
  });

  it('come as the editor has them, which knows those of the user', () => {
    const told = { ...around({ 'my/agents': true }), roots: () => ['/w'] };
    const answer = { 'your/agents': true };
    const known = { ...told, setting: () => answer };
    assert.equal(placesOf('/w/your/agents/a.agent.md', known).length, 1);
    assert.equal(placesOf('/w/my/agents/a.agent.md', known).length, 0);
    assert.equal(
      placesOf('/w/my/agents/a.agent.md', { ...told, setting: () => undefined }).length,
      1,
    );
  });
});
