// What the settings of Claude Code in a project decide about a call: rules that deny before rules that ask, and these before rules that
// allow, whatever file they are in. Then the mode of the session decides.
import type { Sentence } from '../../../text/message';
import { type Entry, entryOf, textOf, type Value } from '../../../yaml/value';
import type { DecidingRule, GuardedCall, GuardingHook, Guards, ToolCall } from '../../model/guards';
import type { SettingsText } from '../../model/tool-settings';
import { executedHere } from '../evidence';
import { isApplied, type RuleList, rulesIn } from '../settings/permissions';
import { usedSettings } from '../settings/settings';
import { matcherOf } from './matcher';
import { isInProject, protectionOf } from './paths';
import { ruleMatches } from './rules';

interface Layer {
  readonly file: string;
  readonly settings: readonly Entry[];
}

const order: readonly RuleList[] = ['deny', 'ask', 'allow'];

const reasons: Readonly<Record<RuleList, Sentence>> = {
  deny: 'A rule denies it. {host} applies rules that deny before all others.',
  ask: 'A rule asks about it. {host} applies rules that ask before those that allow.',
  allow: 'A rule allows it, so {host} does not ask.',
};

export const guards: Guards = {
  files: ['.claude/settings.json', '.claude/settings.local.json'],
  examples: ['Bash: git push', 'Edit: src/index.ts', 'Read: .env', 'WebFetch: https://example.com'],
  decide: (call, texts) => {
    const layers = texts.flatMap(layerOf);
    return { ...decisionOn(call, layers), hooks: hooksBefore(call, layers) };
  },
  evidence: executedHere,
};

const deniedByMode: Sentence = 'A rule asks about it, which {host} denies in the mode "dontAsk".';

/** None for a file that is ignored as a whole. */
function layerOf({ file, text }: SettingsText): readonly Layer[] {
  const settings = usedSettings(text);
  return settings ? [{ file, settings }] : [];
}

/** The value of the setting in the last file that has it. */
const settingIn = (layers: readonly Layer[], key: string): Value | undefined =>
  layers.map(({ settings }) => entryOf(settings, key)?.value).findLast((value) => value);

function decisionOn(call: ToolCall, layers: readonly Layer[]): Omit<GuardedCall, 'hooks'> {
  for (const list of order) {
    const rules = layers.flatMap((layer) => rulesOf(layer, list));
    const matching = rules.map((rule) => ({ rule, is: ruleMatches(rule.text, call, list) }));
    const rule = matching.find(({ is }) => is === true)?.rule;
    if (rule && list === 'ask' && modeIn(layers) === 'dontAsk')
      return { action: 'deny', why: deniedByMode, rule };
    if (rule)
      return list === 'allow' && isProtected(call)
        ? { ...protectedIn(call, modeIn(layers)), rule }
        : { action: list, why: reasons[list], rule };
    const open = matching.find(({ is }) => is === null)?.rule;
    if (open)
      return {
        action: 'unknown',
        why: 'Whether {host} applies this rule to the call is not known here.',
        rule: open,
      };
  }
  return byMode(call, modeIn(layers));
}

const changesFile = (tool: string): boolean => /^(?:Edit|Write|NotebookEdit)$/.test(tool);

/** Whether it may be asked about although it is allowed. */
const isProtected = ({ tool, subject }: ToolCall): boolean =>
  changesFile(tool) && isInProject(subject) && protectionOf(subject) !== 'none';

/** What is decided instead of allowing the call. */
const protectedIn = ({ subject }: ToolCall, mode: string): Omit<GuardedCall, 'hooks'> =>
  protectionOf(subject) === 'asks' && /^(?:default|manual|acceptEdits)$/.test(mode)
    ? { action: 'ask', why: '{host} asks before it changes this file, whatever a rule allows.' }
    : { action: 'unknown', why: 'Whether {host} protects this file is not known here.' };

const rulesOf = ({ file, settings }: Layer, list: RuleList): readonly DecidingRule[] => {
  const permissions = entryOf(settings, 'permissions')?.value;
  return (permissions ? rulesIn(permissions, list) : []).flatMap((rule) =>
    rule.kind === 'text' && isApplied(rule, list)
      ? [{ file, start: rule.span.start, text: rule.text, list }]
      : [],
  );
};

function modeIn(layers: readonly Layer[]): string {
  const modes = layers.flatMap(({ settings }) => {
    const permissions = entryOf(settings, 'permissions')?.value;
    const mode =
      permissions?.kind === 'map' ? entryOf(permissions.entries, 'defaultMode')?.value : undefined;
    return mode ? (textOf(mode) ?? []) : [];
  });
  return modes.at(-1) ?? 'default';
}

const unknownMode: Sentence =
  'No rule matches. Whether {host} asks depends on the mode of the session, or on the command.';

/** Without a rule. */
function byMode({ tool, subject }: ToolCall, mode: string): Omit<GuardedCall, 'hooks'> {
  const isInside = isInProject(subject);
  const isChange = (tool === 'Edit' || tool === 'Write') && isInside;
  const isAsked = isChange || tool === 'WebFetch' || tool.startsWith('mcp__');
  if (!/^(?:default|manual|acceptEdits|dontAsk)$/.test(mode))
    return { action: 'unknown', why: unknownMode };
  if (tool === 'Read' && isInside)
    return { action: 'allow', why: 'No rule matches. {host} reads files of the project.' };
  if (isChange && mode === 'acceptEdits' && isProtected({ tool, subject }))
    return protectedIn({ tool, subject }, mode);
  if (isChange && mode === 'acceptEdits')
    return {
      action: 'allow',
      why: 'No rule matches. {host} allows changes in the mode "acceptEdits".',
    };
  if (!isAsked) return { action: 'unknown', why: unknownMode };
  return mode === 'dontAsk'
    ? { action: 'deny', why: 'No rule matches. {host} denies it in the mode "dontAsk".' }
    : { action: 'ask', why: 'No rule matches. {host} asks.' };
}

const event = 'PreToolUse';

function hooksBefore({ tool }: ToolCall, layers: readonly Layer[]): readonly GuardingHook[] {
  const off = settingIn(layers, 'disableAllHooks');
  if (off?.kind === 'boolean' && off.boolean) return [];
  return layers.flatMap(({ file, settings }) => {
    const hooks = entryOf(settings, 'hooks')?.value;
    const entries = hooks?.kind === 'map' ? entryOf(hooks.entries, event)?.value : undefined;
    return (entries?.kind === 'list' ? entries.items : []).flatMap((entry) => {
      if (entry.kind !== 'map') return [];
      const written = entryOf(entry.entries, 'matcher')?.value;
      const matcher = written ? (textOf(written) ?? null) : null;
      if (!matcherOf(matcher)?.(tool)) return [];
      const list = entryOf(entry.entries, 'hooks')?.value;
      return (list?.kind === 'list' ? list.items : []).map((hook) => ({
        ...{ event, matcher, file, start: hook.span.start, runs: runsOf(hook) },
      }));
    });
  });
}

/** The first of these that the hook has. */
const parts = ['command', 'url', 'prompt', 'tool'];

function runsOf(hook: Value): string {
  const entries = hook.kind === 'map' ? hook.entries : [];
  return (
    parts
      .map((key) => entryOf(entries, key)?.value)
      .map((value) => (value ? textOf(value) : undefined))
      .find((text) => text !== undefined) ?? ''
  );
}
