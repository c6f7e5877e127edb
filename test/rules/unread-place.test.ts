// Files near a folder of agents, judged by where they lie.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { viewOf } from '../../server/features/view';
import { astray } from '../../server/hosts/astray';
import { loosePlace } from '../../server/hosts/loose';
import { defaultSettings } from '../../server/settings/settings';

const said = (path: string): readonly string[] =>
  astray(path).map(({ host, why }) => `${host.name}: ${why}`);

describe('a file that no host, or not every owner, reads', () => {
  it('lies too deep, or in a folder that is almost the right one', () => {
    assert.match(said('.github/agents/team/a.agent.md').join(), /^VS Code: it looks into .* Move/);
    assert.match(
      said('.claude/agent/a.md').join(),
      /^Claude Code: its agents lie in .claude\/agents/,
    );
    assert.match(
      said('app/.github/agent/a.md').join(),
      /VS Code: its agents lie in .github\/agents/,
    );
    assert.match(said('.github/chatmodes/a.chatmode.md').join(), /VS Code: chat modes have become/);
  });

  it('has an ending in capitals', () => {
    assert.match(said('.claude/agents/a.MD').join(), /Claude Code: its name must end in ".md"/);
  });

  it('is left alone elsewhere, nor where it is read or left to people', () => {
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
      assert.deepEqual(said(path), [], path);
  });

  it('belongs where the host reads it, and where every host still does that reads it now', () => {
    const to = (path: string): readonly (string | undefined)[] =>
      astray(path).map(({ belongs }) => belongs(path));
    for (const [path, where] of [
      ['.github/agents/team/a.agent.md', '.github/agents/a.agent.md'],
      ['/w/app/.github/agents/x/y/a.md', '/w/app/.github/agents/a.md'],
      ['.claude/agent/team/a.md', '.claude/agents/team/a.md'],
      ['.claude/agents/a.MD', '.claude/agents/a.md'],
      ['app/.github/chatmodes/a.chatmode.md', 'app/.github/agents/a.agent.md'],
    ] as const)
      assert.deepEqual(to(path).slice(0, 1), [where], path);
  });

  it('is told of when it is named', () => {
    const text = '---\nname: a\ndescription: d\n---\nYou review.\n';
    const path = '.claude/agent/a.md';
    const place = loosePlace(outlineOf(text), path);
    assert.ok(place);
    const findings = viewOf({ path, text, places: [place], settings: defaultSettings }).findings();
    assert.deepEqual(
      findings.map(({ rule, severity }) => `${severity} ${rule}`),
      ['warning unread-place'],
    );
  });
});
