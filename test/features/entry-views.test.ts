// The agents in a configuration file while it is edited: what is found is the same as in a file that was just opened.
import assert from 'node:assert/strict';
import { entryFindings } from '../../server/features/view/entry-findings';
import { type View, viewOf } from '../../server/features/view/view';
import { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import { defaultContext } from '../../server/hosts/model/context';
import type { Host } from '../../server/hosts/model/host';
import type { Reader } from '../../server/hosts/model/reading';
import { defaultSettings } from '../../server/settings/settings';
import { entryHoldersAt } from '../../server/workspace/companions/entries';
import { companionsAt } from '../../server/workspace/companions/files';
import { catalog as everyHost } from '../support/catalog';
import { words } from '../support/words';

type ReaderInput = Parameters<Reader>[0];

let readings = 0;

const counting = (host: Host): Host => ({
  ...host,
  kinds: Object.fromEntries(
    Object.entries(host.kinds).map(([name, kind]) => [
      name,
      {
        ...kind,
        reader: (input: ReaderInput) => {
          readings++;
          return kind.reader(input);
        },
      },
    ]),
  ) as Host['kinds'],
});
const catalog = new HostCatalog(everyHost.hosts.map(counting));

const at = 'opencode.json';
const holders = entryHoldersAt(catalog, at, {});
const same = {
  ...{ catalog, path: at, places: [], settings: defaultSettings, context: defaultContext },
  entryHolders: () => holders,
  companionPlaces: () => companionsAt(at, catalog.mainHosts),
};
const opened = (text: string): View => viewOf({ ...same, text });

/** The views of the versions of one file, in the order in which they are made. */
function versions(): (text: string) => View {
  const known = entryFindings();
  return (text) => viewOf({ ...same, text, entryFindings: known });
}

const replaced = (before: string, from: string, to: string): string => {
  const start = before.indexOf(from);
  return before.slice(0, start) + to + before.slice(start + from.length);
};

const shown = (view: View): readonly string[] =>
  view.findings().map(({ span, rule, message, severity, host, fixes }) => {
    const at = span && `${span.start}-${span.end}`;
    const edits = fixes.map((fix) => [words(fix.title), fix.edits()]);
    return JSON.stringify([at, rule, severity, host, words(message), edits]);
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
      const version = versions();
      const now = replaced(text, from, to);
      for (const one of [text, now, text])
        assert.deepEqual(shown(version(one)), shown(opened(one)));
    });

  it('are judged again only where the text has changed', () => {
    const version = versions();
    const readIn = (one: string): number => {
      const before = readings;
      version(one).findings();
      return readings - before;
    };
    const whole = readIn(text);
    // The names in the file are read each time.
    const names = readIn(text);
    const one = (whole - names) / 3;
    assert.ok(one > 0);
    assert.equal(readIn(replaced(text, '"sub"', '"xyz"')), names + one);
    assert.equal(readIn(`\n${text}`), names + one, 'the one that is again as it was');
    assert.equal(readIn(text), names);
  });
});
