// A VS Code in another language, as far as extensions can detect: a language pack without a translation of VS Code itself,
// which stays English, so that its tests need no download.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @returns the arguments for the server. */
export function packFor(language, userDataDir) {
  const folder = path.join(userDataDir, 'pack');
  const translations = path.join(folder, 'main.i18n.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const packs = {
    [language]: {
      hash: language,
      label: language,
      extensions: [{ extensionIdentifier: { id: `test.${language}` }, version: '1.0.0' }],
      translations: { vscode: translations },
    },
  };
  writeFileSync(path.join(userDataDir, 'languagepacks.json'), JSON.stringify(packs));
  return ['--locale', language];
}
