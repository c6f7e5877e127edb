// Run in a process of its own: reads settings with the code of Gemini CLI and makes what its session makes of them.
//   node gemini-cli.mjs BUNDLE FOLDER
// `questions.json` in FOLDER lists the folders of projects; the answers are written to `answers.json`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { servedBy } from './served-by.mjs';

const [bundle, folder] = process.argv.slice(2);
const { cli, core } = await parts(bundle);

/** The two parts of the bundle that the program itself loads: what reads settings, and the core. */
async function parts(at) {
  const start = readdirSync(at).find((file) => file === 'gemini.js');
  const [, main] = /import\("\.\/(gemini-\w+\.js)"\)/.exec(read(at, start));
  const chunks = [...read(at, main).matchAll(/from "\.\/(chunk-\w+\.js)"/g)].map(
    ([, name]) => name,
  );
  const exporting = (name) =>
    chunks.find((chunk) => new RegExp(`export \\{[\\s\\S]*\\n {2}${name},`).test(read(at, chunk)));
  const loaded = (name) => import(pathToFileURL(path.join(at, exporting(name))).href);
  return { cli: await loaded('loadSettings'), core: await loaded('HookRegistry') };
}

function read(at, file) {
  return readFileSync(path.join(at, file), 'utf8');
}

/** As the program makes it of its settings when it starts. */
async function sessionIn(project) {
  const settings = cli.loadSettings(project);
  const { merged } = settings;
  const exclude = [...new Set([...(merged.tools.exclude || [])])];
  const allowed = merged.tools?.allowed || [];
  const paths = (list) => list?.map((one) => path.resolve(one));
  const policyEngineConfig = await core.createPolicyEngineConfig(
    {
      mcp: merged.mcp,
      tools: { ...merged.tools, allowed, exclude },
      mcpServers: merged.mcpServers,
      policyPaths: paths(merged.policyPaths),
      adminPolicyPaths: paths(merged.adminPolicyPaths),
    },
    core.ApprovalMode.YOLO,
    // Its own policies are the same for all settings.
    path.join(folder, 'no-policies'),
    true,
  );
  const config = new core.Config({
    ...{ sessionId: 'session', targetDir: project, cwd: project, model: 'gemini-2.5-flash' },
    ...{ debugMode: false, trustedFolder: true, folderTrust: true, interactive: true },
    approvalMode: core.ApprovalMode.YOLO,
    coreTools: merged.tools?.core || undefined,
    ...{ excludeTools: exclude, policyEngineConfig, mcpServers: merged.mcpServers },
    allowedMcpServers: settings.getConsolidatedAllowedMcpServers(),
    blockedMcpServers: settings.getConsolidatedExcludedMcpServers(),
    enableHooks: merged.hooksConfig.enabled,
    hooks: merged.hooks || {},
    disabledHooks: merged.hooksConfig?.disabled || [],
    projectHooks: settings.workspace.settings.hooks || {},
  });
  await config.storage.initialize();
  const registry = await config.createToolRegistry();
  const tools = registry.getFunctionDeclarations('gemini-2.5-flash').map(({ name }) => name);
  return { config, tools, registry, merged };
}

/** The names that take no tool and cause no question, whatever call may be meant. */
async function unappliedIn({ tools }, registry) {
  const lists = [
    ['exclude', 'deny'],
    ['confirmationRequired', 'ask_user'],
  ];
  const found = [];
  for (const [list, decision] of lists)
    for (const rule of new Set(Array.isArray(tools?.[list]) ? tools[list] : []))
      if (
        typeof rule === 'string' &&
        rule !== '' &&
        !(await isApplied(rule, list, decision, registry))
      )
        found.push(rule);
  for (const [list, rule] of grantsIn(tools))
    if (!(await allowing(list, rule, rule, registry))) found.push(rule);
  return found;
}

/** The names in the lists that allow calls. */
function grantsIn(tools) {
  return ['allowed', 'core'].flatMap((list) =>
    [...new Set(Array.isArray(tools?.[list]) ? tools[list] : [])].flatMap((rule) =>
      typeof rule === 'string' && rule !== '' ? [[list, rule]] : [],
    ),
  );
}

/** Those with a pattern that allow calls which it does not name. */
async function wholeIn({ tools }, registry) {
  const found = [];
  for (const [list, rule] of grantsIn(tools)) {
    const other = `${rule.split('(', 1)[0]}(zzz)`;
    if (/\(.+\)$/.test(rule) && (await allowing(list, rule, other, registry))) found.push(rule);
  }
  return found;
}

/** Whether no command is made that nothing names. */
async function refusesCommands({ tools }) {
  const engine = await engineOf({ allowed: tools?.allowed, core: tools?.core });
  const { decision } = await engine.check({ name: 'run_shell_command', args: { command: 'zzz' } });
  return decision === 'deny';
}

const engineOf = async (tools) =>
  new core.PolicyEngine(
    await core.createPolicyEngineConfig(
      { tools },
      core.ApprovalMode.DEFAULT,
      path.join(folder, 'no-policies'),
      true,
    ),
  );

/** Whether the name alone in a list allows a call that another one would be for. */
async function allowing(list, rule, other, registry) {
  const engine = await engineOf({ [list]: [rule] });
  for (const call of callsFor(other, [...registry.allKnownTools.values()])) {
    const found = await engine.check(call, serverOf(call));
    if (found.decision === 'allow' && found.rule) return true;
  }
  return false;
}

async function isApplied(rule, list, decision, registry) {
  const tools = [...registry.allKnownTools.values()];
  const excluded = registry.expandExcludeToolsWithAliases(new Set([rule]));
  const takes = (tool) =>
    registry.isActiveTool(tool, new Set()) && !registry.isActiveTool(tool, excluded);
  if (list === 'exclude' && tools.some(takes)) return true;
  const config = await core.createPolicyEngineConfig(
    { tools: { [list]: [rule] } },
    core.ApprovalMode.YOLO,
    path.join(folder, 'no-policies'),
    true,
  );
  const engine = new core.PolicyEngine(config);
  for (const call of callsFor(rule, tools)) {
    const found = await engine.check(call, serverOf(call));
    if (found.decision === decision) return true;
  }
  return false;
}

/** Calls that the rule may be for. A star stands for other characters than itself. */
function callsFor(rule, tools) {
  const [, written = 'rm x'] = /\((.+?)[:*]*\)$/.exec(rule) ?? [];
  const words = written.replaceAll('*', 'x');
  const [server = '', ...tool] = rule
    .replace(/^mcp_+/, '')
    .replace(/\(.*$/s, '')
    .split(/_+/);
  return [
    ...tools.map(({ name }) => ({
      name,
      args: { command: words, file_path: words, dir_path: words },
    })),
    { name: `mcp_${server}_${tool.join('_').replace('*', 'x') || 'x'}`, args: {} },
    // The name of an agent.
    ...(/^[a-z\d_-]+$/.test(rule) ? [{ name: 'invoke_agent', args: { agent_name: rule } }] : []),
  ];
}

const serverOf = ({ name }) => /^mcp_([^_]*)_/.exec(name)?.[1];

/** How the program compares a matcher, by event. */
const contexts = {
  BeforeTool: { toolName: 'write_file' },
  AfterTool: { toolName: 'write_file' },
  SessionStart: { trigger: 'startup' },
  SessionEnd: { trigger: 'exit' },
  PreCompress: { trigger: 'auto' },
};

/** The event of each hook that is started, and ends by itself. */
async function hooksOf(config) {
  if (!config.getEnableHooks()) return [];
  const registry = new core.HookRegistry(config);
  await registry.initialize();
  const planner = new core.HookPlanner(registry);
  const runner = new core.HookRunner(config);
  const found = await Promise.all(
    Object.values(core.HookEventName).map(async (event) => {
      try {
        planner.createExecutionPlan(event, contexts[event]);
      } catch {
        return [];
      }
      const ran = await Promise.all(
        registry.getHooksForEvent(event).map(({ config: hook }) => hasRun(runner, hook, event)),
      );
      return ran.filter((one) => one).map(() => event);
    }),
  );
  return found.flat();
}

/** Any command takes as long, so that one whose time is too short is seen. */
async function hasRun(runner, hook, event) {
  const command =
    typeof hook.command === 'string' && hook.command !== '' ? 'sleep 0.3' : hook.command;
  const { exitCode } = await runner.executeHook({ ...hook, command }, event, {
    hook_event_name: event,
  });
  return exitCode === 0;
}

/** Those that are neither blocked nor missing in a list of allowed ones. */
function serversOf(config) {
  const allowed = config.getAllowedMcpServers();
  const blocked = config.getBlockedMcpServers();
  const used = Object.entries(config.getMcpServers() || {}).filter(
    ([name]) =>
      (!(allowed?.length > 0) || allowed.includes(name)) &&
      (!(blocked?.length > 0) || !blocked.includes(name)),
  );
  return servedBy(used, folder, (name, server) =>
    core.createTransport(name, server, false, config),
  );
}

async function answerFor(project) {
  let session;
  try {
    session = await sessionIn(project);
  } catch (error) {
    return { starts: false, why: String(error.message ?? error).slice(0, 200) };
  }
  const { config, tools, registry, merged } = session;
  return {
    ...{ starts: true, tools, hooks: await hooksOf(config) },
    ...(await serversOf(config)),
    unapplied: await unappliedIn(merged, registry),
    whole: await wholeIn(merged, registry),
    refuses: (await refusesCommands(merged)) ? ['run_shell_command'] : [],
  };
}

const projects = JSON.parse(read(folder, 'questions.json'));
const answers = [];
for (let at = 0; at < projects.length; at += 8) {
  answers.push(...(await Promise.all(projects.slice(at, at + 8).map(answerFor))));
  // Of sessions that are over.
  core.coreEvents.removeAllListeners();
}
writeFileSync(path.join(folder, 'answers.json'), JSON.stringify(answers));
process.exit(0);
