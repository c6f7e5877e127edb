// A rule that says what it speaks of has nothing to say of any verdict without that: it is not asked there.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { judge } from '../../server/hosts/judge';
import { ownPlace, placesOf } from '../../server/hosts/places';
import { hosts } from '../../server/hosts/registry';
import { holds } from '../../server/rules/run';
import { corpusTexts } from '../support/corpus';
import { around, rulesWithExamples as rules } from '../support/examples';

const listening = rules.flatMap(({ name, hears, check }) =>
  hears && check ? [{ name, hears, check }] : [],
);
const aboutNames = rules.flatMap(({ name, hears, across }) =>
  hears === 'names' && across ? [{ name, across }] : [],
);
const nothingAllowed = { fields: [], tools: [] };

/** Rules that would speak of the text where they are not asked; how often they were not. */
function unheard(
  text: string,
  places: ReturnType<typeof placesOf>,
): { readonly missed: readonly string[]; readonly spared: number } {
  const outline = outlineOf(text);
  const verdicts = places.map((place) => judge(outline, place));
  let spared = 0;
  const missed = verdicts.flatMap((verdict) =>
    listening.flatMap(({ name, hears, check }) => {
      if (holds(verdict, hears)) return [];
      spared++;
      const besides = verdicts.filter((one) => one !== verdict);
      return check({ outline, verdict, besides, allowed: nothingAllowed }).map(
        ({ message }) => `${name}: ${message}`,
      );
    }),
  );
  return { missed, spared };
}

describe('rules/hearing', function () {
  this.timeout(60_000);

  it('loses nothing in any example', () => {
    let spared = 0;
    for (const { failing, passing } of rules)
      for (const { path, text } of [...failing, ...passing]) {
        const told = unheard(text, placesOf(path));
        assert.deepEqual(told.missed, [], text);
        spared += told.spared;
      }
    assert.ok(spared > 1_000, `${spared} times a rule was not asked`);
  });

  it('loses nothing of agents that name nobody', () => {
    let spared = 0;
    for (const example of rules.flatMap(({ failing, passing }) => [...failing, ...passing])) {
      const neighbours = around(example);
      for (const known of neighbours.all())
        for (const { name, across } of aboutNames) {
          const agent = { ...known, references: [] };
          assert.deepEqual(across({ agent, neighbours }), [], `${name}: ${example.path}`);
          spared++;
        }
    }
    assert.ok(aboutNames.length >= 5 && spared > 1_000, `${spared} times a rule was not asked`);
  });

  describe('over real files', () => {
    it('loses nothing in any host', () => {
      for (const text of corpusTexts()) {
        const places = hosts.flatMap((host) => ownPlace(host, '/a/agent.md') ?? []);
        assert.deepEqual(unheard(text, places).missed, []);
      }
    });
  });
});
