// For programs whose own code decides on calls, in a process of its own. Each line of the input is a question: the folder of a project,
// and calls with the input of their tools. Each line of the output is an answer: `+` for a call that is made, `?` for one that is asked
// about, `-` for one that is denied, `.` for one that is not valid.
import { createInterface } from 'node:readline';

/** Answers until the input ends, and then ends the process. */
export async function answerCalls(sessionIn, answerTo) {
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
}
