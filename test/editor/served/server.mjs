// An MCP server with one tool, on its standard input and output.
import { createInterface } from 'node:readline';
import { answerTo } from './answers.mjs';

for await (const line of createInterface({ input: process.stdin })) {
  const answer = answerTo(JSON.parse(line));
  if (answer) process.stdout.write(`${JSON.stringify(answer)}\n`);
}
