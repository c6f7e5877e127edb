// A document is typed in for hours: a view keeps its text, and no older one.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type View, viewOf } from '../../server/features/view/view';
import { defaultSettings } from '../../server/settings/settings';
import { catalog, placesOf } from '../support/catalog';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const path = '.claude/agents/reviewer.md';
const head = '---\nname: reviewer\ndescription: Reviews changes.\ntools: Read';

/** Of twenty views one after the other, how many are still in memory in addition to the last. */
async function keptOf(textAt: (key: number) => string): Promise<number> {
  const older: WeakRef<View>[] = [];
  const settings = defaultSettings;
  let view = viewOf({ catalog, path, text: textAt(0), places: placesOf(path), settings });
  for (let key = 1; key <= 20; key++) {
    view.findings();
    older.push(new WeakRef(view));
    view = view.withText(textAt(key));
  }
  view.findings();
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  const kept = older.filter((one) => one.deref() !== undefined).length;
  assert.ok(view.findings());
  return kept;
}

describe('the views of a document', () => {
  it('go with the keys in the prompt', async () => {
    const kept = await keptOf((key) => `${head}\n---\nYou review.${'x'.repeat(key)}\n`);
    assert.ok(kept <= 2, `${kept} of 20 are kept`);
  });

  it('go with the keys in the frontmatter', async () => {
    const kept = await keptOf((key) => `${head}, Edit${'x'.repeat(key)}\n---\nYou review.\n`);
    assert.ok(kept <= 2, `${kept} of 20 are kept`);
  });
});
