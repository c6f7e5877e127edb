// Asks a running VS Code what it loads of each folder in the file that DOSSIER_FOLDERS names, one after the other as a local plugin, and
// writes the answers into the file that DOSSIER_PLUGGED names. No sign-in is needed.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Plugged } from '../../conformance/oracles/plugins/vscode';
import { until } from '../harness/until.mjs';

/** The part of the proposed API "chatPromptFiles" that lists what VS Code has. */
interface Chat {
  readonly getPlugins: List<{ readonly uri: vscode.Uri }>;
  readonly getCustomAgents: List<Entry>;
  readonly getSkills: List<Entry>;
  readonly getSlashCommands: List<Entry>;
  readonly getHooks: List<{ readonly uri: vscode.Uri }>;
}

type List<T> = (token: vscode.CancellationToken) => Promise<readonly T[]>;

interface Entry {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly description?: string;
}

const chat = vscode.chat as unknown as Chat;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

async function now(servers: () => readonly string[]): Promise<Plugged> {
  const { token } = new vscode.CancellationTokenSource();
  const entries = (all: readonly Entry[]): Plugged['agents'] =>
    all.map(({ uri, name, description = '' }) => ({ file: uri.path, name, description }));
  return {
    plugins: (await chat.getPlugins(token)).map(({ uri }) => uri.path),
    agents: entries(await chat.getCustomAgents(token)),
    skills: entries(await chat.getSkills(token)),
    commands: entries(await chat.getSlashCommands(token)),
    hooks: (await chat.getHooks(token)).map(({ uri }) => uri.path),
    servers: servers(),
  };
}

/** A plugin that is added next to each, and shows when the window has read both. */
function marker(root: string, name: string): string {
  const folder = path.join(root, name);
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  put('.claude-plugin/plugin.json', JSON.stringify({ name }));
  put(`skills/${name}/SKILL.md`, `---\nname: ${name}\ndescription: d\n---\n\nDo it.\n`);
  put(`agents/${name}.md`, `---\nname: ${name}\ndescription: d\n---\n\nDo it.\n`);
  put('.mcp.json', JSON.stringify({ mcpServers: { [name]: { command: 'true' } } }));
  return folder;
}

const hasRead = ({ agents, commands, servers }: Plugged, name: string): boolean =>
  servers.includes(name) &&
  agents.some((one) => one.name === name) &&
  commands.some((one) => one.name.includes(name)) &&
  // Those of the marker before are gone.
  servers.filter((one) => one.startsWith('marker-')).length === 1 &&
  agents.filter((one) => one.name.startsWith('marker-')).length === 1;

describe('a running VS Code', () => {
  it('lists what it loads of plugins', async function () {
    this.timeout(0);
    const { DOSSIER_FOLDERS: from, DOSSIER_PLUGGED: out } = process.env;
    assert.ok(from !== undefined && out !== undefined, 'the names of both files');
    const folders = JSON.parse(readFileSync(from, 'utf8')) as readonly string[];
    const extension = vscode.extensions.getExtension<{ servers: () => readonly string[] }>(
      'test.plugged',
    );
    assert.ok(extension, 'the extension with the proposed API');
    const { servers } = await extension.activate();
    const markers = path.join(path.dirname(out), 'markers');
    const answers: Plugged[] = [];
    for (const [index, folder] of folders.entries()) {
      const name = `marker-${index}`;
      const locations = { [folder]: true, [marker(markers, name)]: true };
      await vscode.workspace
        .getConfiguration('chat')
        .update('pluginLocations', locations, vscode.ConfigurationTarget.Global);
      await until(`plugin ${index}`, async () => hasRead(await now(servers), name), {
        ms: 20_000,
        step: 50,
      });
      let last = await now(servers);
      // Parts of one plugin are read one after the other.
      for (let same = 0; same < 2; ) {
        await pause(100);
        const next = await now(servers);
        same = JSON.stringify(next) === JSON.stringify(last) ? same + 1 : 0;
        last = next;
      }
      answers.push(last);
      writeFileSync(out, JSON.stringify(answers));
    }
  });
});
