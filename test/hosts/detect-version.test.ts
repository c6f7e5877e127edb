// Which version of a program is used in a project, by the packages that it names, locks or has installed.
import assert from 'node:assert/strict';
import { newestVersion } from '../support/newest-version';
import { running } from '../support/running';

const agent = {
  '.claude/agents/a.md':
    '---\nname: a\ndescription: Watches the log. Use it after each release.\ntools: Read, Monitor\n---\nWatch.\n',
};
const name = '@anthropic-ai/claude-code';

const manifest = (version: string, kind = 'devDependencies') => ({
  'package.json': JSON.stringify({
    name: 'project',
    [kind]: { typescript: '5.9.2', [name]: version },
  }),
});
const lock = (version: string) => ({
  'package-lock.json': JSON.stringify({
    packages: { '': {}, [`node_modules/${name}`]: { version } },
  }),
});
const installed = (version: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version }),
});

/** The entry of the program as the current versions of package managers write it. */
const lockedBy: Readonly<Record<string, (version: string) => string>> = {
  'package-lock.json': (version) => lock(version)['package-lock.json'],
  'pnpm-lock.yaml': (version) =>
    `importers:\n\n  .:\n    devDependencies:\n      '${name}':\n        specifier: ^2.1.0\n        version: ${version}\n\npackages:\n\n  '${name}@${version}':\n    resolution: {integrity: sha512-x}\n    hasBin: true\n\nsnapshots:\n\n  '${name}@${version}':\n    optionalDependencies:\n      '@img/sharp-linux-x64': 0.33.5\n`,
  'yarn.lock': (version) =>
    `"${name}@npm:^2.1.0":\n  version: ${version}\n  resolution: "${name}@npm:${version}"\n  bin:\n    claude: cli.js\n`,
  'bun.lock': (version) =>
    `{\n  "workspaces": { "": { "devDependencies": { "${name}": "^2.1.0" } } },\n  "packages": {\n    "${name}": ["${name}@${version}", "", {}, "sha512-x"],\n  }\n}\n`,
};

/** What `dossier explain` reports for Claude Code: its version, the source, and the tools that the agent has. */
function used(files: Readonly<Record<string, string>>, file = '.claude/agents/a.md'): unknown {
  const { json } = running({ ...agent, ...files }, ['explain', file, '--format', 'json']);
  const [{ verdicts }] = (json as { files: [{ verdicts: Verdict[] }] }).files;
  const verdict = verdicts.find(({ host }) => host === 'claude-code');
  assert.ok(verdict);
  const { hostVersion, versionBy, persona } = verdict;
  return [hostVersion, versionBy, persona.tools.granted.join(' ')];
}

interface Verdict {
  readonly host: string;
  readonly hostVersion: string;
  readonly versionBy?: string;
  readonly persona: { readonly tools: { readonly granted: readonly string[] } };
}

interface Findings {
  readonly findings: readonly Readonly<Record<'message' | 'rule' | 'fix' | 'host', string>>[];
}

const now = newestVersion('claude-code');
const newest = [now, undefined, 'Read Monitor'];
const older = (by: string) => ['2.1.306', by, 'Read'];

describe('the version of a program that a project uses', () => {
  it('is the one that is pinned in package.json', () => {
    assert.deepEqual(used(manifest('2.1.306')), older('package.json'));
    assert.deepEqual(used(manifest('=2.1.306', 'dependencies')), older('package.json'));
  });

  it('is the locked or the installed one where package.json has a range', () => {
    const range = manifest('^2.1.0');
    assert.deepEqual(used({ ...range, ...lock('2.1.306') }), older('package-lock.json'));
    assert.deepEqual(used({ ...range, ...installed('2.1.306') }), older('node_modules'));
    assert.deepEqual(used(manifest('latest')), newest);
    assert.deepEqual(used(range), newest);
  });

  for (const [file, entry] of Object.entries(lockedBy))
    it(`is the one in ${file}`, () => {
      const files = { ...manifest('^2.1.0'), [file]: entry('2.1.306') };
      assert.deepEqual(used(files), older(file));
    });

  it('is the one in the lock file of an older pnpm or Yarn', () => {
    const range = manifest('^2.1.0');
    const pnpm = `packages:\n\n  /${name}@2.1.306:\n    resolution: {integrity: sha512-x}\n`;
    assert.deepEqual(used({ ...range, 'pnpm-lock.yaml': pnpm }), older('pnpm-lock.yaml'));
    const yarn = `"${name}@^2.0.0", "${name}@^2.1.0":\n  version "2.1.306"\n  resolved "x"\n`;
    assert.deepEqual(used({ ...range, 'yarn.lock': yarn }), older('yarn.lock'));
  });

  it('is not one of several in a lock file, nor a part of another entry', () => {
    const range = manifest('^2.1.0');
    for (const [file, entry] of Object.entries(lockedBy)) {
      const both = `${entry('2.1.306')}\n${entry('2.1.260')}`;
      if (file !== 'package-lock.json') assert.deepEqual(used({ ...range, [file]: both }), newest);
      const other = entry('2.1.306').replaceAll(name, `x${name}`);
      assert.deepEqual(used({ ...range, [file]: other }), newest);
      const text = entry('2.1.306');
      for (const length of [0, text.indexOf(name) + name.length, text.indexOf('2.1.3')])
        assert.deepEqual(used({ ...range, [file]: text.slice(0, length) }), newest);
    }
  });

  it('is the newest where nothing is certain', () => {
    assert.deepEqual(used({}), newest);
    assert.deepEqual(used(lock('2.1.306')), newest);
    assert.deepEqual(used({ 'package.json': '{ "devDependencies": {' }), newest);
    assert.deepEqual(used({ 'package.json': `{ "devDependencies": ["${name}"] }` }), newest);
    assert.deepEqual(used(manifest('2.1.306-beta.1')), newest);
  });

  it('never lacks what it may have: a version that was not tested is judged like the next one that was', () => {
    assert.deepEqual(used(manifest('2.1.300')), older('package.json: 2.1.300'));
    assert.deepEqual((used(manifest('2.1.310')) as readonly unknown[])[2], 'Read Monitor');
    assert.deepEqual(used(manifest(now)), newest);
    assert.deepEqual(used(manifest('99.0.0')), newest);
  });

  it('is that of the nearest package.json that names the program', () => {
    const inside = {
      'packages/b/.claude/agents/a.md': agent['.claude/agents/a.md'],
      '.git/HEAD': 'ref: refs/heads/main\n',
      ...manifest('2.1.306'),
    };
    const file = 'packages/b/.claude/agents/a.md';
    const own = (text: string) => ({ ...inside, 'packages/b/package.json': text });
    assert.deepEqual(used(inside, file), older('package.json'));
    assert.deepEqual(used(own('{ "name": "b" }'), file), older('package.json'));
    assert.deepEqual(used(own(manifest(now)['package.json']), file), newest);
    const range = own(manifest('^2.1.0')['package.json']);
    assert.deepEqual(used({ ...range, ...lock('2.1.306') }, file), older('package-lock.json'));
  });

  it('gives way to the setting and to the version that is asked for', () => {
    const set = (version: string) => ({
      ...manifest('2.1.306'),
      'dossier.config.json': JSON.stringify({ versions: { 'claude-code': version } }),
    });
    const messages = (version: string) => {
      const files = { ...agent, ...set(version) };
      const { findings } = running(files, ['check', '--format', 'json']).json as Findings;
      return findings.filter(({ host }) => host === 'claude-code').map(({ message }) => message);
    };
    assert.deepEqual(messages(now), []);
    assert.match(String(messages('2.1.260')), /^Claude Code 2\.1\.260 has no tool named "Monitor"/);
    assert.deepEqual(used(set(now)), newest);
    assert.deepEqual(used(set('2.1.260')), ['2.1.260', 'the setting "versions"', 'Read']);
    const argv = ['explain', '.claude/agents/a.md', '--host', 'claude-code', '--format', 'json'];
    const { json } = running({ ...agent, ...manifest('2.1.306') }, argv);
    const [{ verdicts }] = (json as { files: [{ verdicts: Verdict[] }] }).files;
    assert.equal(verdicts[0]?.hostVersion, now);
  });

  it('is named where a newer version has the tool, and nothing is removed without a review', () => {
    const { json } = running({ ...agent, ...manifest('2.1.306') }, ['check', '--format', 'json']);
    const { findings } = json as Findings;
    const found = findings.find(({ host }) => host === 'claude-code');
    assert.equal(
      found?.message,
      'Claude Code 2.1.306 has no tool named "Monitor" and silently ignores it; newer versions have it. Update Claude Code or remove it.',
    );
    assert.equal(found.fix, 'review');
  });

  it('is shown by dossier explain', () => {
    const argv = ['explain', '.claude/agents/a.md'];
    const { out } = running({ ...agent, ...manifest('2.1.306') }, argv);
    assert.match(out, /^ {2}Claude Code 2\.1\.306, from package\.json: loads with changes/m);
  });

  it('does not separate the agents of one program', () => {
    const files = {
      ...manifest('2.1.306'),
      '.claude/agents/b.md':
        '---\nname: b\ndescription: Calls the watcher. Use it for releases.\ntools: Read, Agent(a, missing)\n---\nCall a.\n',
      '.claude/commands/go.md': 'Use @agent-a here, then @agent-gone.\n',
    };
    const { json } = running({ ...agent, ...files }, ['check', '--format', 'json']);
    const { findings } = json as Findings;
    const unknown = findings.filter(({ rule }) => rule === 'unknown-agent');
    assert.deepEqual(
      unknown.map(({ message }) => /"[^"]*"/.exec(message)?.[0]),
      ['"missing"'],
    );
  });
});
