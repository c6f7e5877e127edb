#!/usr/bin/env node
// The front door of terminals and build servers.
import { readFileSync, writeSync } from 'node:fs';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { main } from '../cli/main';
import { serve } from '../lsp/server';
import { version } from '../version';
import { nodeWorld } from '../world/node';

/** Whole writes, in order, also into a pipe that is read slowly. */
function write(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0); // the reader has seen enough
      if (code !== 'EAGAIN') throw error;
    }
  }
}

const code = main(process.argv.slice(2), {
  world: nodeWorld,
  io: {
    out: (text) => write(1, text),
    err: (text) => write(2, text),
    stdin: () => readFileSync(0, 'utf8'),
    color: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  },
  lsp: () => serve(createConnection(ProposedFeatures.all), nodeWorld, version),
});
if (code !== null) process.exitCode = code;
