// The command line and the server as processes in repositories whose files are not what they should be: each ends in time, within
// bounded memory, with one line for each file that it cannot read, and checks everything else. `DOSSIER_HOSTILE_TABLE=1` prints the
// exit code, the time and the memory of each command.
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { visibleControlsInLines } from '../../server/text/visible-controls';
import { type DiskFolder, diskFolder } from '../support/disk-folder';
import { agentsFolder, hostileRepositories, reviewerText } from '../support/hostile-repositories';

const isTable = process.env['DOSSIER_HOSTILE_TABLE'] === '1';
/** Far more than any command needs; a hang ends the test. In milliseconds. */
const patience = isTable ? 10_000 : 60_000;
/** Megabytes. Node itself takes about 45. */
const maxMemory = 300;

const commands: readonly (readonly string[])[] = [
  ['check', '--format', 'json'],
  ['check', '--notes'],
  ['list'],
  ['graph'],
  ['check', '--changed'],
  ['check', '--write-baseline', 'known.json'],
  ['new', '--host', 'claude-code', '--name', 'fresh', '--description', 'Reviews.'],
  ['check', '--fix'],
];

/** A user without the rights of root, to whom permissions apply. */
const plainUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

describe('hostile repositories', function () {
  this.timeout(20 * patience);
  let disk: DiskFolder;
  /** Has copies of the programs, because the user that runs them need not be able to read the repository. */
  let programs: DiskFolder;
  const cli = (): string => programs.at('dist/cli.js');

  before(() => {
    programs = diskFolder();
    // Another version of the bundles, for a comparison.
    const dist = path.resolve(process.env['DOSSIER_DIST'] ?? 'dist');
    cpSync(dist, programs.at('dist'), { recursive: true });
    cpSync('test/clients/peak-memory.cjs', programs.at('peak-memory.cjs'));
    execFileSync('chmod', ['-R', 'a+rX', programs.root]);
  });
  after(() => programs.remove());
  beforeEach(() => {
    disk = diskFolder();
    disk.write(`${agentsFolder}/reviewer.md`, reviewerText);
    execFileSync('git', ['-C', disk.root, 'init', '-q'], { stdio: 'pipe' });
  });
  afterEach(() => {
    execFileSync('chmod', ['-R', 'u+rwX', disk.root], { stdio: 'ignore' });
    disk.remove();
  });

  /** Gives the files to the user that runs the commands. */
  const hand = (): void => {
    if (plainUser.uid === undefined) return;
    execFileSync('chown', ['-hR', `${plainUser.uid}:${plainUser.gid}`, disk.root]);
    chmodSync(disk.root, 0o755);
  };

  const run = (argv: readonly string[]) => {
    const memory = disk.at('.peak');
    const started = performance.now();
    const ran = spawnSync(process.execPath, [programs.at('peak-memory.cjs'), cli(), ...argv], {
      ...plainUser,
      cwd: disk.root,
      encoding: 'utf8',
      timeout: patience,
      killSignal: 'SIGKILL',
      maxBuffer: 1 << 28,
      env: { ...process.env, HOME: disk.at('home'), DOSSIER_PEAK: memory },
    });
    const peak = existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : Number.NaN;
    rmSync(memory, { force: true });
    return { ...ran, peak, time: performance.now() - started };
  };

  for (const { name, make, isConfiguration } of hostileRepositories)
    it(name, () => {
      const hasGit = name !== 'folders in place of files, and files in place of folders';
      if (!hasGit) rmSync(disk.at('.git'), { recursive: true });
      make(disk);
      hand();
      for (const argv of commands) {
        const { status, signal, stdout, stderr, peak, time } = run(argv);
        const where = `${argv.join(' ')}: ${stderr.slice(0, 2_000)}`;
        if (isTable) {
          const end = signal ?? status;
          console.log(`| ${name} | ${argv.join(' ')} | ${end} | ${time.toFixed(0)} | ${peak} |`);
          continue;
        }
        assert.equal(signal, null, where);
        assert.ok(status === 0 || status === 1 || status === 2, where);
        assert.doesNotMatch(stderr, /unexpected error|^ +at /m, where);
        assert.equal(visibleControlsInLines(`${stdout}${stderr}`), `${stdout}${stderr}`, where);
        assert.ok(peak < maxMemory, `${peak} MB: ${where}`);
        if (isConfiguration) {
          if (argv[0] === 'check') assert.equal(status, 2, where);
        } else if (argv.includes('json')) assert.match(stdout, /"rule":"removed-tool"/, where);
        else if (argv[0] === 'list' || argv[0] === 'graph') assert.match(stdout, /reviewer/, where);
      }
      if (isTable) return;
      const text = readFileSync(disk.at(`${agentsFolder}/reviewer.md`), 'utf8');
      assert.equal(text.includes('MultiEdit'), isConfiguration === true);
      const left = readdirSync(disk.at(agentsFolder)).filter((file) => file.endsWith('.tmp'));
      assert.deepEqual(left, []);
    });

  describe('all at once', function () {
    this.timeout(2 * patience);
    let child: ChildProcess | undefined;

    beforeEach(() => {
      const isAlone = (name: string): boolean => /^(?:companions|a configuration)/.test(name);
      for (const { name, make } of hostileRepositories)
        if (!isAlone(name) && !name.startsWith('folders in place')) make(disk);
      rmSync(disk.at('.mcp.json'), { force: true });
      disk.pipe('.mcp.json');
      hand();
    });
    afterEach(() => child?.kill('SIGKILL'));

    it('are watched', async () => {
      child = spawn(process.execPath, [cli(), 'check', '--watch'], {
        ...plainUser,
        cwd: disk.root,
      });
      const { stdout } = child;
      assert.ok(stdout);
      let out = '';
      const shows = (what: RegExp): Promise<void> =>
        new Promise((resolve, reject) => {
          child?.once('exit', (code) => reject(new Error(`Ended with ${code}: ${out}`)));
          const look = (): void => {
            if (!what.test(out)) return;
            stdout.off('data', add);
            resolve();
          };
          const add = (data: Buffer): void => {
            out += data.toString();
            look();
          };
          stdout.on('data', add);
          look();
        });
      await shows(/\d+ files?, .*\n/);
      out = '';
      disk.write(`${agentsFolder}/reviewer.md`, reviewerText.replace('Edit\n', 'Edit, Foo\n'));
      await shows(/unknown-tool/);
      assert.equal(child.exitCode, null);
    });

    it('are surveyed by the server, which answers although the folder is removed', async () => {
      child = spawn(process.execPath, [programs.at('dist/server.js'), '--stdio'], {
        ...plainUser,
        cwd: '/',
        env: { ...process.env, HOME: disk.at('home') },
      });
      assert.ok(child.stdout && child.stdin);
      const connection = createProtocolConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      );
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      const published = new Set<string>();
      let removeWhen = Number.POSITIVE_INFINITY;
      connection.onNotification(PublishDiagnosticsNotification.type, ({ uri }) => {
        published.add(uri);
        // In the middle of the survey.
        if (published.size === removeWhen) rmSync(disk.at('.claude'), { recursive: true });
      });
      connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
        items.map(() => ({ closedFiles: 'problems' })),
      );
      connection.listen();
      const folder = pathToFileURL(disk.root).href;
      const uri = `${folder}/${agentsFolder}/reviewer.md`;
      removeWhen = 4;
      const initialized = connection.sendRequest(InitializeRequest.type, {
        ...{ processId: null, rootUri: folder },
        capabilities: { workspace: { configuration: true } },
        workspaceFolders: [{ uri: folder, name: 'workspace' }],
      });
      // A server that does not start answers nothing.
      await Promise.race([initialized, ended.then((code) => assert.fail(`Ended with ${code}.`))]);
      await connection.sendNotification(InitializedNotification.type, {});
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'markdown', version: 1, text: reviewerText },
      });
      // Answers after the survey, because it needs all files.
      const agents = await connection.sendRequest('dossier/agents', {});
      assert.ok(Array.isArray(agents) && agents.length > 0);
      assert.ok(published.size >= removeWhen, [...published].join(' '));
      assert.ok(!existsSync(disk.at('.claude')));
      const hover = await connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: { line: 3, character: 14 },
      });
      assert.match(JSON.stringify(hover), /MultiEdit|removed/);
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      assert.equal(await ended, 0);
      connection.dispose();
    });
  });
});
