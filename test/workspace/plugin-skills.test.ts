// Skills and commands of plugins under their two names, `greet` and `tools:greet`: in the graph, in findings, and in a rename.
import assert from 'node:assert/strict';
import { definition } from '../../server/features/navigation';
import { applyEdits } from '../../server/text/edit';
import { english } from '../../server/text/translate';
import type { Drawing } from '../../server/workspace/graph-drawing';
import { running } from '../support/running';
import { Workspace } from './renaming/workspace';

/**
 * What Claude Code 2.1.328 gave the model of an agent with these skills, of a plugin `pp` or of the project, where the plugin has a
 * skill in the folder `folder` that is named `stated`, and a command `cc`.
 */
const preloaded: Readonly<Record<string, 'skill' | 'command' | null>> = {
  folder: 'skill',
  'pp:folder': 'skill',
  stated: 'skill',
  'pp:stated': 'skill',
  cc: 'command',
  'pp:cc': 'command',
  Folder: null,
  nothing: null,
};

const plugin: Readonly<Record<string, string>> = {
  'plug/.claude-plugin/plugin.json': '{ "name": "pp" }',
  'plug/skills/folder/SKILL.md': '---\nname: stated\ndescription: Greets.\n---\n\nGreet.\n',
  'plug/commands/cc.md': '---\ndescription: Runs.\n---\n\nRun.\n',
};
const files = { skill: 'plug/skills/folder/SKILL.md', command: 'plug/commands/cc.md' };

const agentWith = (skills: string): string =>
  `---\nname: lead\ndescription: Leads.\nskills: [${skills}]\n---\n\nYou lead.\n`;

const drawn = (at: string, skills: string): Drawing =>
  running({ ...plugin, [at]: agentWith(skills) }, ['graph', '--format', 'json']).json as Drawing;

describe('skills of a plugin', () => {
  for (const at of ['plug/agents/lead.md', '.claude/agents/lead.md'])
    it(`are linked under the names by which ${at} gets them`, () => {
      for (const [name, loaded] of Object.entries(preloaded)) {
        const { links } = drawn(at, name);
        const loads = links.filter(({ how }) => how === 'loads').map(({ to }) => to);
        assert.deepEqual(loads, loaded ? [files[loaded]] : [], name);
      }
    });

  it('have their full name in the graph', () => {
    for (const skills of ['folder', '"pp:folder"', 'folder, "pp:folder"'])
      assert.deepEqual(drawn('.claude/agents/lead.md', skills).skills, [
        { file: files.skill, name: 'pp:folder' },
      ]);
    const { out } = running({ ...plugin, '.claude/agents/lead.md': agentWith('cc') }, ['graph']);
    assert.match(out, /\(\["pp:cc"\]\)/);
  });

  it('begin with the name of the folder where the manifest has none', () => {
    const named = { ...plugin, 'plug/.claude-plugin/plugin.json': '{}' };
    const all = { ...named, '.claude/agents/lead.md': agentWith('"plug:cc"') };
    const { links } = running(all, ['graph', '--format', 'json']).json as Drawing;
    assert.deepEqual(
      links.map(({ to }) => to),
      [files.command],
    );
  });

  it('are suggested by their full names', () => {
    const all = { ...plugin, 'plug/agents/lead.md': agentWith('"pp:floder"') };
    const { out } = running(all, ['check', '--notes']);
    assert.match(out, /No skill named "pp:floder" was found\. .* Did you mean "pp:folder"\?/);
  });
});

describe('a skill of a plugin in the editor', () => {
  const at = '/w/.claude/agents/lead.md';
  const texts: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(plugin).map(([path, text]) => [`/w/${path}`, text])),
    '/w/plug/skills/folder/SKILL.md': '---\nname: folder\ndescription: Greets.\n---\n\nGreet.\n',
    '/w/plug/agents/own.md': agentWith('folder').replace('lead', 'own'),
    [at]: agentWith('"pp:folder"'),
  };
  const workspace = () => new Workspace(new Map(Object.entries(texts)));
  const caret = (texts[at] ?? '').indexOf('pp:folder') + 4;

  it('is the definition of its full name', () => {
    const all = workspace();
    const found = definition(all.view(at, texts[at] ?? ''), caret, all.index);
    assert.deepEqual(
      new Set(found.map(({ path }) => path)),
      new Set(['/w/plug/skills/folder/SKILL.md']),
    );
  });

  it('is renamed under both names', () => {
    for (const typed of ['pp:hello', 'hello']) {
      const done = workspace().rename(at, caret, typed);
      assert.ok(!('refused' in done), 'refused' in done ? english(done.refused) : '');
      const now = (path: string): string =>
        applyEdits(texts[path] ?? '', done.edits.get(path) ?? []);
      assert.match(now(at), /skills: \["pp:hello"\]/);
      assert.match(now('/w/plug/agents/own.md'), /skills: \[hello\]/);
      assert.deepEqual(done.moves, [{ from: '/w/plug/skills/folder', to: '/w/plug/skills/hello' }]);
    }
  });

  it('is renamed from its own file, under both names', () => {
    const own = '/w/plug/skills/folder/SKILL.md';
    const text = texts[own] ?? '';
    for (const caret of [text.indexOf('folder') + 2, text.indexOf('description')])
      for (const typed of ['pp:hello', 'hello']) {
        const done = workspace().rename(own, caret, typed);
        assert.ok(!('refused' in done), 'refused' in done ? english(done.refused) : '');
        const now = (path: string): string =>
          applyEdits(texts[path] ?? '', done.edits.get(path) ?? []);
        assert.match(now(own), /^name: hello$/m);
        assert.match(now(at), /skills: \["pp:hello"\]/);
        assert.match(now('/w/plug/agents/own.md'), /skills: \[hello\]/);
        assert.deepEqual(done.moves, [
          { from: '/w/plug/skills/folder', to: '/w/plug/skills/hello' },
        ]);
      }
  });
});
