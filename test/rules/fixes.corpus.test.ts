// Safe fixes on real agent files: no host that reads the file does worse or grants more after a single fix or after all of
// them, and a second run of the fixes changes nothing.
import assert from 'node:assert/strict';
import { sketchOf } from '../../server/agent/caret-sketch';
import { fixAll, fixesFor } from '../../server/features/fixes/fixes';
import { type View, viewOf } from '../../server/features/view/view';
import { defaultSettings } from '../../server/settings/settings';
import { applyEdits } from '../../server/text/edit';
import { catalog, placesOf } from '../support/catalog';
import { type CorpusAgent, copiedAgents, corpusAgents } from '../support/corpus-agents';
import { scaled } from '../support/resources';
import { words } from '../support/words';
import { isBetter, worse } from '../support/worse';

const settings = { ...defaultSettings, guests: 'all' } as const;

const open = ({ path, text }: Pick<CorpusAgent, 'path' | 'text'>): View =>
  viewOf({ catalog, path, text, places: placesOf(path), settings });

describe('real files', () => {
  it('are not worse after all safe fixes, which change nothing a second time', () => {
    const seen = { changed: 0, better: 0, wrong: 0 };
    const wrong = corpusAgents().flatMap((agent) => {
      const found = worseForAll(agent, (isBetterNow) => {
        seen.changed++;
        if (isBetterNow) seen.better++;
      });
      if (found.length > 0) seen.wrong++;
      return found;
    });
    console.log(
      `    all safe fixes: ${seen.changed} files changed, ${seen.better} fare better in some host, ${seen.changed - seen.better - seen.wrong} the same, ${seen.wrong} worse or mended anew a second time`,
    );
    isEmpty(wrong);
    assert.ok(seen.better > scaled(100));
  }).timeout(120_000);

  it('are not worse after any single safe fix', () => {
    isEmpty(corpusAgents().flatMap(worseForOne));
  }).timeout(120_000);

  it('are not worse in the folders of other hosts', () => {
    isEmpty(copiedAgents(4).flatMap((agent) => [...worseForAll(agent), ...worseForOne(agent)]));
  }).timeout(120_000);
});

const isEmpty = (wrong: readonly string[]): void =>
  assert.equal(wrong.length, 0, `\n    ${wrong.slice(0, 40).join('\n    ')}`);

function worseForAll(
  agent: CorpusAgent,
  count: (isBetterNow: boolean) => void = () => undefined,
): readonly string[] {
  const before = open(agent);
  const { text, count: applied } = fixAll(before);
  if (text === agent.text) return [];
  const now = open({ ...agent, text });
  const again = fixAll(now);
  count(isBetter(before.verdicts(), now.verdicts()));
  return [
    ...worse(before.verdicts(), now.verdicts()).map((what) => `${what} (${applied} fixes)`),
    ...(again.text === text ? [] : [`a second time: ${again.count}`]),
    ...untouched(before, now),
  ].map((what) => labeled(agent, what));
}

function worseForOne(agent: CorpusAgent): readonly string[] {
  const before = open(agent);
  return safeFixes(before).flatMap(({ title, text }) =>
    worse(before.verdicts(), open({ ...agent, text }).verdicts()).map((what) =>
      labeled(agent, `${title}: ${what}`),
    ),
  );
}

const labeled = ({ path, file }: CorpusAgent, what: string): string =>
  `${path} ${file}\n      ${what}`;

/** Each text that one safe fix gives, once. */
function safeFixes(view: View): readonly { readonly title: string; readonly text: string }[] {
  const byText = new Map<string, { title: string; text: string }>();
  for (const finding of view.findings()) {
    for (const { title, safety, edits } of fixesFor(view, finding)) {
      const text = applyEdits(view.outline.text, edits);
      if (safety === 'safe') byText.set(text, { title: words(title), text });
    }
  }
  return [...byText.values()];
}

/** The prompt and the comments are unchanged. */
function untouched(before: View, now: View): readonly string[] {
  const body = ({ outline }: View): string => outline.text.slice(outline.body.start).trimStart();
  const isWhole = before.outline.shape === 'closed' && before.outline.errors.length === 0;
  if (!isWhole) return [];
  const kept = commentsIn(now);
  return [
    ...(body(before) === body(now) ? [] : ['the prompt changed']),
    ...commentsIn(before).flatMap((comment) => (kept.includes(comment) ? [] : `lost ${comment}`)),
  ];
}

const commentsIn = ({ outline }: View): readonly string[] => {
  const { slots, comments } = sketchOf(outline);
  return [...comments, ...slots.flatMap(({ content }) => content.comment ?? [])].map(
    ({ start, end }) => outline.text.slice(start, end).trim(),
  );
};
