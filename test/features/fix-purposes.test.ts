// No fix leaves an agent with fewer purposes of tools in any program than its author wrote, unless its title or its finding states it.
import assert from 'node:assert/strict';
import { placesAs } from '../../server/cli/paths';
import { fixableFindings } from '../../server/features/diagnostics';
import { fixesFor } from '../../server/features/fixes/fixes';
import { type View, viewOf } from '../../server/features/view/view';
import { WorkBudget } from '../../server/features/view/work-budget';
import { purposesOf, toolPurposes } from '../../server/hosts/model/tool-purposes';
import { purposesIn } from '../../server/hosts/model/tools';
import type { Verdict } from '../../server/hosts/model/verdict';
import { defaultSettings } from '../../server/settings/settings';
import { applyEdits } from '../../server/text/edit';
import { catalog } from '../support/catalog';
import { corpusTexts } from '../support/corpus';
import { rulesWithExamples, viewOfExample } from '../support/examples';
import { scaled } from '../support/resources';
import { words } from '../support/words';

/** What the tools of the agent let it do; null where there is no agent or where its tools are not known. */
function purposesFor({ persona, dialect }: Verdict): ReadonlySet<string> | null {
  if (!persona || persona.tools.isUnknown) return null;
  const own = purposesIn(dialect.tools) ?? {};
  const { all, granted, denied } = persona.tools;
  const namesOf = (purpose: keyof typeof own): readonly string[] => own[purpose] ?? [];
  if (!all) return new Set(granted.flatMap((name) => purposesOf(name, own)));
  // A purpose is lost if each tool for it is denied.
  return new Set(toolPurposes.filter((one) => namesOf(one).some((name) => !denied.includes(name))));
}

/** A title or a message that reports to the author that there is less. */
const reportsLess =
  /\b(?:Remove|Delete|Deny|Revoke|Limit|Allow only|Separate)\b|limit is lost|allows more|"\*"/;

/** The author limits the agent in a way that its program ignores: a fix that makes the limit apply is what the author wrote. */
const limits =
  /^\s*(?:disallowedTools|excludeTools|excludedTools|permission|readonly)\b|\bdeny\b|: false$/m;
const list = /^\s*\W*(?:allowed-)?tools\W/m;

/** With all purposes, the list that the author wrote has no effect before the fix. */
const isLimited = (text: string, had: ReadonlySet<string>): boolean =>
  limits.test(text) || (had.size >= widest && list.test(text));

/** No agent of the examples and of real files lists tools for more purposes. */
const widest = 7;

/** What each fix of a file loses. @param again the file with another text. */
function lossesIn(view: View, again: (text: string) => View, made: () => void): readonly string[] {
  const { text } = view.outline;
  const losses: string[] = [];
  const before = new Map(view.lanes.map((lane) => [lane.place.host, purposesFor(lane.verdict())]));
  // Which tools a model is given is the choice of the program.
  const findings = fixableFindings(view).filter(({ rule }) => !rule.includes('model'));
  for (const finding of findings)
    for (const fix of fixesFor(
      view,
      finding,
      { start: 0, end: text.length },
      new WorkBudget(1e6),
    )) {
      made();
      const after = again(applyEdits(text, fix.edits));
      for (const lane of after.lanes) {
        const now = purposesFor(lane.verdict());
        const had = before.get(lane.place.host);
        if (!now || !had) continue;
        const lost = [...had].filter((one) => !now.has(one));
        if (
          lost.length > 0 &&
          !isLimited(text, had) &&
          !reportsLess.test(`${words(fix.title)} ${words(finding.message)}`)
        )
          losses.push(
            `${lane.place.host.id}: ${words(fix.title)}: ${lost.join(', ')}\n${words(finding.message)}\n${text}`,
          );
      }
    }
  return losses;
}

describe('the purposes of tools after a fix', () => {
  it('are those before it in the examples of all rules', () => {
    let made = 0;
    const losses = rulesWithExamples.flatMap(({ failing }) =>
      failing.flatMap((example) =>
        lossesIn(
          viewOfExample(example),
          (text) => viewOfExample({ ...example, text }),
          () => made++,
        ),
      ),
    );
    assert.deepEqual(losses, []);
    assert.ok(made > 150, String(made));
  }).timeout(60_000);

  it('are those before it in real files', () => {
    const settings = { ...defaultSettings, guests: 'all' as const };
    let made = 0;
    const losses = corpusTexts().flatMap((text) =>
      placesAs(catalog, '@own', 'reviewer.md', null).flatMap((place) => {
        const again = (now: string): View =>
          viewOf({ catalog, path: place.path, text: now, places: [place], settings });
        return lossesIn(again(text), again, () => made++);
      }),
    );
    assert.deepEqual(losses, []);
    assert.ok(made > scaled(500), String(made));
  }).timeout(120_000);
});
