// Run in a process of its own: reads settings with the code of Qwen Code and makes what its session makes of them.
//   node qwen-code.mjs CHUNKS FOLDER
// `questions.json` in FOLDER lists the folders of projects; the answers are written to `answers.json`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { qwenProgram } from '../qwen-program.mjs';
import { servedBy } from './served-by.mjs';

const [chunks, folder] = process.argv.slice(2);
const { exporting, sessionIn } = await qwenProgram(chunks);
const { getSettingsWarnings } = await exporting('loadSettings');
const { createTransport } = await exporting('createTransport');
const { HookEventName } = await exporting('HookEventName');
const { ToolNames } = await exporting('ToolNames');

const hooks = (settings) => ({
  systemHooks: settings.getSystemHooks(),
  userHooks: settings.getUserHooks(),
  projectHooks: settings.getProjectHooks(),
});

/** How the program compares a matcher, by event. */
const ofTool = { toolName: 'write_file' };
const contexts = {
  ...{ PreToolUse: ofTool, PostToolUse: ofTool, PostToolUseFailure: ofTool },
  ...{ PermissionRequest: ofTool, PermissionDenied: ofTool },
  ...{ SubagentStart: { agentType: 'a' }, SubagentStop: { agentType: 'a' } },
  ...{ PreCompact: { trigger: 'auto' }, PostCompact: { trigger: 'auto' } },
  ...{ SessionStart: { trigger: 'startup' }, SessionEnd: { trigger: 'other' } },
  StopFailure: { error: 'unknown' },
  Notification: { notificationType: 'permission_prompt' },
  InstructionsLoaded: { filePath: 'QWEN.md' },
  UserPromptExpansion: { commandName: 'a' },
};

/** The event of each hook that is started, and ends by itself, and of each that no tool starts. */
async function hooksOf(config, project) {
  const system = config.getHookSystem();
  if (!system) return { hooks: [], idle: [] };
  const { hookPlanner: planner, hookRunner: runner, hookRegistry: registry } = system;
  const isIdle = (event, entry) =>
    contexts[event] === ofTool &&
    !Object.values(ToolNames).some((toolName) =>
      planner.matchesContext(entry, event, { toolName }),
    );
  const found = await Promise.all(
    Object.values(HookEventName).map(async (event) => {
      try {
        planner.createExecutionPlan(event, contexts[event]);
      } catch {
        return [];
      }
      return Promise.all(
        registry.getHooksForEvent(event).map(async (entry) => ({
          event,
          ran: await hasRun(runner, entry.config, event, project),
          idle: isIdle(event, entry),
        })),
      );
    }),
  );
  const ran = found.flat().filter((one) => one.ran);
  return {
    hooks: ran.map(({ event }) => event),
    idle: ran.filter((one) => one.idle).map(({ event }) => event),
  };
}

/** The rules that deny or ask, but about none of the calls that they may be meant for. */
async function unappliedIn(config, project) {
  const rules = [...(config.getPermissionsDeny() ?? []), ...(config.getPermissionsAsk() ?? [])];
  const found = [];
  for (const rule of new Set(rules))
    if (
      typeof rule === 'string' &&
      rule.trim() !== '' &&
      !(await isApplied(rule, project, config.getPermissionManager().constructor))
    )
      found.push(rule);
  return found;
}

async function isApplied(rule, project, PermissionManager) {
  const manager = new PermissionManager({
    getPermissionsAllow: () => [],
    getPermissionsAsk: () => [],
    getPermissionsDeny: () => [rule],
    getProjectRoot: () => project,
    getCwd: () => project,
  });
  manager.initialize();
  const [, name = rule, written = ''] = /^([^(]*)\((.*)\)$/s.exec(rule.trim()) ?? [];
  const pattern = written.replaceAll(/:?\*+/g, (stars) => (stars.startsWith(':') ? ' x' : 'x'));
  const domain = pattern.replace(/^domain:/, '').trim();
  const subjects = [
    { command: pattern },
    { filePath: path.join(project, pattern) },
    { filePath: pattern.replace(/^~\//, `${process.env.HOME}/`).replace(/^\/\//, '/') },
    { domain: domain.replace(/^https?:\/\//, '') },
    { domain: domain.replace(/^https?:\/\//, '').replace(/\/.*$/, '') },
    { specifier: pattern },
    {},
  ];
  const ofServer = [name, `${name}__tool`, `${name.replace(/\*$/, '')}x`].map((one) => one.trim());
  const names = [...Object.values(ToolNames), ...ofServer.filter((one) => /^mcp__/.test(one))];
  for (const toolName of names)
    for (const subject of subjects)
      if ((await decision(manager, { toolName, ...subject })) === 'deny') return true;
  return false;
}

/** Some patterns cannot be compared with some calls. */
async function decision(manager, call) {
  try {
    return await manager.evaluate(call);
  } catch {
    return null;
  }
}

/** Any command takes as long, so that one whose time is too short is seen. */
async function hasRun(runner, hook, event, cwd) {
  if (hook.type !== 'command') return true;
  const command =
    typeof hook.command === 'string' && hook.command !== '' ? 'sleep 0.3' : hook.command;
  const { success } = await runner.executeHook({ ...hook, command }, event, {
    ...{ hook_event_name: event, session_id: 'session', cwd },
  });
  return success;
}

async function answerFor(project) {
  try {
    const { config, settings } = await sessionIn(project, {
      ...{ hooks, more: { skipSkillManager: true } },
    });
    const warnings = getSettingsWarnings(settings);
    const servers = Object.entries(config.getMcpServers() || {}).filter(
      ([name]) => !config.isMcpServerDisabled(name),
    );
    const waiting = servers
      .map(([name]) => name)
      .filter((name) => config.isMcpServerPendingApproval(name));
    return {
      ...(existsSync(path.join(project, '.mcp.json')) && { waiting }),
      ...{ starts: true, tools: config.getToolRegistry().getAllToolNames() },
      ...(await hooksOf(config, project)),
      unapplied: await unappliedIn(config, project),
      ignored: warnings.flatMap((one) => /setting '(\w+)' will be ignored/.exec(one)?.[1] ?? []),
      ...(await servedBy(servers, folder, (name, server) => createTransport(name, server, false))),
    };
  } catch (error) {
    return { starts: false, why: String(error.message ?? error).slice(0, 200) };
  }
}

const projects = JSON.parse(readFileSync(path.join(folder, 'questions.json'), 'utf8'));
// Some hooks are started so that the process does not wait for them.
const waiting = setInterval(() => {}, 1000);
const answers = [];
for (const project of projects) answers.push(await answerFor(project));
clearInterval(waiting);
writeFileSync(path.join(folder, 'answers.json'), JSON.stringify(answers));
process.exit(0);
