// Messages of the server in the language of the editor: the client passes the translations when it starts the server.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CodeActionRequest, HoverRequest } from 'vscode-languageserver-protocol/node';
import { claudeCode } from '../../server/hosts/claude-code/host';
import { serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';
const textWith = (key: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\n${key}: 3\n---\nYou review.\n`;

/** The translations that the extension passes to the server. */
const translationsInto = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(`l10n/server.l10n.${language}.json`, 'utf8'));

/** What an author sees of one file: findings, titles of code actions, and the hover of its tools. */
async function shownIn(language: string, key: string): Promise<Record<string, string>> {
  const session = await serving({ options: { translations: translationsInto(language) } });
  session.open(
    uri,
    `---\nname: reviewer\ndescription: Reviews.\ntools: Read, Grep\n${key}: 3\n---\nYou review.\n`,
  );
  const { diagnostics } = await session.published(uri);
  const textDocument = { uri };
  const range = diagnostics[0]?.range ?? {
    start: { line: 4, character: 0 },
    end: { line: 4, character: 1 },
  };
  const actions = await session.connection.sendRequest(CodeActionRequest.type, {
    ...{ textDocument, range },
    context: { diagnostics },
  });
  const hover = await session.connection.sendRequest(HoverRequest.type, {
    ...{ textDocument, position: { line: 3, character: 2 } },
  });
  session.end();
  return {
    findings: diagnostics.map(({ message }) => message).join('\n'),
    actions: (actions ?? []).map(({ title }) => title).join('\n'),
    hover: JSON.stringify(hover?.contents ?? ''),
  };
}

describe('lsp/translations', () => {
  const messages = async (
    key: string,
    translations?: Readonly<Record<string, string>>,
  ): Promise<string> => {
    const session = await serving({ ...(translations && { options: { translations } }) });
    session.open(uri, textWith(key));
    const { diagnostics } = await session.published(uri);
    session.end();
    return diagnostics.map(({ message }) => message).join('\n');
  };

  it('replace the English template, with the placeholders filled in', async () => {
    const { effect } = Object.values(claudeCode.dialects)[0]?.unknownField ?? {};
    assert.ok(typeof effect === 'string');
    const found = await messages('maxTurn', { [effect]: '{host} beachtet das nicht.' });
    assert.match(found, /Claude Code beachtet das nicht\./);
  });

  it('are English without a translation', async () => {
    assert.match(await messages('maxTurnz'), /Claude Code ignores it/);
  });

  it('are English where only their own translation is missing', async () => {
    const template = '"{key}" is not a field in {host}.';
    const { [template]: translated, ...others } = translationsInto('de');
    assert.notEqual(translated, undefined);
    const found = await messages('maxTurnx', others);
    assert.match(found, /"maxTurnx" is not a field in Claude Code\. .*Claude Code ignoriert/);
  });

  it('show findings, fixes and hovers in German', async () => {
    const { findings, actions, hover } = await shownIn('de', 'ownerDe');
    assert.equal(
      findings,
      '"ownerDe" ist kein Feld in Claude Code. Claude Code ignoriert die Angabe und meldet dies nur im Debugprotokoll.',
    );
    assert.match(actions ?? '', /^"ownerDe" entfernen$/m);
    assert.match(actions ?? '', /^unknown-field für diese Datei deaktivieren$/m);
    assert.match(hover ?? '', /2 Tools \(Read, Grep\)/);
    assert.match(hover ?? '', /Werte: eine Liste oder eine durch Kommas getrennte Zeichenfolge\./);
    assert.match(hover ?? '', /Standard: Alle Tools\./);
  });

  it('show findings, fixes and hovers in Japanese', async () => {
    const { findings, actions, hover } = await shownIn('ja', 'ownerJa');
    assert.match(findings ?? '', /^"ownerJa" は Claude Code のフィールドではありません。/);
    assert.match(actions ?? '', /^"ownerJa" を削除$/m);
    assert.match(actions ?? '', /^このファイルで unknown-field を無効にする$/m);
    assert.match(hover ?? '', /2 個のツール \(Read, Grep\)/);
    assert.match(hover ?? '', /既定値: すべてのツール。/);
  });
});
