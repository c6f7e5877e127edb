// Our verdict on settings in the words of the programs' answers.
import { hookEvents } from '../../../server/hosts/claude-code/misplaced-hooks';
import type { Host } from '../../../server/hosts/model/host';
import { entryOf, type Value } from '../../../server/yaml/value';
import { type Facts, facts, names, notPredicted } from '../facts';
import { isSettings, type Question } from '../question';
import { verdictOn, why } from './verdict-on';

/** Null where the question is not about settings. */
export function settingsFacts(
  question: Question,
  host: Host,
  isApplied: (rule: Value, list: 'allow' | 'ask' | 'deny') => boolean,
  hooksOf: (hooks: Value | undefined) => string,
): Facts | null {
  if (!isSettings(question)) return null;
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
