// The description of a fix matches the result of applying it.
import assert from 'node:assert/strict';
import { placesAs } from '../../server/cli/paths';
import { bestFix, bestFixSummary } from '../../server/features/fixes/fixes';
import { viewOf } from '../../server/features/view/view';
import { defaultSettings } from '../../server/settings/settings';
import { catalog } from '../support/catalog';
import { corpusTexts } from '../support/corpus';
import { scaled } from '../support/resources';
import { words } from '../support/words';

describe('how safe the fixes of real files are', () => {
  it('is known without making them', () => {
    const settings = { ...defaultSettings, guests: 'all' as const };
    let asked = 0;
    for (const text of corpusTexts()) {
      for (const place of placesAs(catalog, '@own', 'reviewer.md', null)) {
        const view = viewOf({ catalog, path: place.path, text, places: [place], settings });
        for (const finding of view.findings()) {
          const reported = bestFixSummary(view, finding);
          const made = bestFix(view, finding);
          const both = [reported?.safety, reported?.title, made?.safety, made?.title];
          assert.deepEqual(both.slice(0, 2), both.slice(2), `${words(finding.message)}\n${text}`);
          if (reported?.safety === 'review') asked++;
        }
      }
    }
    assert.ok(asked > scaled(1_000), `${asked} fixes were for review`);
  }).timeout(60_000);
});
