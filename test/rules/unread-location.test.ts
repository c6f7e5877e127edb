// Files in and near a folder of agents that a host does not read.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { diagnose } from '../../server/features/diagnostics';
import { viewOf } from '../../server/features/view/view';
import { formerPlace, guessPlace } from '../../server/hosts/catalog/guess-place';
import { misplacements } from '../../server/hosts/catalog/misplaced';
import { defaultSettings } from '../../server/settings/settings';
import { catalog } from '../support/catalog';
import { reportedBy } from '../support/reporting';
import { running } from '../support/running';
import { words } from '../support/words';

const messagesFor = (path: string): readonly string[] =>
  misplacements(catalog, path).map(({ host, why }) => words(why, host.name));

describe('a file that not every owner of its folder reads', () => {
  it('is too deep or in a similarly named folder', () => {
    assert.match(
      messagesFor('.github/agents/team/a.agent.md').join(),
      /^VS Code reads only files directly in "\.github\/agents"\. Move/,
    );
    assert.match(
      messagesFor('.claude/agent/a.md').join(),
      /^Claude Code reads its agents from "\.claude\/agents"\./,
    );
    assert.match(
      messagesFor('app/.github/agent/a.md').join(),
      /VS Code reads its agents from "\.github\/agents"\./,
    );
    assert.match(
      messagesFor('.github/chatmodes/a.chatmode.md').join(),
      /^VS Code no longer reads chat modes\./,
    );
  });

  it('has an ending in uppercase', () => {
    assert.match(
      messagesFor('.claude/agents/a.MD').join(),
      /^Claude Code reads only file names that end with "\.md" in lowercase\./,
    );
  });

  it('is not reported elsewhere, or if it is read or is documentation', () => {
    for (const path of [
      '.claude/agents/a.md',
      '.claude/agents/team/a.md',
      '.opencode/agent/a.md',
      '.opencode/agents/team/a.md',
      '.github/agents/README.md',
      '.github/agents/a.agent.md',
      '.claude/commands/a.md',
      '.claude/agents/notes.txt',
      'docs/agents/a.md',
    ])
      assert.deepEqual(messagesFor(path), [], path);
  });

  it('is to be moved to where the host and all its present hosts read it', () => {
    const to = (path: string): readonly (string | undefined)[] =>
      misplacements(catalog, path).map(({ belongs }) => belongs(path));
    for (const [path, where] of [
      ['.github/agents/team/a.agent.md', '.github/agents/a.agent.md'],
      ['/w/app/.github/agents/x/y/a.md', '/w/app/.github/agents/a.md'],
      ['.claude/agent/team/a.md', '.claude/agents/team/a.md'],
      ['.claude/agents/a.MD', '.claude/agents/a.md'],
      ['app/.github/chatmodes/a.chatmode.md', 'app/.github/agents/a.agent.md'],
    ] as const)
      assert.deepEqual(to(path).slice(0, 1), [where], path);
  });

  it('is reported if it is checked by its path', () => {
    const text = '---\nname: a\ndescription: d\n---\nYou review.\n';
    const path = '.claude/agent/a.md';
    const place = guessPlace(catalog, outlineOf(text), path);
    assert.ok(place);
    const findings = viewOf({
      catalog,
      path,
      text,
      places: [place],
      settings: defaultSettings,
    }).findings();
    assert.deepEqual(
      findings.map(({ rule, severity }) => `${severity} ${rule}`),
      ['warning unread-location'],
    );
  });

  it('is the only finding in a former folder, unless the editor reports it', () => {
    const files = {
      '.github/chatmodes/plan.chatmode.md': '---\ndescription: d\ntools: [nonsense]\n---\nPlan.\n',
    };
    const { out } = running(files, ['check']);
    assert.match(out, /VS Code no longer reads chat modes\. Move the file to \.github\/agents/);
    assert.match(out, /1 file, 0 errors, 1 warning/);
    assert.match(
      running(files, ['list']).out + running(files, ['list']).err,
      /no agent seen|0 agents/,
    );
    const [path = '', text = ''] = Object.entries(files)[0] ?? [];
    const place = formerPlace(catalog, path);
    assert.ok(place);
    const findingsCount = (languageId: string): number =>
      diagnose(
        viewOf({
          catalog,
          ...{ path, text, places: [place], settings: defaultSettings },
          builtin: catalog.editorSupportFor({ languageId, path, version: '1.139.1' }),
        }),
      ).length;
    assert.deepEqual([findingsCount('markdown'), findingsCount('chatagent')], [1, 0]);
  });

  it('is reported next to the manifest of a plugin, unless the manifest lists the file or it is a note', () => {
    const inside = 'p/.claude-plugin/agents/team/a.md';
    const text = '---\nname: a\ndescription: d\n---\nYou review.\n';
    const checked = (manifest: string, path: string, content: string): string =>
      running({ 'p/.claude-plugin/plugin.json': manifest, [path]: content }, ['check']).out;
    const found = checked('{ "name": "p" }', inside, text);
    assert.match(found, /Claude Code silently ignores agents in "\.claude-plugin"/);
    assert.match(found, /Move to p\/agents\/team\/a\.md/);
    assert.match(found, /2 files, 0 errors, 1 warning/);
    const listing = `{ "name": "p", "agents": ["./${inside.slice(2)}"] }`;
    assert.match(checked(listing, inside, text), /2 files, 0 errors, 0 warnings/);
    const note = 'p/.claude-plugin/agents/README.md';
    assert.doesNotMatch(checked('{ "name": "p" }', note, '# Notes\n'), /unread-location/);
  });

  const agent = '---\nname: a\ndescription: d\ntools: [read]\n---\nYou review.\n';
  const own = { '.github/agents/own.agent.md': agent };
  const settings = (locations: object): Readonly<Record<string, string>> => ({
    '.vscode/settings.json': JSON.stringify({ 'chat.agentFilesLocations': locations }),
  });
  /** What `check --loose` reports when this file is added to others that have no such finding. */
  const reported = (path: string, others: Readonly<Record<string, string>>): readonly string[] => {
    return reportedBy('unread-location', { ...others, [path]: agent }, '--loose');
  };

  it('is reported in another "agents" folder of a project with agents', () => {
    const move =
      'information No program reads agents from this folder. Move the file to .github/agents, or add its folder to "chat.agentFilesLocations" in VS Code.';
    assert.deepEqual(reported('packages/api/agents/a.agent.md', own), [move]);
    assert.deepEqual(reported('packages/api/agents/a.md', own), []);
    // Without one it may be a collection, as at the root and in folders of other names.
    assert.deepEqual(reported('packages/api/agents/a.agent.md', {}), []);
    for (const path of ['agents/a.agent.md', 'copilot/a.agent.md', 'a.agent.md'])
      assert.deepEqual(reported(path, own), [], path);
  });

  it('is not reported in a plugin, whichever manifest it has', () => {
    for (const manifest of [
      'plugin.json',
      '.plugin/plugin.json',
      '.github/plugin/plugin.json',
      '.claude-plugin/plugin.json',
    ])
      assert.deepEqual(
        reported('packages/api/agents/a.agent.md', {
          ...own,
          [`packages/api/${manifest}`]: '{"name": "api"}',
        }),
        [],
        manifest,
      );
  });

  it('is reported with the glob that should add its folder', () => {
    const path = 'docs/guide/agents/a.agent.md';
    assert.deepEqual(reported(path, settings({ 'docs/**/agents': true })), [
      'information VS Code does not read this file because it does not expand the glob "docs/**/agents" in "chat.agentFilesLocations". Add the path of the folder.',
    ]);
    assert.deepEqual(reported(path, settings({ './docs/*/agents/': true })).length, 1);
    assert.deepEqual(reported(path, settings({ 'docs/*': true })), []);
    assert.deepEqual(reported(path, settings({ 'docs/**/agents': false })), []);
    assert.deepEqual(reported(path, settings({ 'docs/guide/agents': true })), []);
  });
});
