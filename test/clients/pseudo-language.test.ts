// The server in a language that does not exist: every letter of every template is replaced, so that whatever is still English
// in an answer was never translated. In a process of its own, because a process has one language.
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync } from 'node:child_process';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InlayHintRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { hosts } from '../../server/hosts/catalog/registry';
import { corpusAgents } from '../support/corpus-agents';
import { serverProcess } from './server-process';

/** Letters of another script in place of English ones; placeholders and quoted words are unchanged. */
const pseudo = (template: string): string =>
  template.replaceAll(/\{\w+\}|"[^"{}]*"|`[^`]*`|([A-Za-z])/g, (part, letter?: string) =>
    letter === undefined ? part : String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x4e00),
  );

/** From the sources, because a language may lack the translation of a new message. */
const templates = (): readonly string[] =>
  JSON.parse(
    execFileSync(process.execPath, ['scripts/l10n.mjs', '--templates'], { encoding: 'utf8' }),
  );

/** What stays English: the documentation of fields, values, tools and models, and the sources of facts. */
const documented = new Set(['summary', 'details', 'means', 'where', 'deprecated']);
const documentation = (): ReadonlySet<string> => {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (documented.has(key)) found.add(plain(value));
      return;
    }
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [name, part] of Object.entries(value)) visit(part, name);
  };
  visit(hosts, '');
  return found;
};

const plain = (text: string): string => text.replaceAll(/[\\`*_]/g, '');

/** Three English words in a row, as in no list of names and in no name of a product. */
const english = /[A-Za-z]{2,} [a-z]+ [a-z]+/;

const productNames = new RegExp(hosts.map(({ name }) => name).join('|'), 'g');

/** As many files of the corpus, evenly spread, as take a few seconds. */
const maxFiles = 24;

describe('clients/pseudo-language', function () {
  this.timeout(60_000);
  let child: ChildProcess;
  let connection: ProtocolConnection;
  const published = new Map<string, (params: PublishDiagnosticsParams) => void>();

  before(async () => {
    const translations = Object.fromEntries(templates().map((one) => [one, pseudo(one)]));
    ({ child, connection } = await serverProcess(
      { workspaceFolders: null, capabilities: {}, initializationOptions: { translations } },
      (client) =>
        client.onNotification(PublishDiagnosticsNotification.type, (params) =>
          published.get(params.uri)?.(params),
        ),
    ));
  });
  after(async () => {
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    connection.dispose();
    child.kill();
  });

  /** All strings that an editor would show for a file, each once. */
  async function shown(uri: string, text: string): Promise<ReadonlySet<string>> {
    const all = new Set<string>();
    const add = (value: unknown): void => {
      if (typeof value === 'string') all.add(value);
      else if (Array.isArray(value)) value.forEach(add);
      else if (typeof value === 'object' && value !== null)
        for (const [name, part] of Object.entries(value))
          if (
            !/^(?:label|newText|insertText|filterText|sortText|uri|code|command|data|textEdit|edit|kind)$/.test(
              name,
            ) ||
            name === 'title'
          )
            add(part);
    };
    const textDocument = { uri };
    const diagnosed = new Promise<PublishDiagnosticsParams>((resolve) =>
      published.set(uri, resolve),
    );
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    const { diagnostics } = await diagnosed;
    add(diagnostics);
    const lines = text.split('\n');
    const end = { line: lines.length, character: 0 };
    const range = { start: { line: 0, character: 0 }, end };
    for (const one of diagnostics)
      add(
        await connection.sendRequest(CodeActionRequest.type, {
          ...{ textDocument, range: one.range, context: { diagnostics: [one] } },
        }),
      );
    add(await connection.sendRequest(CodeLensRequest.type, { textDocument }));
    add(await connection.sendRequest(InlayHintRequest.type, { textDocument, range }));
    for (const [line, content] of lines.slice(0, 12).entries()) {
      for (const character of [1, Math.max(0, content.length - 2)]) {
        const at = { textDocument, position: { line, character } };
        add(await connection.sendRequest(HoverRequest.type, at));
      }
      const at = { textDocument, position: { line, character: content.length } };
      add(await connection.sendRequest(CompletionRequest.type, at));
    }
    return all;
  }

  it('shows nothing in English but documentation and the words of the file', async () => {
    const exempt = documentation();
    const found: string[] = [];
    let marked = 0;
    const agents = corpusAgents();
    const step = Math.ceil(agents.length / maxFiles);
    for (const [index, { path, text }] of agents.filter((_, at) => at % step === 0).entries()) {
      const strings = await shown(`file:///w${index}/${path}`, text);
      const own = plain(text).replaceAll(/\s+/g, ' ');
      for (const string of strings) {
        if (/[\u4e41-\u4e7a]/.test(string)) marked++;
        for (const part of plain(string).split(/\n+|(?<=[.?!]) /)) {
          const [words] =
            english.exec(part.replaceAll(/"[^"]*"/g, '""').replaceAll(productNames, '')) ?? [];
          if (words === undefined || own.includes(words)) continue;
          if ([...exempt].some((one) => one.includes(words))) continue;
          found.push(`${path}: ${part}`);
        }
      }
    }
    assert.ok(marked > 100, String(marked));
    assert.deepEqual([...new Set(found)].slice(0, 20), []);
  });
});
