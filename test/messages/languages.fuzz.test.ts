// The display language changes words only: findings, their places, and the edits of their fixes are the same in each.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { hosts } from '../../server/hosts/catalog/registry';
import type { Host } from '../../server/hosts/model/host';
import type { Finding } from '../../server/rules/rule';
import { setTranslations } from '../../server/text/l10n';
import { some } from '../support/share';
import { viewAt } from '../support/viewing';

const values = [
  ...['', '""', '5', '"20"', '0', '-1', '1.5', 'true', 'yes', '"false"', 'null', 'teal', '"x: y"'],
  ...['[]', '[a]', '[a, 5]', '{}', '{a: b}', '{{ROLE}}', '|', '2026-01-31', '"\\n"'],
];

const translations = readdirSync('l10n')
  .filter((file) => /^server\.l10n\.[\w-]+\.json$/.test(file))
  .map((file) => JSON.parse(readFileSync(`l10n/${file}`, 'utf8')) as Record<string, string>);

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

/** Everything of a finding but its words. */
const meaningOf = ({ rule, host, severity, span, fixes }: Finding): unknown => ({
  ...{ rule, host, severity, span },
  fixes: fixes.map(({ safety, edits }) => ({ safety, edits: edits() })),
});

const meaning = (text: string, at: string): unknown =>
  viewAt(text, { at }).findings().map(meaningOf);

describe('the display language', () => {
  afterEach(() => setTranslations({}));

  for (const host of hosts)
    it(`changes no finding and no fix of ${host.name}`, () => {
      const at = pathIn(host);
      const texts = some(
        fieldsOf(host).flatMap((key) => values.map((value) => textOf(key, value, at))),
      );
      const inEnglish = texts.map((text) => meaning(text, at));
      for (const translation of translations) {
        setTranslations(translation);
        for (const [index, text] of texts.entries())
          assert.deepEqual(meaning(text, at), inEnglish[index], text);
      }
    });
});
