// What VS Code shows of an installed extension has no picture and no link that leads nowhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { addressOf, forExtensionPage } from '../../scripts/package/extension-page.mjs';

const address = 'https://example.org/owner/dossier';

/** Pictures and links that are not on the web, and not in the page itself. */
const deadIn = (page: string): readonly string[] =>
  [...page.matchAll(/\]\(([^)]+)\)|(?:src|srcset)="([^"]+)"/g)]
    .map(([, link, source]) => link ?? source ?? '')
    .filter((target) => !/^(?:https:\/\/|#)/.test(target));

describe('messages/extension-page', () => {
  for (const file of ['README.md', 'CHANGELOG.md'])
    for (const at of [address, undefined])
      it(`${file}: nothing leads nowhere, ${at ? 'with' : 'without'} a repository`, () => {
        const page = readFileSync(file, 'utf8');
        assert.deepEqual(deadIn(forExtensionPage(page, at)), []);
      });

  it('shows the pictures of the README and opens its pages', () => {
    const page = forExtensionPage(readFileSync('README.md', 'utf8'), address);
    assert.ok(page.includes(`src="${address}/raw/HEAD/images/editor-dark.png"`));
    assert.ok(page.includes(`srcset="${address}/raw/HEAD/images/editor-light.png"`));
    assert.ok(page.includes(`](${address}/blob/HEAD/docs/features.md)`));
  });

  it('changes no address on the web', () => {
    const page = '[a](https://a.org/) [b](#b) ![c](https://a.org/c.png) [d](docs/d.md)\n';
    assert.equal(
      forExtensionPage(page, undefined),
      '[a](https://a.org/) [b](#b) ![c](https://a.org/c.png) d\n',
    );
  });

  it('finds the repository in each form of the manifest', () => {
    assert.equal(addressOf({}), undefined);
    assert.equal(addressOf({ repository: `${address}/` }), address);
    assert.equal(addressOf({ repository: { url: `git+${address}.git` } }), address);
  });
});
