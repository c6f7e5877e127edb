// Asks a running VS Code which skills and commands its chat has and what a model reads of them, and writes that into the file that
// DOSSIER_LISTED names. Commands that may choose an agent, a model or tools are called, too.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Listed } from '../../conformance/oracles/skills/vscode';
import { until } from '../harness/until.mjs';

/** The part of the proposed API "chatPromptFiles" that lists what VS Code has read. */
interface Chat {
  readonly getSkills: (token: vscode.CancellationToken) => Promise<readonly Entry[]>;
  readonly getSlashCommands: (token: vscode.CancellationToken) => Promise<readonly Entry[]>;
}

interface Entry {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly description?: string;
  readonly argumentHint?: string;
  readonly userInvocable: boolean;
  readonly disableModelInvocation?: boolean;
}

const { getSkills, getSlashCommands } = vscode.chat as unknown as Chat;

const listed = (entries: readonly Entry[]): Listed['skills'] =>
  entries.map(
    ({ uri, name, description, argumentHint, userInvocable, disableModelInvocation }) => ({
      ...{ file: uri.path, name, description, argumentHint, userInvocable, disableModelInvocation },
    }),
  );

/** A request as an extension gets it by proposed parts of the API. */
interface Request extends Omit<vscode.ChatRequest, 'tools'> {
  readonly tools: ReadonlyMap<{ readonly fullReferenceName?: string }, boolean>;
  readonly modeInstructions2?: { readonly name: string };
}

interface Received {
  /** The participant: `default` for agents, otherwise the name of the built-in agent. */
  readonly part: string;
  readonly request: Request;
}

const extension = (): vscode.Extension<{ requests: Received[] }> => {
  const found = vscode.extensions.getExtension('test.listed');
  assert.ok(found, 'the extension that stands in for Copilot');
  return found;
};

/** What the model reads about the skills, as a text. */
async function readByModel(): Promise<string> {
  const { requests } = await extension().activate();
  await until('a model', async () => {
    const models = await vscode.lm.selectChatModels({ vendor: 'listed' });
    return models.length > 0;
  });
  await vscode.commands.executeCommand('workbench.action.chat.open', {
    query: 'go on',
    mode: 'agent',
  });
  await until('the request', async () => requests.length > 0);
  return requests
    .flatMap(({ request }) => request.references)
    .map(({ value }) => (typeof value === 'string' ? value : ''))
    .join('\n');
}

/** The agent with which each call begins. */
const before = 'base';

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const choosesSomething = /^[ \t]*["']?(?:agent|mode|model|tools)["']?[ \t]*:/m;

/** Calls each command whose text may choose an agent, a model or tools. No request is sent for some. */
async function callsOf(commands: Listed['commands']): Promise<Listed['calls']> {
  const { requests } = await extension().activate();
  for (const { file, name } of commands) {
    const isAlone = commands.filter((one) => one.name === name).length === 1;
    const isPrompt = file.endsWith('.prompt.md');
    if (!isAlone || !isPrompt || !choosesSomething.test(readFileSync(file, 'utf8'))) continue;
    const count = requests.length;
    await vscode.commands.executeCommand('workbench.action.chat.newChat');
    await vscode.commands.executeCommand('workbench.action.chat.open', {
      ...{ query: `/${name} x`, mode: before },
      modelSelector: { vendor: 'listed', id: 'none' },
    });
    for (let times = 0; times < 5 && requests.length === count; times++) await pause(100);
  }
  await pause(1000);
  return Object.fromEntries(
    requests.flatMap(({ part, request }) => {
      const { references, tools, model, modeInstructions2 } = request;
      const files = references.flatMap(({ value }) =>
        value instanceof vscode.Uri && value.path.endsWith('.prompt.md') ? [value.path] : [],
      );
      const agent = modeInstructions2?.name ?? (part === 'default' ? 'agent' : part);
      const usable = [...tools].flatMap(([{ fullReferenceName }, isOn]) =>
        isOn && fullReferenceName !== undefined ? [fullReferenceName] : [],
      );
      return files.map((file) => [
        file,
        {
          agent: agent === before ? null : agent,
          model: model.id === 'none' ? null : `${model.name} (listed)`,
          tools: usable.length === tools.size ? null : usable.sort(),
        },
      ]);
    }),
  );
}

describe('a running VS Code', () => {
  it('lists skills and commands', async function () {
    // Of up to 300 calls, those for which no request is sent take the longest.
    this.timeout(600_000);
    const out = process.env['DOSSIER_LISTED'];
    assert.ok(out, 'DOSSIER_LISTED names a file');
    const { token } = new vscode.CancellationTokenSource();
    const commands = listed(await getSlashCommands(token));
    const found: Listed = {
      version: vscode.version,
      skills: listed(await getSkills(token)),
      commands,
      model: await readByModel(),
      calls: await callsOf(commands),
    };
    writeFileSync(out, JSON.stringify(found, null, 1));
  });
});
