// Our verdict on settings in the words of the programs' answers.
import { hookEvents } from '../../../server/hosts/claude-code/misplaced-hooks';
import { unlistedPlugins } from '../../../server/hosts/judge/plugins/unlisted-plugins';
import type { Host } from '../../../server/hosts/model/host';
import { documentKindOf } from '../../../server/hosts/model/place';
import type { SwitchedPlugin } from '../../../server/hosts/model/plugin-switches';
import { entryOf, type Value } from '../../../server/yaml/value';
import { type Facts, facts, names, notPredicted } from '../facts';
import { asksForEnabled, isSettings, type Question } from '../question';
import { verdictOn, why } from './verdict-on';

/** Null where the question is not about settings. */
export function settingsFacts(
  question: Question,
  host: Host,
  isApplied: (rule: Value, list: 'allow' | 'ask' | 'deny') => boolean,
  hooksOf: (hooks: Value | undefined) => string,
): Facts | null {
  if (!isSettings(question)) return null;
  if (asksForEnabled(question)) return enabledFacts(question, host);
  const verdict = verdictOn(host, question);
  if (!verdict) return { settings: 'no' };
  if (verdict.outcome === 'unknown') return { settings: notPredicted(why(verdict)) };
  if (verdict.outcome !== 'loads' && verdict.outcome !== 'loads-changed') return { settings: 'no' };
  // A file without a key is not listed, nor is one with hooks alone, of which none is left.
  if (verdict.fields.every(({ key, value }) => key === 'hooks' && isNothing(value)))
    return { settings: 'no' };
  const settingAt = (key: string): Value | undefined =>
    verdict.fields.find((field) => field.key === key)?.value;
  const rulesOf = (list: 'allow' | 'ask' | 'deny'): string => {
    const permissions = settingAt('permissions');
    const rules =
      permissions?.kind === 'map' ? entryOf(permissions.entries, list)?.value : undefined;
    const all = rules?.kind === 'list' ? rules.items : [];
    return names(
      all.flatMap((rule) => (rule.kind === 'text' && isApplied(rule, list) ? [rule.text] : [])),
    );
  };
  return facts({
    settings: 'yes',
    allow: rulesOf('allow'),
    ask: rulesOf('ask'),
    deny: rulesOf('deny'),
    hooks: hooksOf(settingAt('hooks')),
  });
}

/** Hooks without a list of an event. An empty map stays. */
const isNothing = (hooks: Value): boolean =>
  hooks.kind !== 'map' ||
  (hooks.entries.length > 0 &&
    !hooks.entries.some(
      ({ key, value }) => value.kind === 'list' && (hookEvents as readonly string[]).includes(key),
    ));

function enabledFacts(question: Question, host: Host): Facts {
  const verdict = verdictOn(host, question);
  const kind = verdict && documentKindOf(verdict.place);
  if (kind?.subject !== 'settings' || !kind.switches || !verdict?.agent)
    return { plugins: notPredicted('It is not known which plugins it enables.') };
  const { switches } = kind;
  const { place, agent } = verdict;
  const lost = new Set(
    unlistedPlugins(switches, agent.fields, place).map(({ entry }) => entry.key),
  );
  const contents = switches
    .marketplaces(agent.fields, place)
    .flatMap(({ content }) => content ?? []);
  const isKnown = ({ plugin, marketplace }: SwitchedPlugin): boolean =>
    contents.some(({ name, plugins }) => name === marketplace && plugins.includes(plugin));
  const on = switches.on(agent.fields).filter(({ entry }) => !lost.has(entry.key));
  return facts({
    plugins: on.every(isKnown)
      ? names(on.map(({ entry }) => entry.key))
      : notPredicted('A former name, or a marketplace that is not in the project.'),
  });
}
