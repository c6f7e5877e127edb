// VS Code answers by its own code, cut out of the program that comes with code-server.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Oracle } from '../oracle';
import { answerFacts } from './vscode/answer';
import { loadProgram, type Tables } from './vscode/program';

export const vscode: Oracle = {
  host: 'vscode',
  places: ['.github/agents/{name}.agent.md', '.claude/agents/{name}.md'],
  isGivenPlaces: true,
  packages: [
    { name: 'code-server', version: '4.139.1' },
    { name: 'acorn', version: '8.15.0' },
    { name: 'acorn-walk', version: '8.3.4' },
  ],
  start: async (folder) => {
    const tables = JSON.parse(
      readFileSync('server/hosts/vscode/tools.data.json', 'utf8'),
    ) as Tables;
    const program = await loadProgram(folder, tables);
    const about = path.join(folder, 'node_modules/code-server/lib/vscode/package.json');
    const { version } = JSON.parse(readFileSync(about, 'utf8')) as { version: string };
    return {
      version,
      ask: (questions) =>
        Promise.all(
          questions.map(async ({ path: file, text }) => {
            // The editor skips the other files without calling its code for agents.
            if (!isAgentFile(file)) return {};
            const where = file.startsWith('~/') ? `/home/${file.slice(2)}` : `/project/${file}`;
            const agent = program.agent(where, text);
            const markers = await program.markers(where, text);
            return answerFacts({
              name: agent.name,
              description: agent.description,
              model: agent.model,
              tools: agent.tools,
              promptLength: agent.agentInstructions.content.length,
              user: agent.visibility?.userInvocable,
              called: agent.visibility?.agentInvocable,
              messages: markers.map(({ message }) => message),
            });
          }),
        ),
      close: async () => {},
    };
  },
};

const isAgentFile = (file: string): boolean =>
  /\.(?:agent|chatmode)\.md$/.test(file) ||
  /(?:^|\/)(?:\.github|\.claude|\.copilot)\/agents\/(?!README\.md$)[^/]+\.md$/.test(file);
