// Decides on calls with the code of Qwen Code.
//   node qwen-flow.mjs CHUNKS
import { qwenProgram } from '../oracles/qwen-program.mjs';
import { answerCalls } from './answer-calls.mjs';

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

await answerCalls(sessionIn, answerTo);
