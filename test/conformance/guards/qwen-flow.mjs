// Run in a process of its own: decides on calls with the code of Qwen Code.
//   node qwen-flow.mjs CHUNKS
// Each line of the input is a question: the folder of a project, and calls with the input of their tools. Each line of the output is an
// answer: `+` for a call that is made, `?` for one that is asked about, `-` for one that is denied, `.` for one that is not valid.
import { createInterface } from 'node:readline';
import { qwenProgram } from '../oracles/qwen-program.mjs';

const [chunks] = process.argv.slice(2);
const { exporting, sessionIn } = await qwenProgram(chunks);
const { evaluatePermissionFlow, needsConfirmation } = await exporting('evaluatePermissionFlow');

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
    const { config } = await sessionIn(project);
    for (const call of calls) answer += await answerTo(config, call);
  } catch (error) {
    answer = `!${String(error?.stack ?? error).slice(0, 300)}`;
  }
  process.stdout.write(`\nanswer ${JSON.stringify(answer)}\n`);
}
process.exit(0);
