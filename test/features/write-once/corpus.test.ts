// What "valid for these hosts" promises, over every real agent file: after the change all of them load it, each limit
// that one of them kept is kept, and none gives the agent more than before.
import assert from 'node:assert/strict';
import { outlineOf } from '../../../server/agent/outline';
import { type View, viewOf } from '../../../server/features/view/view';
import { writeOnce } from '../../../server/features/write-once/make-valid';
import { judge } from '../../../server/hosts/judge/compute-verdict';
import type { Host } from '../../../server/hosts/model/host';
import { hasAgent } from '../../../server/hosts/model/outcome';
import { placeInOwnFolder } from '../../../server/hosts/model/place';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { defaultSettings } from '../../../server/settings/settings';
import { catalog, hosts, placesOf } from '../../support/catalog';
import { type CorpusAgent, corpusAgents } from '../../support/corpus-agents';
import { scaled } from '../../support/resources';

const named = (...ids: readonly string[]): readonly Host[] =>
  hosts.filter(({ id }) => ids.includes(id));

const choices = [
  named('claude-code', 'opencode'),
  named('claude-code', 'vscode', 'copilot-cli'),
  named('opencode', 'kilo', 'copilot-cli'),
];

describe('real files made valid for several hosts', () => {
  it('load in all of them and allow no more', () => {
    let changed = 0;
    let refused = 0;
    const wrong: string[] = [];
    for (const agent of corpusAgents())
      for (const choice of choices) {
        const view = open(agent);
        const { blocked, change, notes } = writeOnce(view, choice);
        if (blocked.length > 0 && !change) {
          refused++;
          if (notes.length === 0) wrong.push(`${agent.file}: no reason`);
        }
        if (!change) continue;
        changed++;
        wrong.push(...flaws(view, change.text, choice).map((what) => `${agent.file}: ${what}`));
      }
    assert.deepEqual(wrong.slice(0, 20), []);
    assert.ok(changed > scaled(100), `${changed} were changed`);
    assert.ok(refused > 0, `${refused} could not be`);
  }).timeout(120_000);
});

const open = ({ path, text }: CorpusAgent): View =>
  viewOf({ catalog, path, text, places: placesOf(path), settings: defaultSettings });

/** Derived from the verdicts, not from the code that made the change. */
function flaws(view: View, text: string, choice: readonly Host[]): readonly string[] {
  const asked = choice.map((host) => [host, true] as const);
  const others = view.places.filter(({ host }) => !choice.includes(host));
  const all = [...asked, ...others.map(({ host }) => [host, false] as const)];
  return all.flatMap(([host, isAsked]): readonly string[] => {
    const place = view.places.find((one) => one.host === host) ?? placeInOwnFolder(host, view.path);
    if (!place) return [];
    const [was, is] = [judge(view.outline, place), judge(outlineOf(text), place)];
    const loads = hasAgent(is.outcome) && is.reason !== 'frontmatter-lost' && !losesLimit(is);
    return [
      ...(isAsked && !loads ? [`${host.id} ${is.outcome} (${is.reason})`] : []),
      ...wider(was, is).map((what) => `${host.id} ${what}`),
    ];
  });
}

const losesLimit = ({ fields }: Verdict): boolean =>
  fields.some(({ otherwise }) => otherwise?.losesLimit === true);

/** Where there was no agent before, there is nothing to compare with; the examples next to this file cover that case. */
function wider({ persona: was }: Verdict, { persona: is }: Verdict): readonly string[] {
  if (!was) return [];
  if (!is) return ['has no agent any more'];
  const has = (name: string): boolean => was.tools.all || was.tools.granted.includes(name);
  return [
    ...is.tools.granted.filter((name) => !has(name)).map((name) => `gains ${name}`),
    ...(is.tools.all && !was.tools.all ? ['gains every tool'] : []),
    ...(is.tools.all && was.tools.all
      ? was.tools.denied.filter((name) => !is.tools.denied.includes(name))
      : []
    ).map((name) => `denies ${name} no more`),
    ...(is.permissions ?? [])
      .filter(({ action }) => action !== 'deny')
      .map(({ permission, pattern, action }) => `${permission} ${pattern} ${action}`)
      .filter(
        (rule) =>
          !(was.permissions ?? []).some(
            ({ permission, pattern, action }) => `${permission} ${pattern} ${action}` === rule,
          ),
      )
      .map((rule) => `gains the rule ${rule}`),
  ];
}
