// Run in a process of its own: starts the agent of each project with the code of Qwen Code, and prints the tools that it has.
//   node qwen-agent-tools.mjs CHUNKS PROJECT...
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [chunks, ...projects] = process.argv.slice(2);
const cli = await exporting('loadCliConfig');
const { loadSettings } = await exporting('loadSettings');
const { AgentHeadless } = await exporting('AgentHeadless');

/** The part of the bundle with this export. */
async function exporting(name) {
  const pattern = new RegExp(`export \\{[\\s\\S]*\\n {2}${name},?\\n`);
  const found = readdirSync(chunks).find(
    (file) =>
      /^chunk-.*\.js$/.test(file) && pattern.test(readFileSync(path.join(chunks, file), 'utf8')),
  );
  return import(pathToFileURL(path.join(chunks, found)).href);
}

async function toolsIn(project) {
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
  const manager = config.getSubagentManager();
  const [agent] = await manager.listSubagents({ level: 'project', force: true });
  const runtime = await manager.convertToRuntimeConfig(agent);
  const { core } = await AgentHeadless.create(
    ...[agent.name, config, { systemPrompt: agent.systemPrompt }],
    ...[runtime.modelConfig, runtime.runConfig, runtime.toolConfig],
  );
  return (await core.prepareTools()).map(({ name }) => name);
}

const found = [];
for (const project of projects) found.push(await toolsIn(project));
process.stdout.write(`\nanswer ${JSON.stringify(found)}\n`);
process.exit(0);
