// Our verdict on settings with hooks, servers and lists of tools in the words of the programs' answers.
import { hooksUnused } from '../../../server/hosts/judge/hook-file';
import { neverMatched } from '../../../server/hosts/judge/hook-matchers';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { type Entry, entryOf, textOf, type Value, valueAtKey } from '../../../server/yaml/value';
import { type Facts, facts, names, notPredicted, yesNo } from '../facts';
import { counted } from '../oracles/settings/hook-counts';
import { isSettings, type Question } from '../question';
import { ofStandIns, readFacts } from './read-keys';
import { verdictOn, why } from './verdict-on';

/** What differs by program. */
export interface SessionOf {
  /** How a server with a URL is reached. */
  readonly reached: (key: 'httpUrl' | 'url', server: Value) => string;
  readonly isStarted: (name: string, lists: NamesIn) => boolean;
  /** The built-in tools that lists take away, or that this is not predicted. */
  readonly withheld: (lists: NamesIn) => string;
  /** Why nothing is predicted; null where it is. */
  readonly open?: (verdict: Verdict) => string | null;
  /** Those of the hooks that are started. */
  readonly started?: (hooks: readonly HookThatRuns[], verdict: Verdict) => readonly HookThatRuns[];
  /** Other facts of a file that is used. */
  readonly more?: (hooks: readonly HookThatRuns[], verdict: Verdict) => Facts;
  /** The result for the file. */
  readonly file?: (isRead: boolean, settings: readonly Entry[]) => Facts;
  /** The value of `parent.key`, where the program also reads it elsewhere. */
  readonly settingIn?: (
    settings: readonly Entry[],
    parent: string,
    key: string,
  ) => Value | undefined;
}

/** The list at a key of a map; undefined where there is none. */
export type NamesIn = (map: string, key: string) => readonly string[] | undefined;

/** Null where the question is not about settings. */
export function sessionFacts(question: Question, host: Host, session: SessionOf): Facts | null {
  if (!isSettings(question)) return null;
  const verdict = verdictOn(host, question);
  const none = names([]);
  const { outcome = 'ignored' } = verdict ?? {};
  if (verdict?.outcome === 'unknown') return { hooks: notPredicted(why(verdict)) };
  const isStopped = outcome === 'stops-host';
  const open = (verdict && session.open?.(verdict)) ?? null;
  if (open !== null) return { settings: notPredicted(open), hooks: notPredicted(open) };
  const starts = yesNo(!isStopped);
  const isLoaded = outcome === 'loads' || outcome === 'loads-changed';
  const settings = verdict?.agent?.fields ?? [];
  const file = session.file?.(isStopped || isLoaded, settings) ?? {};
  if (!verdict || !isLoaded) return { starts, hooks: none, servers: none, withheld: none, ...file };
  const settingAt = (key: string): Value | undefined =>
    verdict.fields.find((field) => field.key === key)?.value;
  const field = verdict.fields.find((one) => one.key === 'mcpServers');
  // What has no effect, or another one, is started all the same.
  const isLost = field?.otherwise?.outcome === 'coerced';
  const lost = new Set(
    field?.problems.flatMap(({ path: [name, key], kind }) =>
      isLost && key !== 'args' && (kind !== 'unknown-key' || key === undefined) ? [name] : [],
    ),
  );
  const lists: NamesIn = (map, key) => {
    const holder = settingAt(map);
    const list = session.settingIn
      ? session.settingIn(settings, map, key)
      : holder && valueAtKey(holder, key);
    return list?.kind === 'list' ? list.items.map((item) => textOf(item) ?? '') : undefined;
  };
  const listed =
    field?.value.kind === 'list'
      ? field.value.items.map((value, index) => ({ key: String(index), value }))
      : [];
  const servers = (field?.value.kind === 'map' ? field.value.entries : listed).filter(
    ({ key, value }) =>
      value.kind === 'map' &&
      !lost.has(key) &&
      !lost.has(Number(key)) &&
      session.isStarted(key, lists),
  );
  const areOff = verdict.fields.some(
    ({ key, field, value, otherwise }) =>
      key === 'disableAllHooks' &&
      field !== undefined &&
      (otherwise !== undefined || (value.kind === 'boolean' && value.boolean)),
  );
  const all = areOff ? [] : hooksThatRun(settingAt('hooks'), host);
  const hooks = session.started?.(all, verdict) ?? all;
  return facts({
    starts,
    hooks: names(counted(hooks.map(({ event }) => event))),
    servers:
      field && question.text.slice(field.value.span.start, field.value.span.end).includes('$')
        ? notPredicted('variables')
        : names(
            servers.flatMap(({ key, value }) => {
              const how = reached(value, session);
              return how === null ? [] : [`${key}:${how}`];
            }),
          ),
    ...(field?.value.kind === 'map' && readFacts(field, servers, ofStandIns)),
    withheld: session.withheld(lists),
    ...session.more?.(hooks, verdict),
    ...file,
  });
}

function reached(server: Value, session: SessionOf): string | null {
  if (textOf(valueAtKey(server, 'httpUrl'))) return session.reached('httpUrl', server);
  if (textOf(valueAtKey(server, 'url'))) return session.reached('url', server);
  if (!textOf(valueAtKey(server, 'command'))) return null;
  const words = valueAtKey(server, 'args');
  return `stdio/${words?.kind === 'list' ? words.items.length : 0}`;
}

export interface HookThatRuns {
  readonly event: string;
  readonly group: Value;
  readonly hook: Value;
}

/** Each hook in which nothing is wrong. A wrong value is looked for again without those that were found before. */
function hooksThatRun(hooks: Value | undefined, host: Host): readonly HookThatRuns[] {
  if (hooks?.kind !== 'map') return [];
  const judge = host.dialects['settings']?.fields['hooks']?.judge;
  const isEvent = (key: string): boolean => {
    const type = host.dialects['settings']?.fields['hooks']?.type;
    return type?.type === 'map' && Object.hasOwn(type.keys ?? {}, key);
  };
  /** With only one hook of the map. */
  const alone = (entry: Entry, group: Value, hook: Value): Value => ({
    ...hooks,
    entries: [{ ...entry, value: listOf([withHooks(group, [hook])]) }],
  });
  return hooks.entries.flatMap((entry) => {
    if (!isEvent(entry.key)) return [];
    // Not every program reads a single group.
    const whole = judge?.({ ...hooks, entries: [entry] });
    if (entry.value.kind !== 'list' && whole?.problems.some(({ path }) => path.length === 1))
      return [];
    const groups = entry.value.kind === 'list' ? entry.value.items : [entry.value];
    const all = groups.flatMap((group) =>
      hooksOf(group).map((hook) => ({ event: entry.key, group, hook })),
    );
    const found = all.map(({ group, hook }) => judge?.(alone(entry, group, hook)) ?? null);
    if (found.some((one) => /of this event\./.test(JSON.stringify(one?.otherwise?.effect))))
      return [];
    return all.filter((_, index) => {
      const one = found[index];
      return (
        !one?.problems.length || one.otherwise === neverMatched || one.otherwise === hooksUnused
      );
    });
  });
}

const listOf = (items: readonly Value[]): Value => ({
  ...{ kind: 'list', items, flow: true },
  span: { start: 0, end: 0 },
});

const hooksOf = (group: Value): readonly Value[] => {
  const hooks = group.kind === 'map' ? entryOf(group.entries, 'hooks')?.value : undefined;
  return hooks?.kind === 'list' ? hooks.items : [];
};

const withHooks = (group: Value, hooks: readonly Value[]): Value =>
  group.kind === 'map'
    ? {
        ...group,
        entries: group.entries.map((entry) =>
          entry.key === 'hooks' ? { ...entry, value: listOf(hooks) } : entry,
        ),
      }
    : group;
