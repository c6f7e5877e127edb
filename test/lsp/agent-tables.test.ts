// Agents of Codex as tables of its configuration, as an editor asks for them.
import assert from 'node:assert/strict';
import type { CodeLens, CompletionList, Hover, WorkspaceEdit } from 'vscode-languageserver';
import { type PersonaCard, personaMethod } from '../../server/protocol/protocol';
import { type DirectServer, directFolder, directServer } from '../support/direct-server';

const configuration = `model = "gpt-5"

[agents]
max_threads = 3

[agents.reviewer]
description = "Reviews changes."
developer_instructions = "You review."

[agents.broken]
description = 5

[agents.writer]
config_file = "roles/writer.toml"

[mcp_servers.docs]
command = "docs"
`;
const uri = `file://${directFolder}/.codex/config.toml`;
const textDocument = { uri };

function placeAfter(text: string, before: string): { line: number; character: number } {
  const lines = text.slice(0, text.indexOf(before) + before.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
const behind = (before: string) => placeAfter(configuration, before);

const opened = async (
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<DirectServer> => {
  const server = await directServer({
    files: { [`${directFolder}/.codex/config.toml`]: text, ...files },
  });
  server.open(uri, text, 'toml');
  return server;
};

/** The labels of completion at the sign `|`. */
async function labelsAt(text: string): Promise<readonly string[]> {
  const server = await opened(text.replace('|', ''));
  const position = placeAfter(text, text.slice(0, text.indexOf('|')));
  const list = (await server.ask('onCompletion', { textDocument, position })) as CompletionList;
  return list.items.map(({ label }) => label);
}

describe('agents in config.toml of Codex', () => {
  it('have a lens each at their names, unlike settings', async () => {
    const server = await opened(configuration);
    const lenses = (await server.ask('onCodeLens', { textDocument })) as CodeLens[];
    assert.deepEqual(
      lenses.map(({ range, command }) => [
        configuration
          .split('\n')
          [range.start.line]?.slice(range.start.character, range.end.character),
        command?.title.replace(/^\$\(\w+\)\s/, ''),
      ]),
      [
        ['reviewer', 'Codex: every tool'],
        ['broken', 'Codex: does not start (description)'],
        ['writer', 'Codex: every tool'],
      ],
    );
  });

  it('are completed below their header, and only there', async () => {
    assert.deepEqual(await labelsAt('[agents.a]\n|\n[mcp_servers.docs]\n'), [
      'description',
      'config_file',
      'nickname_candidates',
    ]);
    assert.deepEqual(await labelsAt('[agents.a]\ndescription = "Reviews."\ncon|'), [
      'config_file',
      'nickname_candidates',
    ]);
    for (const text of [
      '[agents]\n|\n',
      '[agents.a|]\ndescription = "d"\n',
      '[agents.a]|',
      '|\n[agents.a]\n',
    ])
      assert.deepEqual(await labelsAt(text), [], text);
  });

  it('leave servers their own keys', async () => {
    const labels = await labelsAt('[agents.a]\ndescription = "d"\n\n[mcp_servers.docs]\n|');
    assert.deepEqual(labels.slice(0, 3), ['command', 'args', 'env']);
  });

  it('are explained, also a key that belongs in the file of the agent', async () => {
    const server = await opened(configuration);
    const hover = async (before: string): Promise<string> => {
      const found = (await server.ask('onHover', {
        textDocument,
        position: behind(before),
      })) as Hover | null;
      return found === null ? 'none' : JSON.stringify(found.contents);
    };
    assert.match(await hover('config_fi'), /The file with the prompt and the settings/);
    assert.match(await hover('developer_in'), /Not used in a table/);
    assert.match(await hover('[mcp_serv'), /MCP servers by their names/);
    assert.match(await hover('mod'), /A key of the configuration of Codex/);
    for (const before of ['[agents.rev', 'max_thr'])
      assert.equal(await hover(before), 'none', before);
  });

  it('are previewed', async () => {
    const server = await opened(configuration);
    const nameAt = async (before: string) =>
      ((await server.ask(personaMethod, { uri, at: behind(before) })) as PersonaCard).hosts[0]
        ?.agent?.name;
    assert.equal(await nameAt('[agents.rev'), 'reviewer');
    assert.equal(await nameAt('config_file'), 'writer');
  });

  it('link to their files', async () => {
    const file = `${directFolder}/.codex/roles/writer.toml`;
    const server = await opened(configuration, { [file]: 'developer_instructions = "Write."\n' });
    const [link, ...others] = (await server.ask('onDocumentLinks', { textDocument })) as {
      target: string;
    }[];
    assert.equal(link?.target, `file://${file}`);
    assert.equal(others.length, 0);
  });

  it('are renamed in their header', async () => {
    const server = await opened(configuration);
    const edit = (await server.ask('onRenameRequest', {
      textDocument,
      position: behind('[agents.rev'),
      newName: 'checker',
    })) as WorkspaceEdit;
    assert.deepEqual(edit.changes?.[uri], [
      {
        range: { start: { line: 5, character: 8 }, end: { line: 5, character: 16 } },
        newText: 'checker',
      },
    ]);
  });

  it('complete the files that they name', async () => {
    const path = `${directFolder}/.codex/agents/a.toml`;
    const role = 'model = "m"\n';
    const config = '[agents.reviewer]\ndescription = "Reviews."\nconfig_file = "agents/a.toml"\n';
    const server = await opened(config, { [path]: role });
    server.open(`file://${path}`, role, 'toml');
    const [lens] = (await server.ask('onCodeLens', {
      textDocument: { uri: `file://${path}` },
    })) as CodeLens[];
    assert.match(lens?.command?.title ?? '', /Codex: loads as reviewer · every tool$/);
  });

  it('have no symbols and folds of ours, which a TOML extension shows', async () => {
    const server = await opened(configuration);
    for (const request of ['onDocumentSymbol', 'onFoldingRanges'])
      assert.deepEqual(await server.ask(request, { textDocument }), [], request);
  });
});
