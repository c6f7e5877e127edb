// Messages of the server in the language of the editor: the client passes the translations when it starts the server.
import assert from 'node:assert/strict';
import { claudeCode } from '../../server/hosts/claude-code/host';
import { setTranslations } from '../../server/text/l10n';
import { serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';
const textWith = (key: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\n${key}: 3\n---\nYou review.\n`;

describe('lsp/translations', () => {
  afterEach(() => setTranslations({}));

  // A process has one language: messages may be cached, so each test has a key of its own.
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
    assert.equal(typeof effect, 'string');
    const found = await messages('maxTurn', { [String(effect)]: '{host} beachtet das nicht.' });
    assert.match(found, /Claude Code beachtet das nicht\./);
  });

  it('are English without a translation', async () => {
    assert.match(await messages('maxTurnz'), /Claude Code ignores it/);
  });
});
