// Agents in folders that the settings of VS Code add, on the command line.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const agent = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Works.\n${more}---\nYou work.\n`;

const files = {
  '.vscode/settings.json':
    '{ "chat.agentFilesLocations": { "my/agents": true, ".github/agents/team": true, ".github/agents": false } }',
  'my/agents/lead.agent.md': agent(
    'lead',
    'tools: [read, serach/codebase]\nhandoffs:\n  - label: Go\n    agent: helper\n    prompt: Go.\n',
  ),
  '.github/agents/team/helper.agent.md': agent('helper'),
  '.github/agents/plain.agent.md': agent('plain'),
};

describe('a folder that the settings of VS Code add', () => {
  it('is looked at, and its files are VS Code agents with all that belongs to them', () => {
    const { out } = running(files, ['check']);
    assert.match(out, /serach\/codebase.*Did you mean "search\/codebase"/);
    assert.doesNotMatch(out, /does not read this file/);
    const { agents } = running(files, ['list', '--format', 'json']).json as {
      agents: { id: string; host: string }[];
    };
    assert.deepEqual(agents.map(({ id, host }) => `${id} ${host}`).sort(), [
      'helper vscode',
      'lead vscode',
      'plain copilot-cli',
      'team--helper copilot-cli',
    ]);
    assert.match(running(files, ['graph']).out, /handoff/);
  });

  it('has the verdict of VS Code when one file is named', () => {
    const { json } = running(files, ['explain', 'my/agents/lead.agent.md', '--format', 'json']);
    const {
      files: [file],
    } = json as { files: { verdicts: { host: string }[] }[] };
    assert.deepEqual(
      file?.verdicts.map(({ host }) => host),
      ['vscode'],
    );
  });
});
