// What the settings of Gemini CLI in a project decide about a call: tools that the session does not have, then the rules by their
// precedence, then the mode of the session.
import type { Sentence } from '../../../text/message';
import { type Entry, entryOf, isFalsy, textOf, type Value, valueAtKey } from '../../../yaml/value';
import { isInProject } from '../../judge/project-paths';
import { entriesOfJson, namesIn } from '../../judge/settings-texts';
import type { GuardedCall, Guards, ToolCall } from '../../model/guards';
import type { Action } from '../../model/permission-evaluator';
import { executedHere } from '../evidence';
import { type Mode, modeIn, settingIn } from '../settings/used';
import { mcpParts } from '../tool-names';
import { isSuspicious, lineOf, onlyReads } from './commands';
import { isExcluded, keepsTool, servedTool, shell, withServer } from './names';
import { type Rule, rulesIn } from './rules';

export const guards: Guards = {
  files: ['.gemini/settings.json'],
  examples: [
    ...['run_shell_command: git push', 'replace: src/index.ts', 'read_file: README.md'],
    'web_fetch: https://example.com',
  ],
  isServed: (tool) => mcpParts(tool) !== null,
  decide: (texts) => {
    const { file, text } = texts[0] ?? { file: '', text: '{}' };
    const settings = entriesOfJson(text);
    const servers = serversNamed(settings);
    return (call) =>
      decisionOn({ ...call, tool: withServer(call.tool, servers) }, { file, settings });
  },
  evidence: executedHere,
};

/** The names of servers that the settings define, allow or exclude. */
function serversNamed(settings: readonly Entry[]): readonly string[] {
  const servers = entryOf(settings, 'mcpServers')?.value;
  const defined = servers?.kind === 'map' ? servers.entries.map(({ key }) => key) : [];
  const listed = ['allowed', 'excluded'].flatMap((list) =>
    namesIn(settingIn(settings, 'mcp', list)).map((name) => textOf(name) ?? ''),
  );
  return [...defined, ...listed];
}

interface Used {
  readonly file: string;
  readonly settings: readonly Entry[];
}

function decisionOn(call: ToolCall, used: Used): GuardedCall {
  const missing = excludedBy(call, used) ?? withoutServer(call, used) ?? beyondCore(call, used);
  if (missing) return missing;
  const mode = modeIn(used.settings);
  if (!mode || hasOtherRules(used.settings)) return { action: 'unknown', why: notFollowed };
  const rules = rulesIn(used.file, used.settings).filter(
    ({ isNotForPlans }) => mode !== 'plan' || !isNotForPlans,
  );
  return call.tool === shell ? byCommands(call, rules, mode) : byRules(call, rules, mode, used);
}

const notFollowed: Sentence = '{host} uses a mode or files of policies that are not followed here.';

/** Files of policies, and what else decides. */
function hasOtherRules(settings: readonly Entry[]): boolean {
  const isSet = (value: Value | undefined): boolean =>
    value !== undefined && !isFalsy(value) && !(value.kind === 'list' && value.items.length === 0);
  return (
    ['policyPaths', 'adminPolicyPaths'].some((key) => isSet(entryOf(settings, key)?.value)) ||
    ['enableConseca', 'toolSandboxing'].some((key) => isSet(settingIn(settings, 'security', key)))
  );
}

const denied = (file: string, rule: Value, text: string, why: Sentence): GuardedCall => ({
  ...{ action: 'deny', why },
  rule: { file, start: rule.span.start, text, list: 'deny' },
});

function excludedBy(call: ToolCall, { file, settings }: Used): GuardedCall | null {
  let open: GuardedCall | null = null;
  for (const written of namesIn(settingIn(settings, 'tools', 'exclude'))) {
    const name = textOf(written) ?? '';
    const is = isExcluded(name, call);
    const found = denied(
      file,
      written,
      name,
      'The list "tools.exclude" takes the tool from {host}.',
    );
    if (is) return found;
    if (is === null)
      open = {
        ...found,
        action: 'unknown',
        why: 'Whether {host} applies this rule to the call is not known here.',
      };
  }
  return open;
}

/** Of a tool of a server that is not started, or that the server's own settings take. */
function withoutServer({ tool }: ToolCall, { file, settings }: Used): GuardedCall | null {
  const served = servedTool(tool);
  if (!served) return null;
  const excluded = namesIn(settingIn(settings, 'mcp', 'excluded')).find((name) =>
    [served.server, '*'].includes(textOf(name) ?? ''),
  );
  if (excluded)
    return denied(
      ...([file, excluded, textOf(excluded) ?? ''] as const),
      '{host} makes no call of a server of the list "mcp.excluded".',
    );
  const allowed = settingIn(settings, 'mcp', 'allowed');
  const names = namesIn(allowed).map((name) => textOf(name) ?? '');
  if (allowed && names.length > 0 && !names.includes(served.server))
    return denied(
      ...([file, allowed, names.join(', ')] as const),
      '{host} starts only the servers of the list "mcp.allowed".',
    );
  const server = serverIn(settings, served.server);
  const included = server && valueAtKey(server, 'includeTools');
  const isIncluded = namesIn(included).some(
    (name) => textOf(name) === served.name || textOf(name)?.startsWith(`${served.name}(`),
  );
  const out =
    server &&
    namesIn(valueAtKey(server, 'excludeTools')).find((name) => textOf(name) === served.name);
  const by = out ?? (included?.kind === 'list' && !isIncluded ? included : undefined);
  return by
    ? denied(file, by, served.name, 'The settings of the server take the tool from {host}.')
    : null;
}

const serverIn = (settings: readonly Entry[], name: string): Value | undefined => {
  const servers = entryOf(settings, 'mcpServers')?.value;
  return servers && valueAtKey(servers, name);
};

function beyondCore({ tool }: ToolCall, { file, settings }: Used): GuardedCall | null {
  const core = settingIn(settings, 'tools', 'core');
  if (core?.kind !== 'list' || servedTool(tool)) return null;
  const names = namesIn(core).map((name) => textOf(name) ?? '');
  return keepsTool(names, tool)
    ? null
    : denied(
        ...([file, core, names.join(', ')] as const),
        '{host} has only the built-in tools of the list "tools.core".',
      );
}

const by = ({ action, why, by: rule }: Rule): GuardedCall => ({ action, why, rule });

const changesFile = (tool: string): boolean => tool === 'write_file' || tool === 'replace';

/** Files by which programs are built. Gemini CLI asks before each change of them. */
const buildFile =
  /(?:^|\/)(?:package(?:-lock)?\.json|(?:GNU)?[Mm]akefile|go\.(?:mod|sum)|Cargo\.(?:toml|lock)|pyproject\.toml|Dockerfile|pom\.xml|[^/]*\.mk)$/;
/** Those that may be, and files that are refused or belong to plans. */
const special =
  /(?:^|\/)\.env|(?:^|\/)(?:[A-Z]\w*(?:\.\w+)?|\w+\.(?:lock|ya?ml|cfg|gradle|kts|xml|cmake|bzl(?:mod)?|bazel|toml)|\.\w+rc|setup\.py|bun\.lockb)$/;

function byRules(
  call: ToolCall,
  rules: readonly Rule[],
  mode: Mode,
  { settings }: Used,
): GuardedCall {
  const rule = rules.find(({ matches }) => matches(call));
  const served = servedTool(call.tool);
  if (rule?.action === 'deny') return by(rule);
  if (served && !serverIn(settings, served.server))
    return { action: 'unknown', why: 'The project does not define this server of {host}.' };
  // What is asked then depends on the agent.
  if (call.tool === 'invoke_agent' && rule?.action === 'ask' && rule.by.text === call.tool)
    return { action: 'unknown', why: unknownCall };
  if (served && rule?.action === 'ask' && isTrusted(settings, served.server))
    return { action: 'allow', why: '{host} asks about no tool of a server with "trust".' };
  const isOfPath = changesFile(call.tool) || /^(?:read_file|list_directory)$/.test(call.tool);
  const found = rule ? by(rule) : byMode(call, mode);
  if (found.action === 'deny' || !isOfPath) return found;
  const { subject } = call;
  if (call.tool === 'list_directory' && subject === '.') return found;
  if (!isInProject(subject) || /(?:^|\/)\.env/.test(subject))
    return { action: 'unknown', why: unknownFile };
  if (!changesFile(call.tool)) return found;
  if (mode === 'plan') return { action: 'unknown', why: unknownFile };
  if (found.action === 'ask') return found;
  if (buildFile.test(subject))
    return { action: 'ask', why: '{host} asks before each change of a build file.' };
  return special.test(subject) ? { action: 'unknown', why: unknownFile } : found;
}

const isTrusted = (settings: readonly Entry[], name: string): boolean => {
  const server = serverIn(settings, name);
  const trust = server && valueAtKey(server, 'trust');
  return trust !== undefined && !isFalsy(trust);
};

const unknownFile: Sentence = 'What {host} does with this file is not known here.';

/** Of a line with several commands, each is compared, and then the most restrictive decision counts. */
function byCommands(call: ToolCall, rules: readonly Rule[], mode: Mode): GuardedCall {
  const ruleFor = (command: string): Rule | undefined =>
    rules.find(({ matches }) => matches({ ...call, subject: command }));
  const whole = ruleFor(call.subject);
  if (whole?.action === 'deny') return by(whole);
  if (!whole && mode === 'plan') return { action: 'deny', why: noPlan };
  const line = lineOf(call.subject);
  if (!line) return { action: 'unknown', why: unknownCommand };
  const [only = ''] = line.commands;
  const isOne = line.commands.length === 1 && only === call.subject;
  const parts = isOne ? [] : line.commands.map(ruleFor);
  const refusing = parts.find((rule) => rule?.action === 'deny');
  if (refusing) return by(refusing);
  if (mode === 'plan' && parts.some((rule) => !rule)) return { action: 'deny', why: noPlan };
  const asking = [whole, ...parts].find((rule) => rule?.action === 'ask');
  const isAllowed = [whole, ...parts].every((rule) => rule?.action === 'allow');
  if (isAllowed && whole) return allowedLine(call.subject, whole, line.isRedirected, mode);
  if (isOne && !line.isRedirected && whole?.hasPattern !== true) {
    const reads = onlyReads(only);
    if (reads === null) return { action: 'unknown', why: unknownCommand };
    if (reads)
      return {
        action: 'allow',
        why: '{host} does not ask about commands that only read the project.',
      };
  }
  return asking ? by(asking) : { action: 'ask', why: 'No rule matches. {host} asks.' };
}

/** @param rule allows the line */
function allowedLine(line: string, rule: Rule, isRedirected: boolean, mode: Mode): GuardedCall {
  const asks = {
    action: 'ask',
    why: 'A rule allows it, but {host} asks about this command.',
  } as const;
  const suspicious = rule.hasPattern ? false : isSuspicious(line);
  if (suspicious === null) return { action: 'unknown', why: unknownCommand };
  return suspicious || (isRedirected && mode !== 'auto_edit') ? asks : by(rule);
}

const unknownCommand: Sentence = 'What {host} does with this command is not known here.';
const noPlan: Sentence = 'No rule matches. {host} makes no such call in the mode "plan".';

const asksInAnyCase: Sentence = 'No rule matches. {host} asks.';

/** Without a rule. */
function byMode({ tool, subject }: ToolCall, mode: Mode): GuardedCall {
  const answer = (action: Action, why: Sentence): GuardedCall => ({ action, why });
  if (/^(?:read_file|list_directory|glob|grep_search)$/.test(tool))
    return answer('allow', 'No rule matches. {host} reads files of the project.');
  if (tool === 'google_web_search' || tool === 'invoke_agent')
    return mode === 'plan' && tool === 'invoke_agent' && subject !== 'codebase_investigator'
      ? { action: 'unknown', why: unknownCall }
      : answer('allow', 'No rule matches. {host} does not ask about this tool.');
  if (changesFile(tool)) {
    if (mode === 'plan')
      return /\.md$/.test(subject)
        ? { action: 'unknown', why: unknownFile }
        : answer('deny', noPlan);
    return mode === 'auto_edit'
      ? answer('allow', 'No rule matches. {host} allows changes in the mode "auto_edit".')
      : answer('ask', asksInAnyCase);
  }
  if (tool === 'web_fetch' && mode === 'auto_edit')
    return answer(
      'allow',
      'No rule matches. {host} does not ask about this tool in the mode "auto_edit".',
    );
  if (tool === 'web_fetch' || tool === 'activate_skill') return answer('ask', asksInAnyCase);
  if (servedTool(tool))
    return mode === 'plan' ? answer('deny', noPlan) : answer('ask', asksInAnyCase);
  return { action: 'unknown', why: unknownCall };
}

const unknownCall: Sentence = 'No rule matches. Whether {host} asks is not known here.';
