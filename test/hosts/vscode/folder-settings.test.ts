// `chat.agentFilesLocations`, compared with recorded results of VS Code and case by case.
import assert from 'node:assert/strict';
import type { PlaceContext } from '../../../server/hosts/catalog/places';
import { memoryFileSystem } from '../../../server/world/memory';
import { placesOf } from '../../support/catalog';
import recorded from './agent-folders.data.json';

const settingsFile = '/w/.vscode/settings.json';

function withSetting(locations: unknown): PlaceContext {
  const text = `{ // folders\n "chat.agentFilesLocations": ${JSON.stringify(locations)}, }`;
  const { has, read } = memoryFileSystem({ [settingsFile]: text }, '/w');
  return { has, read, home: '/home/me' };
}

/** Each host that reads the file, with the scope: `VS Code user`. */
const readers = (path: string, locations: unknown): readonly string[] =>
  placesOf(path, withSetting(locations)).map(
    ({ host, location }) => `${host.name} ${location.scope}`,
  );

const isRead = (path: string, locations: unknown): boolean =>
  readers(path, locations).some((reader) => reader.startsWith('VS Code'));

describe('agent folders in the settings of VS Code', () => {
  it('are the folders whose agents VS Code itself lists', () => {
    const open = { ...withSetting(recorded.settings), roots: () => ['/w'] };
    const read = Object.entries(recorded.files).flatMap(([path, name]) =>
      placesOf(path, open).some(({ host }) => host.id === 'vscode') ? [name] : [],
    );
    assert.deepEqual(read.sort(), recorded.available);
  });

  it('can be below the workspace folder, above it, or in the home folder', () => {
    assert.deepEqual(readers('/w/my/agents/a.agent.md', { 'my/agents': true }), [
      'VS Code project',
    ]);
    assert.deepEqual(readers('/w/my/agents/a.agent.md', { './my/agents/': 'true' }), [
      'VS Code project',
    ]);
    assert.deepEqual(readers('/w/a.agent.md', { '.': true }), ['VS Code project']);
    assert.deepEqual(readers('/home/me/mine/a.agent.md', { '~/mine': true }), []);
    const open = { ...withSetting({ '~/mine': true, '../shared': true }), roots: () => ['/w'] };
    const at = (path: string): readonly string[] =>
      placesOf(path, open).map(({ host, location }) => `${host.name} ${location.scope}`);
    assert.deepEqual(at('/home/me/mine/a.agent.md'), ['VS Code user']);
    assert.deepEqual(at('/shared/a.agent.md'), ['VS Code project']);
  });

  it('contain agents by file extension and without subfolders', () => {
    const on = { 'my/agents': true };
    assert.ok(isRead('/w/my/agents/a.chatmode.md', on));
    assert.ok(!isRead('/w/my/agents/a.md', on));
    assert.ok(!isRead('/w/my/agents/team/a.agent.md', on));
    assert.ok(!isRead('/w/other/a.agent.md', on));
    assert.ok(isRead('/w/my/a.agent.md', { 'my/a.agent.md': true }));
  });

  it('are paths, not globs', () => {
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

  it('can disable a folder of VS Code for VS Code only', () => {
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

  it('use the dialect of the folder', () => {
    const [place] = placesOf('/w/x/.claude/agents/a.agent.md', {
      ...withSetting({ 'x/.claude/agents': true, '.claude/agents': false }),
    }).filter(({ host }) => host.id === 'vscode');
    assert.equal(place?.location.dialect, 'claude');
  });

  it('come from the editor if it provides them, because it knows the user settings', () => {
    const fromFile = { ...withSetting({ 'my/agents': true }), roots: () => ['/w'] };
    const setting = { 'your/agents': true };
    const fromEditor = { ...fromFile, setting: () => setting };
    assert.equal(placesOf('/w/your/agents/a.agent.md', fromEditor).length, 1);
    assert.equal(placesOf('/w/my/agents/a.agent.md', fromEditor).length, 0);
    assert.equal(
      placesOf('/w/my/agents/a.agent.md', { ...fromFile, setting: () => undefined }).length,
      1,
    );
  });
});
