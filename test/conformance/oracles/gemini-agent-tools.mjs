// Run in a process of its own: starts the agent of each project with the code of Gemini CLI, and prints the tools that it has.
//   node gemini-agent-tools.mjs BUNDLE PROJECT...
import path from 'node:path';
import { geminiProgram } from './gemini-program.mjs';

const [bundle, ...projects] = process.argv.slice(2);
const { exporting, sessionIn } = await geminiProgram(bundle);
const { LocalAgentExecutor, loadAgentsFromDirectory } = await exporting('LocalAgentExecutor');

async function toolsIn(project) {
  const { config } = await sessionIn(project);
  const { agents } = await loadAgentsFromDirectory(path.join(project, '.gemini/agents'));
  const executor = await LocalAgentExecutor.create(agents[0], config, () => {});
  return executor.toolRegistry.getAllToolNames();
}

const found = [];
for (const project of projects) found.push(await toolsIn(project));
process.stdout.write(`\nanswer ${JSON.stringify(found)}\n`);
process.exit(0);
