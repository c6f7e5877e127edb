// Asks a running VS Code what it has registered, and writes it into the file that DOSSIER_REGISTERED names.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Contributed, Registered } from '../../conformance/oracles/vscode/registered';

/** What VS Code completes after a key of an agent file. */
async function completed(line: string): Promise<readonly string[]> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'a folder is open');
  const uri = vscode.Uri.joinPath(folder, '.github/agents/registered.agent.md');
  const text = `---\ndescription: d\n${line}\n---\n`;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const position = new vscode.Position(2, line.length - 1);
  const end = Date.now() + 20_000;
  for (;;) {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      position,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    if (labels.length > 0 || Date.now() > end) return labels.sort();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly contributes?: {
    readonly languageModelTools?: Contributed['tools'];
    readonly languageModelToolSets?: Contributed['sets'];
    readonly configuration?: Settings | readonly Settings[];
  };
}

interface Settings {
  readonly properties?: Readonly<Record<string, { readonly default?: unknown }>>;
}

/** The extensions that come with the program, whether they are active or not. */
function contributed(): readonly Contributed[] {
  const folder = path.join(vscode.env.appRoot, 'extensions');
  return readdirSync(folder).flatMap((name): Contributed[] => {
    const file = path.join(folder, name, 'package.json');
    if (!existsSync(file)) return [];
    const { contributes, ...about } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    const { languageModelTools: tools = [], languageModelToolSets: sets = [] } = contributes ?? {};
    const settings = [contributes?.configuration ?? []].flat() as readonly Settings[];
    const defaults = Object.assign(
      {},
      ...settings.map(({ properties = {} }) =>
        Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, one.default])),
      ),
    ) as Readonly<Record<string, unknown>>;
    const used = Object.entries(defaults).filter(([key]) =>
      tools.some(({ when }) => when?.includes(key)),
    );
    return tools.length + sets.length === 0
      ? []
      : [
          {
            extension: about.name,
            version: about.version,
            tools: tools.map(({ name, toolReferenceName, legacyToolReferenceFullNames, when }) => ({
              ...{ name, toolReferenceName, legacyToolReferenceFullNames, when },
            })),
            sets: sets.map(({ name, tools }) => ({ name, tools })),
            defaults: Object.fromEntries(used),
          },
        ];
  });
}

describe('a running VS Code', () => {
  it('lists the tools that it has registered', async () => {
    const out = process.env['DOSSIER_REGISTERED'];
    assert.ok(out, 'DOSSIER_REGISTERED names a file');
    const isSetting = (key: string): boolean =>
      vscode.workspace.getConfiguration().inspect(key)?.defaultValue !== undefined;
    const found: Registered = {
      version: vscode.version,
      tools: await completed('tools: []'),
      settings: JSON.parse(process.env['DOSSIER_SETTINGS'] ?? '[]').filter(isSetting),
      contributed: contributed(),
    };
    writeFileSync(out, JSON.stringify(found, null, 1));
    assert.ok(found.tools.length > 0, 'VS Code completed no tool');
  });
});
