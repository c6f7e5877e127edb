// Takes the place of a server that VS Code starts as a child process: runs the server, passes the messages between the two on, and
// writes them to a file, a line of JSON for each.
const { fork } = require('node:child_process');
const { appendFileSync } = require('node:fs');

/** @param server the program @param file to which the messages are appended */
exports.record = (server, file) => {
  const child = fork(server, process.argv.slice(2));
  const append = (from, message) => appendFileSync(file, `${JSON.stringify({ from, message })}\n`);
  process.on('message', (message) => {
    append('client', message);
    child.send(message);
  });
  child.on('message', (message) => {
    append('server', message);
    process.send(message);
  });
  process.on('disconnect', () => child.connected && child.disconnect());
  process.on('SIGTERM', () => child.kill());
  child.on('exit', (code) => process.exit(code ?? 1));
};
