// Labels of VS Code, which interpret icons and links.
import assert from 'node:assert/strict';
import { lenses } from '../../server/features/lens';
import { inertLabel } from '../../server/text/inert-label';
import { visibleControls } from '../../server/text/visible-controls';
import { agentFolders, hostileAgent, hostileTexts } from '../support/hostile-agents';
import { some } from '../support/share';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

/** As VS Code recognizes them: `iconLabels.ts` and `linkedText.ts`. */
const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;
const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;

describe('hostile text in labels', () => {
  for (const [index, [attempt, text]] of hostileTexts.entries())
    it(`is no icon and no link: ${attempt}`, () => {
      const label = inertLabel(text);
      assert.doesNotMatch(label, icon);
      assert.doesNotMatch(label, link);
      assert.equal(visibleControls(label), label);
      assert.equal(label.replaceAll('\u200b', ''), visibleControls(text));
      for (const path of some(agentFolders, index)) {
        const at = path.replace('{name}', 'reviewer');
        for (const lens of lenses(viewAt(hostileAgent(text, text), { at }), () => true)) {
          assert.doesNotMatch(inertLabel(words(lens.title)), icon);
          assert.doesNotMatch(inertLabel(words(lens.title)), link);
        }
      }
    });

  it('is unchanged where nothing would be interpreted', () => {
    for (const text of ['code-reviewer', '5 of 8 tools (a) [b]', '$x (y)', 'Prüfer 👍'])
      assert.equal(inertLabel(text), text);
  });
});
