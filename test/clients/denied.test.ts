// Everything works without a network and without other programs; only `check --changed` runs git.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentSymbolRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { type DiskFolder, diskFolder } from '../support/disk-folder';
import { agentsFolder, reviewerText } from '../support/hostile-repositories';

const cli = path.resolve('dist/cli.js');
const server = path.resolve('dist/server.js');
const preload = path.resolve('test/clients/deny.cjs');
const hasStrace = spawnSync('strace', ['-V']).status === 0;

const commands: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--format', 'json'],
  ['check', '--format', 'sarif'],
  ['check', '--format', 'github'],
  ['check', '--fix'],
  ['check', '--write-baseline', 'known.json'],
  ['check', '--baseline', 'known.json', '--loose'],
  ['explain', `${agentsFolder}/reviewer.md`, '--host', 'all'],
  ['list', '--user'],
  ['graph'],
  ['graph', '--format', 'dot'],
  ['hosts'],
  ['rules', 'unknown-tool'],
  ['schema', 'claude-code'],
  ['convert', agentsFolder, '--to', 'copilot-cli'],
  ['convert', agentsFolder, '--to', 'opencode', '--write'],
  ['convert', agentsFolder, '--to', 'opencode', '--check'],
  ['new', '--host', 'claude-code', '--name', 'fresh', '--description', 'Reviews.'],
  ['--help'],
];

/** A system call that opens a connection, or that starts a program or a process. Threads are neither. */
const denied =
  /\b(?:socket|connect|bind|listen|accept4?|sendto|sendmsg)\(|\b(?:fork|vfork|execve|execveat)\(|\bclone3?\((?!.*CLONE_THREAD)/;

describe('without network and processes', function () {
  this.timeout(240_000);
  let disk: DiskFolder;
  let record: string;

  beforeEach(() => {
    disk = diskFolder();
    record = disk.at('attempts');
    disk.write(`${agentsFolder}/reviewer.md`, reviewerText);
    disk.write('.mcp.json', '{ "mcpServers": { "tickets": { "command": "touch started" } } }');
    disk.write('.claude/settings.json', '{ "hooks": {} }');
  });
  afterEach(() => disk.remove());

  const attempts = (): string => (existsSync(record) ? readFileSync(record, 'utf8') : '');
  const env = (permitted?: string): NodeJS.ProcessEnv => ({
    ...process.env,
    HOME: disk.root,
    DOSSIER_DENIED: record,
    ...(permitted !== undefined && { DOSSIER_PERMITTED: permitted }),
  });
  const run = (argv: readonly string[], permitted?: string) =>
    spawnSync(process.execPath, ['--require', preload, cli, ...argv], {
      cwd: disk.root,
      encoding: 'utf8',
      env: env(permitted),
    });

  it('records what the programs try', () => {
    const script = `require('http').get('http://localhost:1')`;
    spawnSync(process.execPath, ['--require', preload, '-e', script], { env: env() });
    assert.match(attempts(), /^get http:\/\/localhost:1\n/);
  });

  it('every command does its work', () => {
    for (const argv of commands) {
      const { status, stderr, signal } = run(argv);
      assert.ok(status !== null && status <= 1 && signal === null, `${argv.join(' ')}: ${stderr}`);
      assert.equal(attempts(), '', argv.join(' '));
    }
    assert.ok(!existsSync(disk.at('started')));
  });

  it('--changed runs git and nothing else', () => {
    execFileSync('git', ['-C', disk.root, 'init'], { stdio: 'pipe' });
    const { status, stdout } = run(['check', '--changed', '--notes'], 'git');
    assert.equal(attempts(), '');
    assert.match(stdout, /removed-tool/);
    assert.equal(status, 0);
    const without = run(['check', '--changed']);
    assert.match(attempts(), /^spawnSync git\n$/);
    assert.equal(without.status, 2);
  });

  it('the server does its work', async () => {
    await serve(process.execPath, ['--require', preload, server, '--stdio'], env());
    assert.equal(attempts(), '');
  });

  describe(hasStrace ? 'as the system sees it' : '(skipped: strace is not installed)', () => {
    /** The lines of the log that show a connection or a process, without the start of the program itself. */
    const calls = (log: string): readonly string[] =>
      readFileSync(disk.at(log), 'utf8')
        .split('\n')
        .filter((line) => denied.test(line))
        .slice(1);
    const strace = (log: string): string[] => [
      ...['-f', '-qq', '-o', disk.at(log)],
      ...['-e', 'trace=%network,%process', process.execPath],
    ];

    it('no command opens a socket or starts a process', function () {
      if (!hasStrace) this.skip();
      for (const argv of commands) {
        spawnSync('strace', [...strace('log'), cli, ...argv], { cwd: disk.root, env: env() });
        assert.match(readFileSync(disk.at('log'), 'utf8'), /exit_group\([01]\)/);
        assert.deepEqual(calls('log'), [], argv.join(' '));
      }
    });

    it('the server neither', async function () {
      if (!hasStrace) this.skip();
      await serve('strace', [...strace('log'), server, '--stdio'], env());
      assert.match(readFileSync(disk.at('log'), 'utf8'), /execve\(/);
      assert.deepEqual(calls('log'), []);
    });
  });

  /** A session with an open agent in a workspace that is surveyed. Ends with the exit of the server. */
  async function serve(program: string, args: readonly string[], variables: NodeJS.ProcessEnv) {
    const child = spawn(program, args, {
      cwd: disk.root,
      env: variables,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const published = new Promise<number>((resolve) => {
      connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
        if (diagnostics.length > 0) resolve(diagnostics.length);
      });
    });
    connection.listen();
    const folder = pathToFileURL(disk.root).href;
    const uri = `${folder}/${agentsFolder}/reviewer.md`;
    const textDocument = { uri };
    await connection.sendRequest(InitializeRequest.type, {
      // A process to watch would be looked for with a signal, which is no new process.
      ...{ processId: null, rootUri: folder, capabilities: {} },
      workspaceFolders: [{ uri: folder, name: 'workspace' }],
    });
    await connection.sendNotification(InitializedNotification.type, {});
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version: 1, text: reviewerText },
    });
    assert.ok((await published) > 0);
    const position = { line: 3, character: 14 };
    assert.ok(await connection.sendRequest(HoverRequest.type, { textDocument, position }));
    assert.ok(await connection.sendRequest(CompletionRequest.type, { textDocument, position }));
    assert.ok(await connection.sendRequest(DocumentSymbolRequest.type, { textDocument }));
    const range = { start: position, end: position };
    const context = { diagnostics: [] };
    assert.ok(
      await connection.sendRequest(CodeActionRequest.type, { textDocument, range, context }),
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await ended, 0);
    connection.dispose();
  }
});
