// Runs a program, passes its input and output on, and writes the messages of both to a file, a line of JSON for each:
//   node recorder.mjs FILE PROGRAM.js [ARGUMENT...]
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';

const [file, ...command] = process.argv.slice(2);
const server = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });

/** Records the messages in a stream of `Content-Length: N`, a blank line and N bytes. */
function recording(from) {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      const [, length] = /Content-Length: (\d+)/i.exec(rest.subarray(0, Math.max(0, end))) ?? [];
      if (end < 0 || length === undefined || rest.length < end + 4 + Number(length)) return;
      const message = JSON.parse(rest.subarray(end + 4, end + 4 + Number(length)).toString());
      appendFileSync(file, `${JSON.stringify({ from, message })}\n`);
      rest = rest.subarray(end + 4 + Number(length));
    }
  };
}

process.stdin.on('data', recording('client')).pipe(server.stdin);
server.stdout.on('data', recording('server')).pipe(process.stdout);
server.on('exit', (code) => process.exit(code ?? 1));
