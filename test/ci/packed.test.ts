// What is installed from npm, and what a release consists of: each part used from there, without a build and without the network.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { parse, stringify } from 'yaml';
import { acting } from './acting';
import { must, type Packed, packed } from './packed';
import { good, has, repository, stops } from './repository';

const broken = good.replace('description: Reviews changes.', '$&\nallowed-tools: Read');
const at = '.claude/agents/reviewer.md';

describe('the npm package', () => {
  let made: Packed;
  let bin: string;
  before(() => {
    made = packed();
    bin = path.join(made.installed, 'node_modules/.bin/dossier');
    mkdirSync(path.join(made.installed, '.claude/agents'), { recursive: true });
    writeFileSync(path.join(made.installed, at), broken);
  });
  after(() => made.end());

  const run = (program: string, args: readonly string[], input = ''): string => {
    const started = performance.now();
    const { stdout, stderr } = spawnSync(program, args, {
      cwd: made.installed,
      encoding: 'utf8',
      input,
    });
    const took = Math.round(performance.now() - started);
    console.log(`      ${path.basename(program)} ${args.join(' ').slice(0, 40)}: ${took} ms`);
    return stdout + stderr;
  };
  const manifest = (): Record<string, unknown> =>
    JSON.parse(readFileSync(path.join(made.release, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;

  it('contains what is used, and nothing of the project', () => {
    const files = (readdirSync(made.release, { recursive: true }) as string[])
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => statSync(path.join(made.release, file)).isFile());
    const known =
      /^(?:dist\/(?:(?:cli|server|cli\.main|server\.main|library|part\.\w+)\.js|library\.mjs|library\.d\.m?ts)|docs\/(?:rules\/[\w-]+|library)\.md|plugin\/.+|\.claude-plugin\/marketplace\.json|integrations\/.+\.yml|package\.json|action\.yml|\.pre-commit-hooks\.yaml|Dockerfile|[A-Z]+\.md|LICENSE|ThirdPartyNotices\.txt)$/;
    assert.deepEqual(
      files.filter((file) => !known.test(file)),
      [],
    );
    for (const key of [
      'scripts',
      'devDependencies',
      'dependencies',
      'contributes',
      'activationEvents',
    ])
      assert.ok(!(key in manifest()), key);
    console.log(
      `      ${Math.round(statSync(made.file).size / 1024)} KB, ${files.length} files, unpacked ${Math.round(files.reduce((sum, file) => sum + statSync(path.join(made.release, file)).size, 0) / 1024)} KB`,
    );
  });

  it('has the license of everything that is in its bundles', () => {
    const notices = readFileSync(path.join(made.release, 'ThirdPartyNotices.txt'), 'utf8');
    assert.equal(notices, readFileSync('ThirdPartyNotices.txt', 'utf8'));
    assert.equal(
      readFileSync(path.join(made.release, 'plugin/ThirdPartyNotices.txt'), 'utf8'),
      notices,
    );
    for (const name of ['yaml', 'zod', '@modelcontextprotocol/server', 'toml-eslint-parser'])
      assert.match(notices, new RegExp(`^- ${name} `, 'm'));
  });

  it('has the command line', () => {
    assert.equal(run(bin, ['--version']).trim(), manifest()['version']);
    assert.match(run(bin, ['check', '--format', 'concise']), /unknown-field/);
  });

  it('has the library', () => {
    const ask = `check({ path: '${at}', text: ${JSON.stringify(broken)} }).findings[0].rule`;
    const module = [
      '--input-type=module',
      '-e',
      `import { check } from 'dossier'; console.log(${ask})`,
    ];
    assert.equal(run(process.execPath, module), 'unknown-field\n');
    const common = ['-e', `const { check } = require('dossier'); console.log(${ask})`];
    assert.equal(run(process.execPath, common), 'unknown-field\n');
  });

  it('has the hook, for itself and in the plugin', () => {
    const input = JSON.stringify({
      ...{ hook_event_name: 'PostToolUse', tool_name: 'Write', tool_response: {} },
      ...{ tool_input: { file_path: at }, cwd: made.installed },
    });
    assert.match(run(bin, ['hook'], input), /Did you mean/);
    const plugin = path.join(made.release, 'plugin/hook.js');
    assert.match(run(process.execPath, [plugin], input), /reviewer\.md:4: error: .*Did you mean/);
    assert.equal(run(process.execPath, [plugin], 'no JSON'), '');
    // A clone has no bundle next to it.
    assert.equal(run(process.execPath, [path.resolve('plugin/hook.js')], input), '');
  });

  it('has the tools for models', async () => {
    const client = new Client({ name: 'test', version: '1' });
    const started = performance.now();
    await client.connect(
      new StdioClientTransport({ command: bin, args: ['mcp'], cwd: made.installed }),
    );
    console.log(`      dossier mcp: ${Math.round(performance.now() - started)} ms`);
    const { structuredContent } = await client.callTool({ name: 'check', arguments: {} });
    await client.close();
    assert.match(JSON.stringify(structuredContent), /unknown-field/);
  });

  it('has the language server', async () => {
    const message = JSON.stringify({
      ...{ jsonrpc: '2.0', id: 1, method: 'initialize' },
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const started = performance.now();
    const server = spawn(bin, ['lsp', '--stdio'], { cwd: made.installed });
    try {
      server.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
      let answer = '';
      for await (const chunk of server.stdout) {
        answer += String(chunk);
        if (answer.includes('"capabilities"')) break;
      }
      console.log(`      dossier lsp: ${Math.round(performance.now() - started)} ms`);
      assert.match(answer, /"hoverProvider":/);
    } finally {
      server.kill();
    }
  });

  it('is a container of the files that it names', () => {
    const lines = readFileSync(path.join(made.release, 'Dockerfile'), 'utf8').split('\n');
    const copied = lines.flatMap((line) =>
      line.startsWith('COPY ') ? line.split(' ').slice(1, -1) : [],
    );
    assert.ok(copied.length > 1);
    for (const file of copied) assert.ok(existsSync(path.join(made.release, file)), file);
    const [entry = ''] = lines.filter((line) => line.startsWith('ENTRYPOINT '));
    const [, program = ''] = JSON.parse(entry.slice('ENTRYPOINT '.length)) as string[];
    assert.ok(existsSync(path.join(made.release, program.replace('/opt/dossier/', ''))));
  });

  it('describes itself to MegaLinter', () => {
    const folder = path.join(made.release, 'integrations/mega-linter-plugin-dossier');
    const text = readFileSync(path.join(folder, 'dossier.megalinter-descriptor.yml'), 'utf8');
    assert.doesNotMatch(text, /PACKAGE_/);
    const { linters } = parse(text) as {
      linters: { cli_executable: string; install: { dockerfile: string[] } }[];
    };
    const [{ cli_executable: program, install } = assert.fail()] = linters;
    assert.equal(program, Object.keys(manifest()['bin'] as object)[0]);
    assert.ok(install.dockerfile[0]?.endsWith(`${manifest()['name']}@${manifest()['version']}`));
  });

  (has('bash') ? it : it.skip)('runs the Action in a clean folder, without a build', () => {
    const started = performance.now();
    const files = { [at]: good, '.opencode/agent/planner.md': stops };
    const { code, out } = acting(files, {}, made.release);
    const took = performance.now() - started;
    console.log(`      action: ${Math.round(took)} ms`);
    assert.equal(code, 1);
    assert.match(out, /^::error file=\.opencode\/agent\/planner\.md,line=3,/m);
    assert.ok(took < 10_000, `${took} ms`);
  });

  (has('bash') ? it : it.skip)('states of a revision without bundles what to use', () => {
    const { code, out } = acting({ [at]: good }, {}, path.resolve('test'));
    assert.equal(code, 2);
    assert.match(out, /^::error::This revision has no bundles\. Use the tag of a release/m);
  });

  (has('pre-commit') && has('git') ? it : it.skip)(
    'is what pre-commit installs, without a build',
    function () {
      this.timeout(60_000);
      const git = (...args: string[]): string =>
        must('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], made.release);
      git('init', '-q');
      git('add', '--all', '--force');
      git('commit', '-q', '-m', 'release');
      const rev = git('rev-parse', 'HEAD').trim();
      const config = stringify({
        repos: [{ repo: made.release, rev, hooks: [{ id: 'dossier' }] }],
      });
      const other = repository({
        '.opencode/agent/planner.md': stops,
        '.pre-commit-config.yaml': config,
      });
      try {
        const home = path.join(other.folder, '.git', 'pre-commit-home');
        const environment = { PRE_COMMIT_HOME: home, npm_config_offline: 'true' };
        const started = performance.now();
        const { code, out, err } = other.run('pre-commit', ['run', '--verbose'], environment);
        console.log(
          `      pre-commit, with its installation: ${Math.round(performance.now() - started)} ms`,
        );
        assert.equal(code, 1, out + err);
        assert.match(out, /OpenCode does not start/, out + err);
      } finally {
        other.end();
      }
    },
  );

  it('has the same bytes when it is built again', function () {
    this.timeout(240_000);
    const digest = (): string => {
      must(process.execPath, ['scripts/build.mjs', '--quiet'], '.');
      const { file, end } = packed();
      try {
        return createHash('sha256').update(readFileSync(file)).digest('hex');
      } finally {
        end();
      }
    };
    const sum = digest();
    console.log(`      sha256 ${sum}`);
    assert.equal(digest(), sum);
  });
});
