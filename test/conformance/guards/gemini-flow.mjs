// Decides on calls with the code of Gemini CLI.
//   node gemini-flow.mjs BUNDLE
import { geminiProgram } from '../oracles/gemini-program.mjs';
import { answerCalls } from './answer-calls.mjs';

const [bundle] = process.argv.slice(2);
const { sessionIn } = await geminiProgram(bundle);

async function answerTo(config, { name, input }) {
  const tool = config.getToolRegistry().getTool(name);
  if (!tool) return '-';
  const { decision } = await config
    .getPolicyEngine()
    .check({ name, args: input }, tool.serverName, tool.toolAnnotations);
  if (decision === 'deny') return '-';
  let invocation;
  try {
    invocation = tool.build(input);
  } catch {
    return '.';
  }
  if (decision === 'allow') return '+';
  return (await invocation.shouldConfirmExecute(new AbortController().signal)) ? '?' : '+';
}

await answerCalls(sessionIn, answerTo);
