// Our verdict on settings of Gemini CLI in the words of its answers.
import { neverMatched } from '../../../server/hosts/judge/hook-matchers';
import type { Host } from '../../../server/hosts/model/host';
import { type Entry, entryOf, textOf, type Value } from '../../../server/yaml/value';
import { type Facts, facts, names, notPredicted, yesNo } from '../facts';
import { counted } from '../oracles/settings/hook-counts';
import { isSettings, type Question } from '../question';
import { verdictOn, why } from './verdict-on';

/** Null where the question is not about settings. */
export function geminiSettingsFacts(question: Question, host: Host): Facts | null {
  if (!isSettings(question)) return null;
  const verdict = verdictOn(host, question);
  const none = names([]);
  const { outcome = 'ignored' } = verdict ?? {};
  if (verdict?.outcome === 'unknown') return { hooks: notPredicted(why(verdict)) };
  const starts = yesNo(outcome !== 'stops-host');
  if (!verdict || (outcome !== 'loads' && outcome !== 'loads-changed'))
    return { starts, hooks: none, servers: none, withheld: none };
  const settingAt = (key: string): Value | undefined =>
    verdict.fields.find((field) => field.key === key)?.value;
  const field = verdict.fields.find((one) => one.key === 'mcpServers');
  // What has no effect is started all the same.
  const isLost = field?.otherwise?.outcome === 'coerced';
  const lost = new Set(
    field?.problems.flatMap(({ path: [name, key] }) => (isLost && key !== 'args' ? [name] : [])),
  );
  const mcp = settingAt('mcp');
  const listOf = (map: Value | undefined, key: string): readonly string[] | undefined => {
    const list = map?.kind === 'map' ? entryOf(map.entries, key)?.value : undefined;
    return list?.kind === 'list' ? list.items.map((item) => textOf(item) ?? '') : undefined;
  };
  const allowed = listOf(mcp, 'allowed') ?? [];
  const blocked = listOf(mcp, 'excluded') ?? [];
  const listed =
    field?.value.kind === 'list'
      ? field.value.items.map((value, index) => ({ key: String(index), value }))
      : [];
  const servers = (field?.value.kind === 'map' ? field.value.entries : listed).filter(
    ({ key, value }) =>
      value.kind === 'map' &&
      !lost.has(key) &&
      !lost.has(Number(key)) &&
      (allowed.length === 0 || allowed.includes(key)) &&
      !blocked.includes(key),
  );
  const tools = settingAt('tools');
  const known = new Set(host.dialects['agent']?.tools.tools.map(({ name }) => name));
  const excluded = listOf(tools, 'exclude') ?? [];
  return facts({
    starts,
    hooks: names(counted(hooksThatRun(settingAt('hooks'), host))),
    servers: question.text.includes('$')
      ? notPredicted('variables')
      : names(
          servers.flatMap(({ key, value }) => {
            const how = reached(value);
            return how === null ? [] : `${key}:${how}`;
          }),
        ),
    withheld:
      listOf(tools, 'core') || excluded.some((name) => !known.has(name) && /[A-Z*]/.test(name))
        ? notPredicted('the list of tools')
        : names(excluded.filter((name) => known.has(name))),
  });
}

function reached(server: Value): string | null {
  const at = (key: string): Value | undefined =>
    server.kind === 'map' ? entryOf(server.entries, key)?.value : undefined;
  if (textOf(at('httpUrl'))) return 'http';
  if (textOf(at('url'))) return textOf(at('type')) === 'sse' ? 'sse' : 'http';
  if (!textOf(at('command'))) return null;
  const words = at('args');
  return `stdio/${words?.kind === 'list' ? words.items.length : 0}`;
}

/** The event of each hook in which nothing is wrong. A wrong value is looked for again without those that were found before. */
export function hooksThatRun(hooks: Value | undefined, host: Host): readonly string[] {
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
    const groups = entry.value.kind === 'list' ? entry.value.items : [entry.value];
    const all = groups.flatMap((group) => hooksOf(group).map((hook) => ({ group, hook })));
    const found = all.map(({ group, hook }) => judge?.(alone(entry, group, hook)) ?? null);
    if (found.some((one) => /of this event\./.test(JSON.stringify(one?.otherwise?.effect))))
      return [];
    return found.flatMap((one) =>
      one === null || one.problems.length === 0 || one.otherwise === neverMatched
        ? [entry.key]
        : [],
    );
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
