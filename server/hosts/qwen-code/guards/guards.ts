// What the settings of Qwen Code in a project decide about a call: tools that the session does not have, then rules that deny, rules that
// ask, and rules that allow. Then the mode of the session decides.
import type { Sentence } from '../../../text/message';
import { type Entry, textOf } from '../../../yaml/value';
import { isInProject } from '../../judge/project-paths';
import { entriesOfJson, namesIn } from '../../judge/settings-texts';
import type { DecidingRule, GuardedCall, Guards, ToolCall } from '../../model/guards';
import type { SettingsText } from '../../model/tool-settings';
import { executedHere } from '../evidence';
import { isLimited, keptByCore } from '../settings/core-tools';
import { settingIn } from '../settings/used';
import { type RuleList, ruleIn, ruleMatches } from './rules';

const order: readonly RuleList[] = ['deny', 'ask', 'allow'];

/** In which list of which setting the rules are. */
const places: Readonly<Record<RuleList, readonly (readonly [parent: string, key: string])[]>> = {
  deny: [
    ['permissions', 'deny'],
    ['tools', 'exclude'],
  ],
  ask: [['permissions', 'ask']],
  allow: [
    ['permissions', 'allow'],
    ['tools', 'allowed'],
  ],
};

const reasons: Readonly<Record<RuleList, Sentence>> = {
  deny: 'A rule denies it. {host} applies rules that deny before all others.',
  ask: 'A rule asks about it. {host} applies rules that ask before those that allow.',
  allow: 'A rule allows it, so {host} does not ask.',
};

export const guards: Guards = {
  files: ['.qwen/settings.json'],
  examples: [
    ...['run_shell_command: git push', 'edit: src/index.ts', 'read_file: .env'],
    'web_fetch: https://example.com',
  ],
  decide: (texts) => {
    const [used] = texts.map((one) => ({ ...one, settings: entriesOfJson(one.text) }));
    return (call) => decisionOn(call, used ?? { file: '', text: '', settings: [] });
  },
  evidence: executedHere,
};

interface Used extends SettingsText {
  readonly settings: readonly Entry[];
}

function decisionOn(call: ToolCall, used: Used): GuardedCall {
  const mode = modeIn(used.settings);
  const missing = missingTool(call, used);
  if (missing) return missing;
  for (const list of order) {
    const rules = rulesOf(used, list);
    const matching = rules.map((rule) => ({ rule, is: ruleMatches(rule.text, call, list) }));
    const rule = matching.find(({ is }) => is === true)?.rule;
    if (rule) return { ...byRule(list, call, { mode, text: rule.text }), rule };
    const open = matching.find(({ is }) => is === null)?.rule;
    if (open)
      return {
        action: 'unknown',
        why: 'Whether {host} applies this rule to the call is not known here.',
        rule: open,
      };
  }
  return byMode(call, mode);
}

const rulesOf = ({ file, settings }: Used, list: RuleList): readonly DecidingRule[] =>
  places[list].flatMap(([parent, key]) =>
    namesIn(settingIn(settings, parent, key)).flatMap((rule) => {
      const text = textOf(rule);
      return text === undefined ? [] : [{ file, start: rule.span.start, text, list }];
    }),
  );

/** Of a tool that the session does not have; null where it has it. */
function missingTool({ tool }: ToolCall, { file, settings }: Used): GuardedCall | null {
  const disabled = namesIn(settingIn(settings, 'tools', 'disabled')).find(
    (name) => textOf(name)?.trim() === tool,
  );
  if (disabled)
    return {
      action: 'deny',
      why: 'The list "tools.disabled" takes the tool from {host}.',
      rule: { file, start: disabled.span.start, text: tool, list: 'deny' },
    };
  const core = settingIn(settings, 'tools', 'core');
  const names = namesIn(core).flatMap((name) => textOf(name) ?? []);
  if (!core || names.length === 0 || !isLimited(tool) || keptByCore(names).has(tool)) return null;
  return {
    action: 'deny',
    why: '{host} has only the built-in tools of the list "tools.core".',
    rule: { file, start: core.span.start, text: names.join(', '), list: 'deny' },
  };
}

type Mode = 'default' | 'auto-edit' | 'plan' | 'yolo' | 'auto';

function modeIn(settings: readonly Entry[]): Mode | null {
  const written = textOf(settingIn(settings, 'tools', 'approvalMode'))
    ?.trim()
    .toLowerCase();
  if (!written) return 'auto';
  const mode = written.replace(/^auto_?edit$/, 'auto-edit');
  return modes.find((one) => one === mode) ?? null;
}

const modes: readonly Mode[] = ['default', 'auto-edit', 'plan', 'yolo', 'auto'];

const unknownMode: Sentence =
  'No rule matches. Whether {host} asks depends on the mode of the session, or on the command.';
const notKnown: Sentence = 'What {host} does with such a rule in this mode is not known here.';

function byRule(
  list: RuleList,
  call: ToolCall,
  { mode, text }: { readonly mode: Mode | null; readonly text: string },
): GuardedCall {
  if (list === 'deny') return { action: 'deny', why: reasons.deny };
  if (mode === 'default') return { action: list, why: reasons[list] };
  if (mode === 'yolo')
    return { action: 'allow', why: '{host} asks about nothing in the mode "yolo".' };
  if (list === 'ask')
    return mode === 'auto' ||
      (mode === 'auto-edit' && !/^(?:edit|write_file|web_fetch)$/.test(call.tool))
      ? { action: 'ask', why: reasons.ask }
      : { action: 'unknown', why: notKnown };
  if (mode === 'auto-edit' || (mode === 'auto' && !isSetAside(text) && !mayBeProtected(call)))
    return { action: 'allow', why: reasons.allow };
  return { action: 'unknown', why: notKnown };
}

/** Whether it changes a file that programs run or read as settings, which may be asked about although it is allowed. */
const mayBeProtected = ({ tool, subject }: ToolCall): boolean =>
  changesFile(tool) &&
  (!isInProject(subject) ||
    /(?:^|\/)(?:\.|package\.json$|\w*(?:file|\.md)(?:\.ya?ml)?$)/i.test(subject));

const changesFile = (tool: string): boolean => /^(?:edit|write_file|notebook_edit)$/.test(tool);

/** Programs that run whatever their arguments state. */
const runners =
  /^(?:(?:ba|z|fi|c|tc|da|k)?sh|cmd|pwsh|powershell|python[23]?|node|deno|tsx|bunx?|ruby|perl|php|lua|julia|r|rscript|groovy|g?awk|cargo|p?npm|yarn|g?make|gradle|mvn|rake|task|just|go|npx|pnpx|uvx|pipx|dlx|ssh|eval|exec|source)\b/i;

/** Whether a rule may not count in the mode "auto". */
const isSetAside = (text: string): boolean => {
  const rule = ruleIn(text);
  if (!rule || !/^(?:run_shell_command|monitor|agent|skill)$/.test(rule.tool)) return false;
  return rule.pattern === null || /^[*\s:]*$/.test(rule.pattern) || /[\\/]/.test(rule.pattern)
    ? true
    : rule.tool === 'agent' || rule.tool === 'skill' || runners.test(rule.pattern.trim());
};

/** Without a rule. */
function byMode({ tool, subject }: ToolCall, mode: Mode | null): GuardedCall {
  const isChange = changesFile(tool);
  if (tool === 'read_file' && isInProject(subject))
    return { action: 'allow', why: 'No rule matches. {host} reads files of the project.' };
  if (mode === 'yolo')
    return { action: 'allow', why: '{host} asks about nothing in the mode "yolo".' };
  if (mode === 'default' && (isChange || tool === 'web_fetch' || tool.startsWith('mcp__')))
    return { action: 'ask', why: 'No rule matches. {host} asks.' };
  if (mode === 'auto-edit' && isChange && isInProject(subject))
    return {
      action: 'allow',
      why: 'No rule matches. {host} allows changes in the mode "auto-edit".',
    };
  return { action: 'unknown', why: unknownMode };
}
