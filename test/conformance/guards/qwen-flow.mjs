// Run in a process of its own: decides on calls with the code of Qwen Code.
//   node qwen-flow.mjs CHUNKS
// Each line of the input is a question: the folder of a project, and calls with the input of their tools. Each line of the output is an
// answer: `+` for a call that is made, `?` for one that is asked about, `-` for one that is denied, `.` for one that is not valid.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [chunks] = process.argv.slice(2);
const cli = await exporting('loadCliConfig');
const { loadSettings } = await exporting('loadSettings');
const { evaluatePermissionFlow, needsConfirmation } = await exporting('evaluatePermissionFlow');

/** The part of the bundle with this export. */
async function exporting(name) {
  const pattern = new RegExp(`export \\{[\\s\\S]*\\n {2}${name},?\\n`);
  const found = readdirSync(chunks).find(
    (file) =>
      /^chunk-.*\.js$/.test(file) && pattern.test(readFileSync(path.join(chunks, file), 'utf8')),
  );
  return import(pathToFileURL(path.join(chunks, found)).href);
}

async function configIn(project) {
  process.chdir(project);
  const settings = loadSettings(project);
  const config = await cli.loadCliConfig(
    settings.merged,
    { promptInteractive: 'x', chatRecording: false },
    project,
    undefined,
    { systemHooks: {}, userHooks: {}, projectHooks: {} },
    cli.buildDisabledSkillNamesProvider(settings),
  );
  await config.initialize({
    ...{ skipGeminiInitialization: true, skipLlmInitialization: true, skipMcpDiscovery: true },
    ...{ skipFileCheckpointing: true, lenientToolWarmup: true },
  });
  return config;
}

async function answerTo(config, { name, input }) {
  const registry = config.getToolRegistry();
  const tool = (await registry.ensureTool?.(name)) ?? registry.getTool(name);
  if (!tool) return '-';
  const pm = config.getPermissionManager();
  if (pm && !(await pm.isToolEnabled(name))) return '-';
  let invocation;
  try {
    invocation = tool.build(input);
  } catch {
    return '.';
  }
  const { finalPermission, requiresUserInteraction } = await evaluatePermissionFlow(
    config,
    invocation,
    name,
    input,
    new AbortController().signal,
  );
  if (finalPermission === 'deny') return '-';
  const mode = config.getApprovalMode();
  return needsConfirmation(finalPermission, mode, name, requiresUserInteraction) ? '?' : '+';
}

for await (const line of createInterface({ input: process.stdin })) {
  const { project, calls } = JSON.parse(line);
  let answer = '';
  try {
    const config = await configIn(project);
    for (const call of calls) answer += await answerTo(config, call);
  } catch (error) {
    answer = `!${String(error?.stack ?? error).slice(0, 300)}`;
  }
  process.stdout.write(`\nanswer ${JSON.stringify(answer)}\n`);
}
process.exit(0);
