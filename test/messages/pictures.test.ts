// The pictures of the README and of the walkthrough show what the product shows today.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rules } from '../../server/rules/registry';
import { hosts } from '../support/catalog';
import { examplesBelow } from '../support/example-files';
import { running } from '../support/running';

interface Picture {
  readonly file: string;
  readonly text: string;
  readonly verdicts: unknown;
  readonly texts: readonly string[];
}

const read = (file: string): string => readFileSync(file, 'utf8');
const readJson = <T>(file: string): T => JSON.parse(read(file)) as T;
const pictures = readJson<Record<string, Picture>>('images/pictures.json');

/** What the command line reports of an example today. */
function verdictsOf(file: string): unknown {
  const path = `examples/${file}`;
  const { json } = running({ [path]: read(path) }, ['explain', path, '--format', 'json']);
  return (json as { readonly files: readonly { readonly verdicts: unknown }[] }).files[0]?.verdicts;
}

/** The template's own characters; placeholders stand for anything. A template of few letters would match any text. */
function patternOf(template: string): RegExp[] {
  const literal = template.replaceAll(/\{[^}]*\}/g, '');
  if ((literal.match(/\p{L}/gu) ?? []).length < 3) return [];
  const pattern = template
    .split(/\{[^}]*\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+?');
  return [new RegExp(`^(?:${pattern})$`, 's')];
}

const templates = [
  ...Object.keys(readJson<object>('l10n/bundle.l10n.de.json')),
  ...Object.keys(readJson<object>('l10n/server.l10n.de.json')),
  ...Object.values(readJson<Record<string, string>>('package.nls.json')),
];
const patterns = templates.flatMap(patternOf);
const names: ReadonlySet<string> = new Set([
  'Dossier',
  // VS Code's own.
  'Quick Fix...',
  'Explain',
  ...hosts.map(({ name }) => name),
  ...rules.map(({ name }) => name),
]);

/** @param reported the texts of the example and of what is reported about it. */
function isShown(text: string, reported: string): boolean {
  const isKnown = (part: string): boolean =>
    !/\p{L}{2}/u.test(part) ||
    names.has(part) ||
    reported.includes(part) ||
    patterns.some((pattern) => pattern.test(part));
  // VS Code appends the step of a dialog.
  const own = text.replace(/ \(\d\/\d\)$/, '');
  return isKnown(own) || own.split(/:(?: |$)| · |, /).every(isKnown);
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Of a piece of SVG. */
const plainText = (svg: string): string =>
  svg
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
    .trim();

describe('messages/pictures', () => {
  const again = 'Build, and run "node scripts/pictures.mjs".';

  for (const [name, { file, text, verdicts, texts }] of Object.entries(pictures)) {
    it(`${name}: shows the example as it is and what is reported about it today`, () => {
      assert.equal(read(`examples/${file}`), text, `examples/${file} has changed. ${again}`);
      assert.deepEqual(verdictsOf(file), verdicts, `The report on ${file} has changed. ${again}`);
    });

    it(`${name}: shows no text that the product no longer has`, () => {
      assert.ok(texts.length > 20, String(texts.length));
      const own = [file, text, JSON.stringify(verdicts).replaceAll('\\"', '"')].join('\n');
      const old = texts.filter((one) => !isShown(one, own));
      assert.deepEqual(old, [], again);
    });

    it(`${name}: is in the README in light and dark`, () => {
      for (const theme of ['dark', 'light']) {
        const picture = `images/${name}-${theme}.png`;
        assert.ok(existsSync(picture), picture);
        assert.ok(read('README.md').includes(picture), `${picture} is not in README.md`);
      }
    });
  }

  describe('of the walkthrough', () => {
    const examples = examplesBelow('examples');
    const reported = ['.claude', '.opencode'].map(
      (folder) =>
        running(examples, ['check', `examples/${folder}`, '--notes', '--format', 'json']).out,
    );
    const own = [...Object.values(examples), ...reported, ...Object.keys(examples)].join('\n');
    const folder = 'images/walkthrough';

    for (const file of readdirSync(folder))
      it(`${file}: shows no text that the product no longer has`, () => {
        const texts = [...read(`${folder}/${file}`).matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(
          ([, inside]) => plainText(inside ?? ''),
        );
        assert.ok(texts.length > 5, String(texts.length));
        const literal = own.replaceAll('\\"', '"');
        assert.deepEqual(
          texts.filter((text) => !isShown(text, literal)),
          [],
        );
      });
  });

  it('are all recorded', () => {
    const taken = readdirSync('images').filter((file) => /-(dark|light)\.png$/.test(file));
    assert.equal(taken.length, 2 * Object.keys(pictures).length);
  });

  it('notices a text that is gone', () => {
    assert.equal(isShown('Pick a persona for every guest', ''), false);
    assert.equal(isShown('broken-rule-of-old', ''), false);
    assert.equal(isShown('Claude Code: 3 of 6 tools', ''), true);
  });
});
