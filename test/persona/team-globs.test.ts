// Compares the include patterns of the client with those that the server reads from the same text.
import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import { documentSelector, includePatternsOf } from '../../client/documents';
import { readConfig } from '../../server/settings/config';
import { catalog } from '../support/catalog';

const files = [
  'prompts/a.md',
  'prompts/deep/a.md',
  'a.md',
  'a.draft.md',
  'docs/b.draft.md',
  'drafts/x/y.md',
  '.hidden/c.md',
];

describe('files that a team includes', () => {
  for (const include of [
    '"prompts/**/*.md"',
    '"prompts/*.md", "./a.md"',
    '"*.draft.md"',
    '"drafts/"',
    '"/drafts/**", "**/c.md"',
  ])
    it(`are the same to the client and the server: ${include}`, () => {
      const text = `{\n  // "include": ["no"]\n  "exclude": [], /* , */\n  "include": [${include},],\n}\n`;
      const { includes } = readConfig(catalog, '/w/dossier.config.json', text);
      const shown = picomatch([...includePatternsOf(text)], { dot: true });
      assert.ok(files.some((file) => includes(`/w/${file}`)));
      for (const file of files) assert.equal(shown(file), includes(`/w/${file}`), file);
    });

  it('are empty if the text is invalid', () => {
    for (const text of ['', '{', '[]', 'null', '{ "include": "a.md" }', '{ "include": [1, ""] }'])
      assert.deepEqual(includePatternsOf(text), [], text);
  });

  it('are relative to the folder of the configuration', () => {
    const included = { baseUri: 'file:///w/app', pattern: 'prompts/*.md' };
    assert.deepEqual(documentSelector([included]).at(-1), {
      language: 'markdown',
      scheme: 'file',
      pattern: included,
    });
  });
});
