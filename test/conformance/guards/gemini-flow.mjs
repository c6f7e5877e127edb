// Run in a process of its own: decides on calls with the code of Gemini CLI.
//   node gemini-flow.mjs BUNDLE
// Each line of the input is a question: the folder of a project, and calls with the input of their tools. Each line of the output is an
// answer: `+` for a call that is made, `?` for one that is asked about, `-` for one that is denied, `.` for one that is not valid.
import { createInterface } from 'node:readline';
import { geminiProgram } from '../oracles/gemini-program.mjs';

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

for await (const line of createInterface({ input: process.stdin })) {
  const { project, calls } = JSON.parse(line);
  let answer = '';
  try {
    const { config } = await sessionIn(project);
    for (const call of calls) answer += await answerTo(config, call);
    await config.dispose?.();
  } catch (error) {
    answer = `!${String(error?.stack ?? error).slice(0, 300)}`;
  }
  process.stdout.write(`\nanswer ${JSON.stringify(answer)}\n`);
}
process.exit(0);
