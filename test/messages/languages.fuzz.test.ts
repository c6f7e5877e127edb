// The display language changes words only: findings, their places, and the code actions with their edits are the same in each.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { diagnose } from '../../server/features/diagnostics';
import { type FixKind, fixKind } from '../../server/features/fixes/fix-kind';
import type { View } from '../../server/features/view/view';
import { hosts } from '../../server/hosts/catalog/registry';
import type { Host } from '../../server/hosts/model/host';
import { codeActions } from '../../server/lsp/actions/actions';
import { diagnosticsOf } from '../../server/lsp/answers/encode';
import type { MakeEdit } from '../../server/lsp/answers/workspace-edit';
import { encodedDocument, type MakeDocument } from '../../server/lsp/documents/encoded-document';
import { type Translate, type Translations, translator } from '../../server/text/translate';
import { catalog } from '../support/catalog';
import { some } from '../support/share';
import { viewAt } from '../support/viewing';

const values = [
  ...['', '""', '5', '"20"', '0', '-1', '1.5', 'true', 'yes', '"false"', 'null', 'teal', '"x: y"'],
  ...['[]', '[a]', '[a, 5]', '{}', '{a: b}', '{{ROLE}}', '|', '2026-01-31', '"\\n"'],
];

/** Each language of the extension, English first. */
const languages: readonly (readonly [string, Translate])[] = [
  ['en', translator({})],
  ...readdirSync('l10n').flatMap((file) => {
    const [, name] = /^server\.l10n\.([\w-]+)\.json$/.exec(file) ?? [];
    if (name === undefined) return [];
    const translations: Translations = JSON.parse(readFileSync(`l10n/${file}`, 'utf8'));
    return [[name, translator(translations)] as const];
  }),
];

const fieldsOf = ({ dialects }: Host): readonly string[] => [
  ...new Set(Object.values(dialects).flatMap(({ fields }) => Object.keys(fields))),
];

const pathIn = ({ ownFile }: Host): string => ownFile.replace('{name}', 'reviewer');

const textOf = (key: string, value: string, path: string): string => {
  const others = { name: 'reviewer', description: 'Reviews.' };
  const lines = Object.entries({ ...others, [key]: value });
  return path.endsWith('.toml')
    ? `${lines.map(([name, one]) => `${name} = ${name === key ? one : `"${one}"`}`).join('\n')}\n`
    : `---\n${lines.map(([name, one]) => `${name}: ${one}`).join('\n')}\n---\nReview.\n`;
};

const uri = 'file:///w/agent';
const makeEdit: MakeEdit = (changes) => ({
  changes: Object.fromEntries([...changes].map(([of, edits]) => [of, [...edits]])),
});
const makeDocument: MakeDocument = (of, text) => encodedDocument('utf-16', of, 'markdown', 1, text);

/** What an editor in this language gets: findings and the actions at each of them, and the same without words. */
function shownIn(view: View, translate: Translate) {
  const document = makeDocument(uri, view.outline.text);
  const options = { catalog, docs: undefined, translate };
  const diagnostics = diagnose(view).flatMap((one) => diagnosticsOf(document, one, options));
  const actions = diagnostics.flatMap(({ range }) =>
    codeActions(
      document,
      view,
      { textDocument: document, range, context: { diagnostics: [] } },
      {
        ...{ docs: undefined, isOurs: true, isInFolder: true, canMove: true, translate },
        ...{ makeEdit, makeDocument },
        ...{ uriOf: (path) => path, nameOf: (path) => path, has: () => false },
        ...{ team: { fileOf: () => null }, textAt: () => null, canResolve: true, hasMore: true },
      },
    ),
  );
  return {
    ...{ diagnostics, actions },
    meaning: [diagnostics.map(withoutWords), actions.map((one) => actionOf(view, one))],
    words: [...diagnostics.map(({ message }) => message), ...actions.map(({ title }) => title)],
  };
}

const withoutWords = ({ message: _, ...rest }: Diagnostic): unknown => rest;

const actionOf = (view: View, { kind, isPreferred, edit, command, data }: CodeAction): unknown => ({
  ...{ kind, isPreferred, edit },
  command: command?.command,
  // What is done with an action once it is chosen.
  ...(data && { text: fixKind(view, JSON.parse(JSON.stringify(data)) as FixKind) }),
});

const counts = { combinations: 0, findings: 0, actions: 0 };

describe('the display language', () => {
  after(() => console.log(`      ${JSON.stringify(counts)}`));

  for (const host of hosts)
    it(`changes no finding and no fix of ${host.name}`, () => {
      const at = pathIn(host);
      const texts = fieldsOf(host).flatMap((key) => values.map((value) => textOf(key, value, at)));
      // Every tenth of a tenth in `npm test`: each text is judged and fixed in six languages.
      for (const text of some(some(texts))) {
        const seen = languages.map(([, translate]) => shownIn(viewAt(text, { at }), translate));
        const [inEnglish] = seen;
        for (const [index, { meaning, words, diagnostics, actions }] of seen.entries()) {
          const [language] = languages[index] ?? [];
          assert.deepEqual(meaning, inEnglish?.meaning, `${language}: ${text}`);
          // Otherwise the languages would be the same because nothing is translated.
          if (index > 0 && words.length > 0) assert.notDeepEqual(words, inEnglish?.words, text);
          counts.combinations += 1;
          counts.findings += diagnostics.length;
          counts.actions += actions.length;
        }
      }
    });
});
