// Our verdict on settings of Qwen Code in the words of its answers.

import { namesIn } from '../../../server/hosts/judge/settings-texts';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { ignoredSince, places } from '../../../server/hosts/qwen-code/settings/earlier-names';
import { idOfName, toolsOf } from '../../../server/hosts/qwen-code/settings/names';
import { faultOf } from '../../../server/hosts/qwen-code/settings/rule-faults';
import { settingIn } from '../../../server/hosts/qwen-code/settings/used';
import {
  type Entry,
  entryOf,
  isFalsy,
  textOf,
  type Value,
  valueAtKey,
} from '../../../server/yaml/value';
import { type Facts, facts, names } from '../facts';
import { counted } from '../oracles/settings/hook-counts';
import type { Question } from '../question';
import { type HookThatRuns, type SessionOf, sessionFacts } from './session-settings';

export const qwenSettingsFacts = (question: Question, host: Host): Facts | null =>
  sessionFacts(question, host, session);

/** Whether it names a tool, or what may be one of a server. A rule of another name is not reported, but is not applied either. */
function isOfTool(rule: string): boolean {
  const name = rule.replace(/\s*\(.*$/s, '');
  return name.startsWith('mcp__') || idOfName(name) !== undefined;
}

/** A pattern of names of servers. */
function matches(pattern: string, name: string): boolean {
  const plainText = pattern.replaceAll(/[\\^$.+()[\]{}|]/g, '\\$&');
  return new RegExp(`^${plainText.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(name);
}

/** Tools that a rule is for, besides the one that it names. */
const covered: Readonly<Record<string, readonly string[]>> = {
  edit: ['write_file', 'notebook_edit'],
  read_file: ['zoom_image', 'grep_search', 'glob'],
  run_shell_command: ['monitor'],
};

/** A session without settings has them. */
const usual = new Set([
  ...['web_fetch', 'agent', 'read_file', 'zoom_image', 'run_shell_command', 'monitor', 'glob'],
  ...['grep_search', 'edit', 'write_file', 'notebook_edit', 'skill', 'tool_search', 'tool_call'],
]);

/** Those that the list `tools.core` can take away. */
const limited: readonly string[] = [
  ...['cron_create', 'cron_delete', 'cron_list', 'edit', 'glob', 'grep_search', 'loop_wakeup'],
  ...['monitor', 'notebook_edit', 'read_file', 'read_mcp_resource', 'run_shell_command'],
  ...['web_fetch', 'write_file', 'zoom_image'],
];

/** Keys of an earlier form, with which the file is written again in the newer one. */
const limits: Readonly<Record<string, string>> = {
  ...{
    coreTools: 'tools',
    excludeTools: 'tools',
    allowMCPServers: 'mcp',
    excludeMCPServers: 'mcp',
  },
};
const others = new Set([
  ...['allowedTools', 'model', 'theme', 'approvalMode', 'sandbox', 'autoAccept', 'checkpointing'],
  ...['contextFileName', 'disableAutoUpdate', 'excludedProjectEnvVars', 'mcpServerCommand'],
  ...['memoryImportFormat', 'vimMode'],
]);

const isEarlier = (key: string, value: Value): boolean =>
  Object.hasOwn(limits, key) || (others.has(key) && (key !== 'model' || value.kind !== 'map'));

/** Whether its keys of an earlier form are moved. */
function isOldForm(settings: readonly Entry[]): boolean {
  const version = entryOf(settings, '$version')?.value;
  const isOld = !(version?.kind === 'number' && version.number >= ignoredSince);
  return isOld && settings.some(({ key, value }) => isEarlier(key, value) && value.kind !== 'map');
}

/** The keys whose values differ after that. */
function movedIn(settings: readonly Entry[]): readonly string[] {
  const holds = (key: string): boolean => (entryOf(settings, key)?.value.kind ?? 'map') === 'map';
  return settings.flatMap(({ key, value }) => {
    const place = places[key];
    if (!place) return [];
    const [parent, name] = place;
    const holder = entryOf(settings, parent)?.value;
    const newer = holder && valueAtKey(holder, name);
    const isSame =
      newer !== undefined && JSON.stringify(plain(newer)) === JSON.stringify(plain(value));
    return holds(parent) && !isSame ? [key, parent] : [key];
  });
}

const isEmpty = (value: Value): boolean =>
  isFalsy(value) || value.kind === 'map' || (value.kind === 'list' && value.items.length === 0);

const session: SessionOf = {
  reached: (key) => (key === 'url' ? 'sse' : 'http'),
  isStarted: (name, lists) => {
    const isIn = (list: readonly string[]): boolean =>
      list.some((pattern) => pattern !== '' && matches(pattern, name));
    const allowed = lists('mcp', 'allowed');
    return (!allowed || isIn(allowed)) && !isIn(lists('mcp', 'excluded') ?? []);
  },
  withheld: (lists) => {
    const rules = [...(lists('permissions', 'deny') ?? []), ...(lists('tools', 'exclude') ?? [])];
    const ids = rules.flatMap((rule) => idOfName(rule.trim()) ?? []);
    const withheld = [
      ...ids.flatMap((id) => [id, ...(covered[id] ?? [])]),
      ...(lists('tools', 'disabled') ?? []).map((name) => name.trim()),
    ];
    const core = lists('tools', 'core') ?? [];
    const kept = core.map((rule) => idOfName(rule.trim().replace(/\s*\(.*$/s, '')));
    const others = core.length === 0 ? [] : limited.filter((id) => !kept.includes(id));
    return names([...others, ...withheld.filter((id) => usual.has(id))]);
  },
  open: openFor,
  started: withoutCopies,
  more: (hooks, { fields }) => {
    const idle = hooks.filter(({ event, group }) => {
      const matcher = textOf(valueAtKey(group, 'matcher'));
      return ofTools.has(event) && matcher !== undefined && !toolsOf(matcher)?.length;
    });
    // The program reports each; we, what is lost with it.
    const ignored = fields.filter(
      ({ key, value, outcome, field }) =>
        isEarlier(key, value) &&
        (others.has(key) || isEmpty(value) || (field !== undefined && outcome === 'ignored')),
    );
    // A rule whose meaning another one has is not reported.
    const settings = fields.map(({ key, value }) => ({ key, value }) as Entry);
    const unapplied = (
      [
        ['permissions', 'deny'],
        ['permissions', 'ask'],
        ['tools', 'exclude'],
      ] as const
    ).flatMap(([parent, key]) => [
      // Of a string, each character is a rule.
      ...new Set(textOf(settingIn(settings, parent, key))?.replaceAll(/\s/g, '')),
      ...namesIn(settingIn(settings, parent, key)).flatMap((rule) => {
        const text = textOf(rule)?.trim();
        return text !== undefined && (faultOf(text) || !isOfTool(text)) ? [text] : [];
      }),
    ]);
    return facts({
      unapplied: unapplied.length ? names(unapplied) : undefined,
      idle: idle.length ? names(counted(idle.map(({ event }) => event))) : undefined,
      ignored: ignored.length ? names(ignored.map(({ key }) => key)) : undefined,
    });
  },
  file: (isRead, settings) => {
    const moved = isOldForm(settings) ? movedIn(settings) : [];
    if (!isRead) return { file: 'emptied, with a copy' };
    return { file: moved.length > 0 ? `changed: ${names([...new Set(moved)])}` : 'kept' };
  },
  settingIn,
};

const ofTools = new Set([
  ...['PreToolUse', 'PostToolUse', 'PostToolUseFailure', 'PermissionRequest', 'PermissionDenied'],
]);

function openFor({ agent, fields, outcome }: Verdict): string | null {
  const settings = agent?.fields ?? [];
  // Lists of names are predicted. Of other values, what stops the program is.
  const isList = ({ key, value }: Entry): boolean =>
    Object.hasOwn(limits, key) &&
    value.kind === 'list' &&
    value.items.every((item) => item.kind === 'text');
  const isJudged = ({ key }: Entry): boolean =>
    outcome === 'stops-host' && (key === 'approvalMode' || Object.hasOwn(limits, key));
  const isOther = (one: Entry): boolean =>
    isEarlier(one.key, one.value) && !isList(one) && !isJudged(one);
  if (isOldForm(settings) && settings.some(isOther)) return 'keys of an earlier form';
  const model = entryOf(settings, 'model')?.value;
  const name = model && valueAtKey(model, 'name');
  // The key is not judged.
  if (name && name.kind !== 'text' && !isFalsy(name)) return 'a model that is no string';
  const hooks = entryOf(settings, 'hooks')?.value;
  // It is made a string, which may be a command.
  if (hooks && /"command":\s*(?:true|\[)/.test(JSON.stringify(plain(hooks))))
    return 'a command that is no string';
  const fatal = fields.filter(({ otherwise }) => otherwise?.file !== undefined);
  const servers = entryOf(settings, 'mcpServers')?.value;
  const hasNone = servers?.kind !== 'map' || servers.entries.length === 0;
  const isOnlyItems =
    outcome === 'stops-host' &&
    fatal.length > 0 &&
    fatal.every(
      ({ key, problems }) =>
        (key === 'mcp' || limits[key] === 'mcp') &&
        problems.every(({ path }) => path.length > (key === 'mcp' ? 1 : 0)),
    );
  return isOnlyItems && hasNone ? 'a list of servers where there are none' : null;
}

/** Its values, as JSON has them. */
const plain = (value: Value): unknown =>
  value.kind === 'map'
    ? Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]))
    : value.kind === 'list'
      ? value.items.map(plain)
      : value.kind === 'text'
        ? value.text
        : value.kind === 'boolean'
          ? value.boolean
          : value.kind === 'number'
            ? value.number
            : null;

/** Of two that are the same, the program starts one. */
function withoutCopies(hooks: readonly HookThatRuns[]): readonly HookThatRuns[] {
  const found = new Map(
    hooks.map((one) => {
      const part = (key: string): unknown => {
        const value = valueAtKey(one.hook, key);
        return value && plain(value);
      };
      const ofGroup = (key: string): unknown => {
        const value = valueAtKey(one.group, key);
        return value && JSON.stringify(plain(value));
      };
      const runs = part('name') || part('command') || part('url') || part('prompt');
      const key = [one.event, runs, ofGroup('matcher'), ofGroup('sequential')];
      return [JSON.stringify(key), one] as const;
    }),
  );
  return [...found.values()];
}
