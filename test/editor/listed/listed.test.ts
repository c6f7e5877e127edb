// Asks a running VS Code which skills and commands its chat has and what a model reads of them, and writes that into the file that
// DOSSIER_LISTED names.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
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

const extension = (): vscode.Extension<{ requests: vscode.ChatRequest[] }> => {
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
    .flatMap(({ references }) => references)
    .map(({ value }) => (typeof value === 'string' ? value : ''))
    .join('\n');
}

describe('a running VS Code', () => {
  it('lists skills and commands', async () => {
    const out = process.env['DOSSIER_LISTED'];
    assert.ok(out, 'DOSSIER_LISTED names a file');
    const { token } = new vscode.CancellationTokenSource();
    const found: Listed = {
      version: vscode.version,
      skills: listed(await getSkills(token)),
      commands: listed(await getSlashCommands(token)),
      model: await readByModel(),
    };
    writeFileSync(out, JSON.stringify(found, null, 1));
  });
});
