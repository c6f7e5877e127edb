// Pairs of a rule and a call about which a program is asked, and how its answers differ from what we state.

import type { ToolCall } from '../../../server/hosts/model/guards';
import type { Host } from '../../../server/hosts/model/host';
import type { Group } from './pairs';

/** Settings of a project, from the file with the lowest precedence. */
export type Layers = readonly [project: object, local?: object];

export interface AskedRules {
  readonly host: Host;
  readonly groups: Readonly<Record<string, Group>>;
  /** The lists that a rule can be in. */
  readonly lists: readonly string[];
  readonly settingsWith: (list: string, rule: string) => object;
  readonly layers: Readonly<Record<string, Layers>>;
  readonly callsInLayers: readonly ToolCall[];
  /** The call as `dossier probe` resolves its path. */
  readonly resolved: (call: ToolCall) => ToolCall;
}

/** A character for each call of the group. */
export interface RecordedRules {
  /** By the group, then by the list and the rule. */
  readonly rules: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly layers: Readonly<Record<string, string>>;
}

export interface Compared {
  readonly asked: number;
  /** About which we state nothing. */
  readonly open: number;
  readonly differences: readonly string[];
}

const meanings: Readonly<Record<string, string>> = { '+': 'allow', '?': 'ask', '-': 'deny' };

/** Our statements on all pairs of the record. */
export function compareRules(
  { host: { guards }, groups, lists, settingsWith, layers, callsInLayers, resolved }: AskedRules,
  record: RecordedRules,
): Compared {
  const differences: string[] = [];
  let asked = 0;
  let open = 0;
  const put = (
    title: string,
    calls: readonly ToolCall[],
    answers: string,
    settings: Layers,
  ): void => {
    const texts = settings.flatMap((one, index) =>
      one ? [{ file: guards?.files[index] ?? '', text: JSON.stringify(one) }] : [],
    );
    calls.forEach((call, index) => {
      const there = meanings[answers[index] ?? ''];
      if (there === undefined) return;
      asked++;
      const here = guards?.decide(texts)(resolved(call)).action;
      if (here === 'unknown') open++;
      else if (here !== there)
        differences.push(`${title}, ${call.tool} ${call.subject}: ${there} there, ${here} here`);
    });
  };
  for (const [name, { calls, rules }] of Object.entries(groups))
    for (const list of lists)
      for (const rule of rules) {
        const title = `${list} ${rule}`;
        put(title, calls, record.rules[name]?.[title] ?? '', [settingsWith(list, rule)]);
      }
  for (const [title, settings] of Object.entries(layers))
    put(title, callsInLayers, record.layers[title] ?? '', settings);
  return { asked, open, differences };
}

/**
 * @param answers a character for each call
 * @param only asks about rules with this text in `group: list rule`, and takes the other answers from the record.
 */
export async function askRules(
  { groups, lists, settingsWith, layers, callsInLayers }: AskedRules,
  answers: (settings: Layers, calls: readonly ToolCall[]) => Promise<readonly string[]>,
  recorded: RecordedRules,
  { only, atOnce }: { readonly only: string; readonly atOnce: number },
): Promise<RecordedRules> {
  const rules: Record<string, Record<string, string>> = {};
  const found: Record<string, string> = {};
  const jobs: (() => Promise<void>)[] = [];
  for (const [name, { calls, rules: own }] of Object.entries(groups)) {
    const group: Record<string, string> = {};
    rules[name] = group;
    for (const list of lists)
      for (const rule of own) {
        const title = `${list} ${rule}`;
        const isAsked = `${name}: ${title}`.includes(only);
        group[title] = isAsked ? '' : (recorded.rules[name]?.[title] ?? '');
        if (isAsked)
          jobs.push(async () => {
            group[title] = (await answers([settingsWith(list, rule)], calls)).join('');
          });
      }
  }
  for (const [title, settings] of Object.entries(layers)) {
    const isAsked = `layers: ${title}`.includes(only);
    found[title] = isAsked ? '' : (recorded.layers[title] ?? '');
    if (isAsked)
      jobs.push(async () => {
        found[title] = (await answers(settings, callsInLayers)).join('');
      });
  }
  const work = async (): Promise<void> => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await job();
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, work));
  return { rules, layers: found };
}
