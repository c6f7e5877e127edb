// A minimal client that favors no server: it starts a server, talks to it and records when messages arrived.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { readFrames, writeFrame } from './frames.mjs';

const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: { workspaceFolders: true, configuration: true },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
  },
};

export class Client {
  #nextId = 1;
  #pending = new Map();
  #watchers = new Set();
  /** By address: when the findings of which version came, and how many times in all. */
  published = new Map();
  repliedAt = 0;

  constructor(server, root) {
    const spawnedAt = performance.now();
    this.child = spawn(process.execPath, server.command, {
      cwd: root,
      env: { ...process.env, ...server.env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.child.stdin.on('error', () => {});
    this.child.once('exit', (code) => this.#gone(new Error(`${server.name} ended with ${code}`)));
    readFrames(this.child.stdout, (message, at) => this.#receive(message, at));
    const uri = pathToFileURL(root).href;
    this.started = this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities,
    }).then(() => this.repliedAt - spawnedAt);
  }

  request(method, params) {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      writeFrame(this.child.stdin, { jsonrpc: '2.0', id, method, params });
    });
  }

  notify(method, params) {
    writeFrame(this.child.stdin, { jsonrpc: '2.0', method, params });
  }

  open(uri, text) {
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    this.notify('textDocument/didOpen', { textDocument });
  }

  change(uri, version, edit) {
    this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [edit],
    });
  }

  /** When the findings of at least this version came. */
  findingsAt(uri, version) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => done(reject, new Error('no findings within 5 s')), 5000);
      const done = (settle, value) => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        settle(value);
      };
      const look = () => {
        const last = this.published.get(uri);
        if (last && last.version >= version) done(resolve, last.at);
      };
      this.#watchers.add(look);
      look();
    });
  }

  async stop() {
    if (this.child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    const late = setTimeout(() => this.child.kill('SIGKILL'), 2000);
    await this.request('shutdown', null).catch(() => {});
    this.notify('exit');
    await gone;
    clearTimeout(late);
  }

  #receive({ id, method, params, result, error }, at) {
    if (method !== undefined && id !== undefined) {
      const answer = method === 'workspace/configuration' ? params.items.map(() => null) : null;
      writeFrame(this.child.stdin, { jsonrpc: '2.0', id, result: answer });
    } else if (method === 'textDocument/publishDiagnostics') {
      this.published.set(params.uri, { version: params.version ?? Infinity, at });
      for (const look of [...this.#watchers]) look();
    } else if (id !== undefined) {
      const waiting = this.#pending.get(id);
      this.#pending.delete(id);
      this.repliedAt = at;
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result);
    }
  }

  #gone(error) {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
