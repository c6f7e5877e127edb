// What `dossier explain` prints of skills and commands.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const command = '.claude/commands/git/pr.md';
const files = {
  [command]:
    '---\ndescription: Opens a pull request.\nallowed-tools: Bash(git:*), Read\ndisallowed-tools: WebFetch\n---\nOpen it.\n',
  '.agents/skills/deploy/SKILL.md':
    '---\nname: ship\ndescription: Deploys.\ndisable-model-invocation: true\n---\nDeploy it.\n',
};

describe('dossier explain, of skills and commands', () => {
  it('prints who calls it, what the model reads, and what it allows and denies', () => {
    const { out } = running(files, ['explain', command]);
    assert.match(out, /as git:pr · called by users, model \(asks first\)/);
    assert.match(out, /listed as: Opens a pull request\./);
    assert.match(out, /allows without asking: Bash\(git:\*\), Read/);
    assert.match(out, /denies: WebFetch/);
  });

  it('has the kind and the skill in the place of the persona, as JSON', () => {
    const { json } = running(files, ['explain', command, '--format', 'json']);
    const [file] = (json as { files: { verdicts: Record<string, unknown>[] }[] }).files;
    const [verdict] = file?.verdicts ?? [];
    assert.equal(verdict?.['kind'], 'command');
    assert.deepEqual(verdict?.['persona'], {
      id: 'git:pr',
      name: 'git:pr',
      description: 'Opens a pull request.',
      listed: 'Opens a pull request.',
      userInvocable: true,
      modelInvocable: true,
      asksFirst: true,
      grants: ['Bash(git:*)', 'Read'],
      denies: ['WebFetch'],
      promptLength: 8,
    });
    assert.ok(!('skill' in (verdict ?? {})));
  });

  it('lists nothing to the model where the author closed it, in each program', () => {
    const { json } = running(files, [
      'explain',
      '.agents/skills/deploy/SKILL.md',
      '--format',
      'json',
    ]);
    const [file] = (
      json as { files: { verdicts: { host: string; persona: { listed: string | null } }[] }[] }
    ).files;
    assert.deepEqual(
      file?.verdicts.slice(0, 4).map(({ host, persona }) => [host, persona.listed]),
      [
        ['codex', 'Deploys.'],
        ['copilot-cli', null],
        ['gemini-cli', 'Deploys.'],
        ['opencode', 'Deploys.'],
      ],
    );
  });
});
