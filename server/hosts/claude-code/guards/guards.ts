// What the settings of Claude Code in a project decide about a call: rules that deny before rules that ask, and these before rules that
// allow, whatever file they are in. Then the mode of the session decides.
import type { Sentence } from '../../../text/message';
import { entryOf, textOf, type Value, valueAtKey } from '../../../yaml/value';
import { hooksBefore } from '../../judge/hooks-before';
import { hooksIn } from '../../judge/hooks-in';
import type {
  DecidingRule,
  GuardedCall,
  Guards,
  HooksBefore,
  ToolCall,
  UsedSettings,
} from '../../model/guards';
import type { SettingsText } from '../../model/tool-settings';
import { executedHere } from '../evidence';
import { isApplied, type RuleList, rulesIn } from '../settings/permissions';
import { usedSettings } from '../settings/settings';
import { meetsCondition } from './condition';
import { matcherOf } from './matcher';
import { isInProject, protectionOf } from './paths';
import { ruleMatches } from './rules';

const order: readonly RuleList[] = ['deny', 'ask', 'allow'];

const reasons: Readonly<Record<RuleList, Sentence>> = {
  deny: 'A rule denies it. {host} applies rules that deny before all others.',
  ask: 'A rule asks about it. {host} applies rules that ask before those that allow.',
  allow: 'A rule allows it, so {host} does not ask.',
};

export const guards: Guards = {
  files: ['.claude/settings.json', '.claude/settings.local.json'],
  examples: ['Bash: git push', 'Edit: src/index.ts', 'Read: .env', 'WebFetch: https://example.com'],
  decide: (texts) => {
    const layers = texts.flatMap(layerOf);
    return (call) => decisionOn(call, layers);
  },
  evidence: executedHere,
};

const deniedByMode: Sentence = 'A rule asks about it, which {host} denies in the mode "dontAsk".';

/** None for a file that is ignored as a whole. */
function layerOf({ file, text }: SettingsText): readonly UsedSettings[] {
  const settings = usedSettings(text);
  return settings ? [{ file, settings }] : [];
}

/** The value of the setting in the last file that has it. */
const settingIn = (layers: readonly UsedSettings[], key: string): Value | undefined =>
  layers.map(({ settings }) => entryOf(settings, key)?.value).findLast((value) => value);

function decisionOn(call: ToolCall, layers: readonly UsedSettings[]): GuardedCall {
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
const protectedIn = ({ subject }: ToolCall, mode: string): GuardedCall =>
  protectionOf(subject) === 'asks' && /^(?:default|manual|acceptEdits)$/.test(mode)
    ? { action: 'ask', why: '{host} asks before it changes this file, whatever a rule allows.' }
    : { action: 'unknown', why: 'Whether {host} protects this file is not known here.' };

const rulesOf = ({ file, settings }: UsedSettings, list: RuleList): readonly DecidingRule[] => {
  const permissions = entryOf(settings, 'permissions')?.value;
  return (permissions ? rulesIn(permissions, list) : []).flatMap((rule) =>
    rule.kind === 'text' && isApplied(rule, list)
      ? [{ file, start: rule.span.start, text: rule.text, list }]
      : [],
  );
};

function modeIn(layers: readonly UsedSettings[]): string {
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
function byMode({ tool, subject }: ToolCall, mode: string): GuardedCall {
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

/** The setting that disables hooks counts in the last file that has it. */
export const hooksBeforeCall: HooksBefore = {
  of: (call, files) => {
    const off = settingIn(files, 'disableAllHooks');
    if (off?.kind === 'boolean' && off.boolean) return [];
    return files.flatMap(({ file, settings }) =>
      hooksBefore(
        file,
        hooksIn(entryOf(settings, 'hooks')?.value).filter(({ hook }) =>
          meetsCondition(textOf(valueAtKey(hook, 'if')) ?? '', call),
        ),
        (matcher, event) => event === 'PreToolUse' && (matcherOf(matcher)?.(call.tool) ?? false),
      ),
    );
  },
  evidence: executedHere,
};
