// Loaded before a program: opening a connection and starting a process fail, and each attempt is recorded in a file. The
// environment may permit `git`, which `check --changed` runs.
const { appendFileSync } = require('node:fs');

const { DOSSIER_DENIED: record, DOSSIER_PERMITTED: permitted } = process.env;

function deny(module, names) {
  for (const name of names) {
    const original = module[name];
    if (typeof original !== 'function') continue;
    module[name] = function (...args) {
      if (permitted !== undefined && args[0] === permitted) return original.apply(this, args);
      appendFileSync(record, `${name} ${String(args[0])}\n`);
      throw new Error(`${name} is denied`);
    };
  }
}

deny(require('node:child_process'), [
  ...['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
]);
deny(require('node:net'), ['connect', 'createConnection', 'createServer']);
deny(require('node:net').Socket.prototype, ['connect']);
deny(require('node:net').Server.prototype, ['listen']);
deny(require('node:tls'), ['connect']);
deny(require('node:http'), ['request', 'get', 'createServer']);
deny(require('node:https'), ['request', 'get']);
deny(require('node:http2'), ['connect']);
deny(require('node:dgram'), ['createSocket']);
deny(require('node:dns'), ['lookup', 'resolve', 'resolve4', 'resolve6']);
deny(require('node:dns').promises, ['lookup', 'resolve']);
deny(globalThis, ['fetch', 'WebSocket', 'EventSource']);
