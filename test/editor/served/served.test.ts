// Asks a running VS Code which MCP servers it has for each text in the file that DOSSIER_TEXTS names, starts them, and writes the answers
// into the file that DOSSIER_SERVED names. Servers of the same name in two folders replace each other, so there is one folder. The lenses of a file show its servers.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import * as vscode from 'vscode';
import type { Served } from '../../conformance/oracles/servers/vscode';
import { until } from '../harness/until.mjs';
import { answerTo } from './answers.mjs';

/** The server of the file before each text. */
const earlier = 'before';

const remote = createServer((request, response) => {
  let sent = '';
  request.on('data', (part: Buffer) => {
    sent += part.toString();
  });
  request.on('end', () => {
    if (request.method !== 'POST') {
      response.writeHead(405).end();
      return;
    }
    const answer = answerTo(JSON.parse(sent));
    response.writeHead(answer ? 200 : 202, { 'Content-Type': 'application/json' });
    response.end(answer && JSON.stringify(answer));
  });
});

type State = 'running' | 'error' | 'other';

/** The servers of a file and their states, by their names. */
async function statesIn(file: vscode.Uri): Promise<ReadonlyMap<string, State>> {
  // The command fails where the document has just changed.
  const lenses = await Promise.resolve(
    vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      file,
      1000,
    ),
  ).catch(() => []);
  const states = new Map<string, State>();
  for (const { command } of lenses) {
    const name = /^mcp\.config\.ws\d+\.(.*)$/s.exec(String(command?.arguments?.[0]))?.[1];
    if (command === undefined || name === undefined) continue;
    if (command.title.includes('Running')) states.set(name, 'running');
    else if (command.title.includes('Error')) states.set(name, 'error');
    else if (!states.has(name)) states.set(name, 'other');
  }
  return states;
}

async function write(file: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await vscode.workspace.openTextDocument(file);
}

/** The names of all servers that it has. */
async function serversNow(): Promise<readonly string[]> {
  const extension = vscode.extensions.getExtension<{ servers: () => readonly string[] }>(
    'test.served',
  );
  assert.ok(extension, 'the extension with the proposed API');
  return (await extension.activate()).servers();
}

/** Waits, and ends without a complaint. */
const atMost = (ms: number, what: () => Promise<boolean>): Promise<boolean> =>
  until('answer', what, { ms, step: 50 }).then(
    () => true,
    () => false,
  );

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const gone = async (): Promise<boolean> => !(await serversNow()).includes(earlier);

/** Begins with another server, whose end shows that the text was read. */
async function readIn(file: vscode.Uri, text: string): Promise<readonly string[]> {
  await until('first server', async () => {
    await write(file, `{"servers":{"${earlier}":{"command":"true"}}}`);
    return atMost(5000, async () => !(await gone()));
  });
  await write(file, text);
  if (!(await atMost(3000, gone))) {
    // It keeps its servers where it cannot read a text. Then the text follows one without servers, and nothing is waited for.
    await write(file, '{}');
    await until('no server', gone);
    await write(file, text);
    await pause(2000);
  }
  return serversNow();
}

async function served(file: vscode.Uri, text: string): Promise<Served> {
  const names = await readIn(file, text);
  const all = Object.fromEntries(names.map((name) => [name, 'other']));
  if (names.length === 0) return all;
  await Promise.race([start(), pause(8000)]);
  // A server that is starting has no lens.
  await atMost(10_000, async () => {
    const states = await statesIn(file);
    return names.every((name) => ['running', 'error'].includes(states.get(name) ?? ''));
  });
  return { ...all, ...Object.fromEntries(await statesIn(file)) };
}

const start = (): Thenable<unknown> =>
  vscode.commands.executeCommand('workbench.mcp.startServer', '*', {
    ...{ promptType: 'never', autoTrustChanges: true, waitForLiveTools: true },
  });

describe('a running VS Code', () => {
  before(() => new Promise<void>((resolve) => remote.listen(41_739, '127.0.0.1', resolve)));
  after(() => remote.close());

  it('lists servers', async function () {
    this.timeout(0);
    const { DOSSIER_TEXTS: from, DOSSIER_SERVED: out } = process.env;
    assert.ok(from !== undefined && out !== undefined, 'the names of both files');
    const texts = JSON.parse(readFileSync(from, 'utf8')) as readonly string[];
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder, 'a folder is open');
    const answers: Served[] = [];
    for (const text of texts) {
      answers.push(await served(vscode.Uri.joinPath(folder, '.vscode/mcp.json'), text));
      writeFileSync(out, JSON.stringify(answers));
    }
  });
});
