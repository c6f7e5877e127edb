// Translated tools and converted permissions of every second real agent file, in the folders of all hosts: a translated list
// loses no tool, and converted rules are those that the host derived from the old map.
import assert from 'node:assert/strict';
import { fixesFor } from '../../server/features/fixes/fixes';
import type { QuickFix } from '../../server/features/fixes/quick-fix';
import { type View, viewOf } from '../../server/features/view/view';
import type { Verdict } from '../../server/hosts/model/verdict';
import { defaultSettings } from '../../server/settings/settings';
import { applyEdits } from '../../server/text/edit';
import { catalog, placesOf } from '../support/catalog';
import { type CorpusAgent, copiedAgents } from '../support/corpus-agents';
import { scaled } from '../support/resources';
import { words } from '../support/words';

const open = (path: string, text: string): View =>
  viewOf({ catalog, path, text, places: placesOf(path), settings: defaultSettings });

interface Tried {
  readonly title: string;
  readonly before: Verdict;
  readonly now: Verdict;
  readonly agent: CorpusAgent;
}

let all: readonly Tried[] | undefined;

describe('real files', () => {
  it('keep every tool when the list uses the names of the host', () => {
    const tried = everyFix().filter(({ title }) => title.startsWith('Use the tool names of '));
    assert.ok(tried.length > scaled(50), `${tried.length} lists`);
    for (const { before, now, agent } of tried) {
      // Of a map where a list belongs no name was read.
      const wasRead = before.tools.length > 0;
      assert.ok(!wasRead || lost(now) <= lost(before), `${agent.path} ${agent.file}`);
      const had = before.persona?.tools.granted ?? [];
      const { all: every, granted = [] } = now.persona?.tools ?? {};
      for (const name of had) assert.ok(every || granted.includes(name), `${agent.file}: ${name}`);
    }
  }).timeout(120_000);

  it('have the same permission rules after converting an old map', () => {
    const tried = everyFix().filter(({ title }) => /^Convert to "[^"]+"$/.test(title));
    assert.ok(tried.length > scaled(10), `${tried.length} maps`);
    for (const { before, now, agent } of tried)
      assert.deepEqual(rules(now), rules(before), `${agent.path} ${agent.file}`);
  }).timeout(120_000);
});

function everyFix(): readonly Tried[] {
  all ??= copiedAgents(2).flatMap((agent) => {
    const view = open(agent.path, agent.text);
    const found = view.findings().filter(({ fixes }) => fixes.some(isOne));
    return found.flatMap((finding) =>
      fixesFor(view, finding)
        .filter(isOne)
        .flatMap(({ title, edits }) => {
          const now = open(agent.path, applyEdits(agent.text, edits)).verdicts();
          const verdicts = view.verdicts().map((before, index) => ({ before, now: now[index] }));
          return verdicts.flatMap(({ before, now: other }) =>
            other && before.place.host.id === finding.host
              ? [{ title: words(title), before, now: other, agent }]
              : [],
          );
        }),
    );
  });
  return all;
}

const isOne = ({ title }: Pick<QuickFix, 'title'>): boolean =>
  /^(?:Use the tool names of |Convert to "[^"]+"$)/.test(words(title));

const lost = ({ tools }: Verdict): number =>
  tools.filter(({ outcome }) => outcome === 'lost').length;

const rules = ({ persona }: Verdict): readonly string[] =>
  (persona?.permissions ?? []).map(
    ({ permission, pattern, action }) => `${permission} ${pattern} ${action}`,
  );
