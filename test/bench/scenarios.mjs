// What is measured. Each scenario starts a server of its own and gives samples by measure, in milliseconds and megabytes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from './client.mjs';
import { agentOf, keys, Typed } from './document.mjs';
import { usage } from './usage.mjs';

const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const since = (from, until) => until - from;

async function withServer(server, bytes, use) {
  const root = mkdtempSync(path.join(tmpdir(), 'dossier-bench-'));
  const file = path.join(root, '.claude/agents/agent.md');
  const text = agentOf(bytes);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  const client = new Client(server, root);
  try {
    const startMs = await client.started;
    return await use({ client, startMs, text, uri: pathToFileURL(file).href });
  } finally {
    await client.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

export const start = (server) =>
  withServer(server, 4096, async ({ client, startMs }) => {
    const { memoryMb, cpuMs } = usage(client.child.pid);
    return { start: [startMs], 'start cpu': [cpuMs], memory: [memoryMb] };
  });

export const open = (server) =>
  withServer(server, 4096, async ({ client, startMs, uri, text }) => {
    client.notify('initialized', {});
    const from = performance.now();
    client.open(uri, text);
    const first = since(from, await client.findingsAt(uri, 1));
    const later = [];
    for (let n = 0; n < 20; n++) {
      const next = uri.replace('agent.md', `agent-${n}.md`);
      const again = performance.now();
      client.open(next, text);
      later.push(since(again, await client.findingsAt(next, 1)));
    }
    // What an author waits for: which part of it is the start depends only on what is loaded when.
    return { 'first findings': [startMs + first], 'first open': [first], 'later open': later };
  });

async function typed(server, bytes, use) {
  return withServer(server, bytes, async ({ client, uri, text }) => {
    client.notify('initialized', {});
    const document = new Typed(client, uri, text);
    await client.findingsAt(uri, 1);
    // No user types sooner after opening a file.
    await rest(700);
    return use(client, document);
  });
}

const key = async (client, document, text) => {
  const from = performance.now();
  document.type(text);
  return since(from, await client.findingsAt(document.uri, document.version));
};

export const typing = (server, { edits }) =>
  typed(server, 4096, async (client, document) => {
    const textDocument = { uri: document.uri };
    const before = usage(client.child.pid).cpuMs;
    document.beginField();
    const keystroke = [];
    for (const text of keys(edits)) keystroke.push(await key(client, document, text));
    const cpu = (usage(client.child.pid).cpuMs - before) / edits;

    const ask = async (method, position) => {
      const from = performance.now();
      await client.request(method, { textDocument, position });
      return since(from, client.repliedAt);
    };
    // Immediately after a key. The work for the previous key is done by then, as it is when a person types.
    const completion = [];
    const hover = [];
    for (const text of keys(edits)) {
      await client.findingsAt(document.uri, document.version);
      document.type(text);
      completion.push(await ask('textDocument/completion', document.caret));
      await client.findingsAt(document.uri, document.version);
      document.type(text === '\n' ? 'x' : text);
      hover.push(await ask('textDocument/hover', document.onDescription));
    }
    // The engine has compiled little of the code by then.
    const first = keystroke.slice(0, 3);
    return { keystroke, 'first keys': first, 'cpu a key': [cpu], completion, hover };
  });

/** A sentence is about so many keys; the first of them are not the whole of what an author waits for. */
const sentence = 100;

export const body = (server, { edits }) =>
  typed(server, 60000, async (client, document) => {
    document.beginBody();
    const samples = [];
    for (let n = 0; n < Math.max(edits, sentence); n++)
      samples.push(await key(client, document, 'a word '[n % 7]));
    return { 'body key': samples };
  });

/** Forty keys without waiting, then the last: how long until its findings are there. */
export const burst = (server) =>
  typed(server, 4096, async (client, document) => {
    const samples = [];
    for (let round = 0; round < 4; round++) {
      document.beginField();
      for (const text of keys(40)) {
        document.type(text);
        await rest(15);
      }
      samples.push(await key(client, document, 'z'));
    }
    return { burst: samples };
  });
