// Run in a process of its own: starts the agent of each project with the code of Qwen Code, and prints the tools that it has.
//   node qwen-agent-tools.mjs CHUNKS PROJECT...
import { qwenProgram } from './qwen-program.mjs';

const [chunks, ...projects] = process.argv.slice(2);
const { exporting, sessionIn } = await qwenProgram(chunks);
const { AgentHeadless } = await exporting('AgentHeadless');

async function toolsIn(project) {
  const { config } = await sessionIn(project);
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
