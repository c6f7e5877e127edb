// Skills that are files in the folder of skills, and workflows of Kilo, as an author meets them.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { misplacements } from '../../server/hosts/catalog/misplaced';
import { opencode2 } from '../../server/hosts/opencode-2/host';
import { catalog } from '../support/catalog';
import { diskFolder } from '../support/disk-folder';
import { reportedBy } from '../support/reporting';
import { running } from '../support/running';
import { viewAt } from '../support/viewing';

const described = '---\ndescription: Reviews changes.\n---\nReview.\n';
const note = '# Skills\n\nSee [the guide](guide.md).\n';
const generation2 = { 'opencode.json': '{"permissions": []}\n' };

const checked = (files: Readonly<Record<string, string>>): string => {
  const { code, out } = running(files, ['check', '--notes', '.']);
  return `${code}\n${out}`;
};

const listed = (files: Readonly<Record<string, string>>): readonly string[] => {
  const { out } = running(files, ['list', '--format', 'json', '.']);
  const { skills } = JSON.parse(out) as {
    readonly skills: readonly { readonly id: string; readonly host: string }[];
  };
  return skills.map(({ id, host }) => `${host} ${id}`);
};

describe('a skill without a folder of its own', () => {
  it('is named by its file', () => {
    const [verdict] = viewAt(described, { at: '.kimi-code/skills/x.agent.md' }).verdicts();
    assert.equal(verdict?.skill?.id, 'x.agent');
    assert.equal(verdict.skill.description, 'Reviews changes.');
  });

  it('is one of Kimi Code with its first line, and of OpenCode 2 without a description', () => {
    const [kimi] = viewAt('# Notes\n\nText.\n', { at: '.kimi-code/skills/notes.md' }).verdicts();
    assert.equal(kimi?.skill?.description, '# Notes');
    assert.equal(kimi.skill.modelInvocable, 'yes');
  });

  it('is listed, and nothing is reported on a page without fields', () => {
    const files = { '.kimi-code/skills/README.md': note, '.opencode/skills/README.md': note };
    assert.match(checked(files), /^0\n[\s\S]*0 errors, 0 warnings/);
    assert.deepEqual(listed(files), ['kimi README']);
    assert.match(checked({ ...files, ...generation2 }), /^0\n[\s\S]*0 errors, 0 warnings/);
    assert.deepEqual(listed({ ...files, ...generation2 }), ['kimi README', 'opencode@2 README']);
  });

  it('is misplaced only in the generation of OpenCode that does not read it', () => {
    const file = { '.opencode/skills/review.md': described };
    const moved =
      /OpenCode reads skills only in folders of their own\. Move the file to "review\/SKILL\.md"\./;
    assert.match(checked(file), moved);
    assert.doesNotMatch(checked({ ...file, ...generation2 }), /unread-location/);
    const set = { 'dossier.config.json': '{"versions": {"opencode": "2"}}\n' };
    assert.doesNotMatch(checked({ ...file, ...set }), /unread-location/);
    assert.deepEqual(misplacements(catalog, '.opencode/skills/review.md', [opencode2]), []);
  });

  it('is reported with its own name', () =>
    assert.deepEqual(
      reportedBy('unread-location', {
        '.claude/skills/a.md': described,
        '.claude/skills/b.md': described,
      }),
      ['a', 'b'].map(
        (name) =>
          `warning Claude Code reads skills only in folders of their own. Move the file to "${name}/SKILL.md".`,
      ),
    ));

  it('is converted alone, without the skills next to it', () => {
    const folder = diskFolder();
    const file = '.kimi-code/skills/review.md';
    folder.write(file, described);
    folder.write('.kimi-code/skills/deploy/SKILL.md', '---\nname: d\ndescription: d\n---\nB\n');
    try {
      const { code, out, err } = folder.run('convert', file, '--to', 'claude-code', '--write');
      assert.equal(code, 0, err);
      assert.match(out, /\.claude\/skills\/review\/SKILL\.md/);
      assert.deepEqual(readdirSync(folder.at('.claude/skills/review')), ['SKILL.md']);
    } finally {
      folder.remove();
    }
  });
});

describe('a workflow of Kilo', () => {
  const at = '.kilo/workflows/release.md';

  it('is a command with the first line below its heading', () => {
    const text = `# Release\n\n${'x'.repeat(250)}\n`;
    const [verdict] = viewAt(text, { at }).verdicts();
    assert.equal(verdict?.skill?.id, 'release');
    assert.equal(verdict.skill.description, 'x'.repeat(200));
    assert.equal(verdict.skill.modelInvocable, 'no');
    const [plain] = viewAt('Build it.\n', { at }).verdicts();
    assert.equal(plain?.skill?.description, 'Workflow: release');
  });

  it('has no fields: they are part of the text', () => {
    const text = '---\nagent: plan\n---\n# Release\n\nBuild it.\n';
    const [verdict] = viewAt(text, { at }).verdicts();
    assert.equal(verdict?.agent?.prompt.text, text.trim());
    assert.deepEqual(reportedBy('unknown-field', { [at]: text }), [
      'hint "agent" is a field in Claude Code, OpenCode and VS Code, not in Kilo. Kilo reads no fields of a workflow and sends them to the model.',
    ]);
    assert.match(checked({ '.kilo/workflows/README.md': note }), /^0\n[\s\S]*0 errors, 0 warnings/);
  });

  it('becomes a command of another program', () => {
    const { out } = running({ [at]: '# Release\n\nBuild it.\n' }, [
      ...['convert', at, '--to', 'claude-code', '--format', 'json'],
    ]);
    const { path, text } = JSON.parse(out) as { path: string; text: string };
    assert.match(path, /\.claude\/commands\/release\.md$/);
    assert.match(text, /^---\ndescription: Build it\.\n/);
  });
});
