// The agents in a configuration file while it is edited: what is found is the same as in a file that was just opened.
import assert from 'node:assert/strict';
import { type View, viewOf } from '../../server/features/view';
import { defaultContext } from '../../server/hosts/model/context';
import { defaultSettings } from '../../server/settings/settings';
import { entryHoldersAt } from '../../server/workspace/companions/entries';
import { companionsAt } from '../../server/workspace/companions/files';
import { catalog } from '../support/catalog';

const at = 'opencode.json';
const holders = entryHoldersAt(catalog, at, {});
const same = {
  ...{ catalog, path: at, places: [], settings: defaultSettings, context: defaultContext },
  entryHolders: () => holders,
  companionPlaces: () => companionsAt(at, catalog.mainHosts),
};
const opened = (text: string): View => viewOf({ ...same, text });

/** The view after an edit, and the text. */
function edited(previous: View, start: number, end: number, insert: string): View {
  const { text } = previous.outline;
  const change = { start, end, length: insert.length };
  return viewOf({
    ...same,
    text: text.slice(0, start) + insert + text.slice(end),
    previous,
    change,
  });
}

const shown = (view: View): readonly string[] =>
  view.findings().map(({ span, rule, message, severity, host }) => {
    const at = span && `${span.start}-${span.end}`;
    return [at, rule, severity, host, message].join(' ');
  });

const agents = ['a', 'b', 'c'].map(
  (name) => `    "${name}": { "mode": "sub", "color": "red", "model": "own/x" }`,
);
const text = `{\n  "provider": { "other": {} },\n  "agent": {\n${agents.join(',\n')}\n  }\n}\n`;

const edits: readonly (readonly [string, string, string])[] = [
  ['a name before the others', '"a"', '"renamed"'],
  [
    'a value in the middle',
    '"sub", "color": "red", "model": "own/x" },\n    "c"',
    '"all" },\n    "c"',
  ],
  ['a provider that they use', '"other"', '"own"'],
  ['a key around them', '"agent"', '"mode"'],
  ['a bracket', '"agent": {', '"agent": ['],
  ['a second agent of one name', '"b"', '"a"'],
  ['an agent that is removed', `${agents[1]},\n`, ''],
  ['a key before them', '"provider"', '"model": "x/y", "provider"'],
];

describe('agents in a configuration file that is edited', () => {
  for (const [what, from, to] of edits)
    it(`are the same as in a file that was just opened: ${what}`, () => {
      const before = opened(text);
      before.findings();
      const start = text.indexOf(from);
      const now = edited(before, start, start + from.length, to);
      assert.deepEqual(shown(now), shown(opened(now.outline.text)));
      const again = edited(now, start, start + to.length, from);
      assert.deepEqual(shown(again), shown(before));
    });

  it('are checked again only where the text has changed', () => {
    const before = opened(text);
    before.findings();
    const start = text.indexOf('"sub"') + 1;
    const now = edited(before, start, start + 3, 'xyz');
    const fixes = now
      .entries()
      .map((entry) => entry.findings().reduce((sum, one) => sum + one.fixes.length, 0));
    assert.ok((fixes[0] ?? 0) > 0, 'the edited one has fixes');
    assert.deepEqual(fixes.slice(1), [0, 0], 'the others have the findings of before');
    assert.ok(now.isCarried, 'so that they are checked when typing pauses');
  });
});
