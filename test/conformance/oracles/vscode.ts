// VS Code answers by its own code, cut out of the program that comes with code-server. The tools that this code compares names with
// are those that a running VS Code has registered.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settingKeys } from '../../../server/hosts/vscode/folder-settings';
import { recordedOnly } from '../../../server/hosts/vscode/tools';
import type { Oracle } from '../oracle';
import { answerFacts } from './vscode/answer';
import { declared } from './vscode/declared';
import { loadProgram, type Tables } from './vscode/program';
import { type Registered, registeredNames, undeclaredIn } from './vscode/registered';

export const vscode: Oracle = {
  host: 'vscode',
  answers: {
    part: 'reader',
    how: 'Its parser, agent builder and validator. The tools and settings that the validator gets are those that a running VS Code has registered, and those that its built-in extensions contribute. A window lists the skills and what it loads of plugins, and its request to the model shows which skills a model reads.',
    license: 'MIT (code-server)',
  },
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
    const about = path.join(folder, 'node_modules/code-server/lib/vscode/package.json');
    const { version } = JSON.parse(readFileSync(about, 'utf8')) as { version: string };
    const registered = askWindow();
    const isSame = registered.version === version;
    const names = isSame
      ? [...new Set([...registeredNames(registered), ...recordedOnly])]
      : tables.names;
    const program = await loadProgram(folder, { ...tables, names });
    return {
      version,
      undeclared: isSame
        ? undeclaredIn(registered, declared)
        : [`The windows run ${registered.version}: ${version} is asked with our tools.`],
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
              // The editor removes a byte order mark before it checks the text.
              messages: text.startsWith('\uFEFF')
                ? undefined
                : markers.map(({ message }) => message),
            });
          }),
        ),
      close: async () => {},
    };
  },
};

/** Starts the VS Code of the window tests. */
function askWindow(): Registered {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-vscode-'));
  try {
    const out = path.join(folder, 'registered.json');
    const script = path.resolve('test/editor/registered/ask.mjs');
    const { status } = spawnSync(process.execPath, [script, out, ...settingKeys], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error('VS Code did not list what it has registered');
    return JSON.parse(readFileSync(out, 'utf8')) as Registered;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isAgentFile = (file: string): boolean =>
  /\.(?:agent|chatmode)\.md$/.test(file) ||
  /(?:^|\/)(?:\.github|\.claude|\.copilot)\/agents\/(?!README\.md$)[^/]+\.md$/.test(file);
