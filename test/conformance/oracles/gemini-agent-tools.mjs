// Run in a process of its own: starts the agent of each project with the code of Gemini CLI, and prints the tools that it has and how a run
// ends in which a stand-in for the model returns a result.
//   node gemini-agent-tools.mjs BUNDLE PROJECT...
import { createServer } from 'node:http';
import path from 'node:path';
import { geminiProgram } from './gemini-program.mjs';

const [bundle, ...projects] = process.argv.slice(2);
process.env.GOOGLE_GEMINI_BASE_URL = `http://127.0.0.1:${await modelPort()}`;
const { exporting, sessionIn } = await geminiProgram(bundle);
const { LocalAgentExecutor, loadAgentsFromDirectory } = await exporting('LocalAgentExecutor');

/** Of a model that returns a result, and answers in words where it cannot. */
async function modelPort() {
  const server = createServer(async (incoming, outgoing) => {
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const isRefused = String(Buffer.concat(chunks)).includes('"functionResponse"');
    const result = { name: 'complete_task', args: { result: 'ok', response: 'ok' } };
    const content = {
      role: 'model',
      parts: [isRefused ? { text: 'ok' } : { functionCall: result }],
    };
    const usageMetadata = { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 };
    const answer = { candidates: [{ content, finishReason: 'STOP', index: 0 }], usageMetadata };
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
    outgoing.end(`data: ${JSON.stringify(answer)}\n\n`);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return server.address().port;
}

/** Null where no agent is loaded. */
async function startedIn(project) {
  const { agents } = await loadAgentsFromDirectory(path.join(project, '.gemini/agents'));
  if (!agents[0]) return null;
  const { config } = await sessionIn(project);
  const executor = await LocalAgentExecutor.create(agents[0], config, () => {});
  const tools = executor.toolRegistry.getAllToolNames();
  // Whatever the settings are, it runs no prompt with variables that it was not given.
  const run = executor.run({ query: 'go' }, new AbortController().signal).catch(() => ({}));
  // It waits for the user where settings demand a confirmation.
  const waiting = new Promise((waited) => setTimeout(waited, 3000, {}));
  const { terminate_reason: reason } = await Promise.race([run, waiting]);
  return { tools, reason };
}

const found = [];
for (const project of projects) found.push(await startedIn(project));
process.stdout.write(`\nanswer ${JSON.stringify(found)}\n`);
process.exit(0);
