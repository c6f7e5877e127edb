import assert from 'node:assert/strict';
import { mainHosts } from '../support/catalog';
import { newestVersion } from '../support/newest-version';
import { running } from '../support/running';

const text =
  '---\nname: reviewer\ndescription: Reviews changes.\ntools: Read, MultiEdit, Bash, Grep\ncolor: teal\n---\n\nYou review.\n';
const claude = '.claude/agents/reviewer.md';

interface Verdict {
  readonly host: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly persona: Record<string, unknown> | null;
}

const verdicts = (
  argv: readonly string[],
  files: Record<string, string> = { [claude]: text },
): Verdict[] => {
  const { json } = running(files, ['explain', ...argv, '--format', 'json']);
  return (json as { files: { verdicts: Verdict[] }[] }).files[0]?.verdicts ?? [];
};

describe('dossier explain', () => {
  it('gives a verdict in the form of the contract', () => {
    const [verdict] = verdicts([claude, '--host', 'claude-code']);
    assert.deepEqual(
      { ...verdict, findings: [] },
      {
        host: 'claude-code',
        hostVersion: newestVersion('claude-code'),
        outcome: 'loads-changed',
        reason: 'field',
        runs: true,
        persona: {
          id: 'reviewer',
          name: 'reviewer',
          description: 'Reviews changes.',
          model: { written: null, effective: 'inherit' },
          tools: {
            all: false,
            granted: ['Read', 'Bash'],
            denied: [],
            always: [],
            unverified: [],
            lost: [
              { written: 'MultiEdit', why: 'removed' },
              { written: 'Grep', why: 'replaced' },
            ],
          },
          permissions: null,
          color: null,
          mode: null,
          userInvocable: true,
          modelInvocable: true,
          hidden: false,
          promptLength: 11,
        },
        fields: { name: 'kept', description: 'kept', tools: 'coerced', color: 'dropped' },
        depends: ['platform'],
        findings: [],
      },
    );
  });

  it('names owners first, then guests', () => {
    const hosts = verdicts([claude]).map(({ host }) => host);
    assert.equal(hosts[0], 'claude-code');
    assert.deepEqual(hosts.slice(1).sort(), ['copilot-cli', 'vscode']);
  });

  it('judges the text as if it were in another location', () => {
    const elsewhere = verdicts(['note.md', '--as', '.opencode/agent/{name}.md'], {
      'note.md': text,
    });
    assert.deepEqual(
      elsewhere.map(({ host, outcome, reason }) => [host, outcome, reason]),
      [['opencode', 'stops-host', 'field']],
    );
    const own = verdicts(['note.md', '--as', '@own'], { 'note.md': text });
    assert.ok(own.length >= 4);
    assert.ok(own.every(({ outcome }) => outcome !== 'not-read'));
  });

  it('reports not-read for a selected host that does not read the location', () => {
    assert.deepEqual(
      verdicts([claude, '--host', 'opencode']).map(({ host, outcome, reason, persona }) => [
        host,
        outcome,
        reason,
        persona,
      ]),
      [['opencode', 'not-read', 'not-read', null]],
    );
  });

  it('reports every host with "all", including those that do not read the file', () => {
    const all = verdicts([claude, '--host', 'all']).map(({ host, outcome }) => [host, outcome]);
    assert.equal(all.length, mainHosts.length);
    assert.deepEqual(
      all.find(([host]) => host === 'opencode'),
      ['opencode', 'not-read'],
    );
    assert.ok(verdicts([claude]).length < all.length);
  });

  it('describes a fix like check does', () => {
    // The color that fixes the file in one host remains invalid in another host that reads it.
    const texts = [
      'tools: Read, MultiEdit, Edit',
      'tools: Read, Reed, LS',
      'tools: [read, "Bash(ls"]',
      'disallowedTools: Foo, bash',
      'color: teal\nmodel: sonet\ntoolz: Read',
      'tools: Write, edit, Glob',
    ];
    for (const lines of texts) {
      const files = { [claude]: `---\nname: a\ndescription: d\n${lines}\n---\nYou review.\n` };
      const found = running(files, ['check', '--guests', 'all', '--format', 'json']).json as {
        findings: { rule: string; host: string; fix: string | null }[];
      };
      const reported = verdicts([claude], files) as unknown as {
        findings: typeof found.findings;
      }[];
      const facts = (some: typeof found.findings): string[] =>
        some.map(({ rule, host, fix }) => `${host} ${rule} ${fix}`).sort();
      assert.deepEqual(
        facts(reported.flatMap(({ findings }) => findings)),
        facts(found.findings),
        lines,
      );
    }
  });

  it('keeps the order of the fields, including numeric keys', () => {
    const { out } = running({ [claude]: '---\nname: a\n2: x\ndescription: d\n1: y\n---\nx\n' }, [
      'explain',
      claude,
      '--host',
      'claude-code',
      '--format',
      'ndjson',
    ]);
    assert.match(
      out,
      /"fields":\{"name":"kept","2":"ignored","description":"kept","1":"ignored"\}/,
    );
    JSON.parse(out);
  });

  it('takes the name of a file as the hosts do', () => {
    const idOf = (file: string): unknown =>
      verdicts([file, '--as', '.opencode/agent/{name}.md'], {
        [file]: '---\ndescription: d\n---\nYou review.\n',
      })[0]?.persona?.['id'];
    assert.deepEqual(['a.b.md', 'a.agent.md', 'a.b.chatmode.md', 'a$&b.md'].map(idOf), [
      'a.b',
      'a',
      'a.b',
      'a$&b',
    ]);
    const own = ['a$&b.md', '--as', '@own', '--host', 'opencode'];
    const text = '---\ndescription: d\n---\nYou review.\n';
    assert.equal(verdicts(own, { 'a$&b.md': text })[0]?.persona?.['id'], 'a$&b');
  });

  it('gives an object a line, in the order given, errors among them', () => {
    const { code, out } = running(
      { [claude]: text },
      ['explain', '--format', 'ndjson', '--files-from', '-'],
      `nowhere.md\n${claude}\n`,
    );
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.equal(code, 2);
    assert.deepEqual(
      lines.map(({ file }) => file),
      ['nowhere.md', claude],
    );
    assert.equal(typeof lines[0]?.['error'], 'string');
    assert.ok(Array.isArray(lines[1]?.['verdicts']));
  });

  it('accepts values from the context that the file cannot contain', () => {
    const [windows] = verdicts([claude, '--host', 'claude-code', '--context', 'platform=windows']);
    const tools = windows?.persona?.['tools'] as { granted: string[] } | undefined;
    assert.deepEqual(tools?.granted, ['Read', 'Bash', 'Grep']);
  });

  describe('in a project with the setting "versions"', () => {
    const watcher = {
      [claude]: '---\nname: reviewer\ndescription: d\ntools: Monitor\n---\nWatch.\n',
    };
    const files = {
      ...watcher,
      'dossier.config.json': '{ "versions": { "claude-code": "2.1.306" } }',
      'packages/b/dossier.config.json': '{ "versions": { "claude-code": "2.1.260" } }',
      [`packages/b/${claude}`]: watcher[claude] ?? '',
    };
    const versions = (argv: readonly string[]): unknown[] =>
      verdicts(argv, files).flatMap((verdict) =>
        verdict.host === 'claude-code'
          ? [Object(verdict).hostVersion, Object(verdict).versionBy, verdict.persona?.['tools']]
          : [],
      );
    const tools = (granted: readonly string[]) => ({
      ...{ all: false, granted, denied: [], always: [], unverified: [] },
      lost: granted.length > 0 ? [] : [{ written: 'Monitor', why: 'unknown' }],
    });

    it('explains each file as the version reads it that is set for it', () => {
      const by = 'the setting "versions"';
      assert.deepEqual(versions([claude]), ['2.1.306', by, tools([])]);
      assert.deepEqual(versions([`packages/b/${claude}`]), ['2.1.260', by, tools([])]);
      const named = ['--config', 'packages/b/dossier.config.json'];
      assert.deepEqual(versions([claude, ...named]), ['2.1.260', by, tools([])]);
    });

    it('uses the newest version without settings, and for a place or host that is named', () => {
      const newest = [newestVersion('claude-code'), undefined, tools(['Monitor'])];
      assert.deepEqual(versions([claude, '--no-config']), newest);
      assert.deepEqual(versions([claude, '--as', '@own']), newest);
      assert.deepEqual(versions([claude, '--host', 'claude-code']), newest);
    });

    it('prints nothing but the problem of a settings file', () => {
      const broken = { ...files, 'packages/b/dossier.config.json': '{ "versions": 1 }' };
      const argv = ['explain', claude, `packages/b/${claude}`, '--format', 'json'];
      const { code, out, err } = running(broken, argv);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /packages\/b\/dossier\.config\.json:1:/);
    });
  });

  it('prints a short text for people', () => {
    const { out } = running({ [claude]: text }, ['explain', claude, '--host', 'claude-code']);
    const file = `Claude Code ${newestVersion('claude-code')}: loads with changes (a field)`;
    assert.ok(out.includes(file), out);
    assert.match(out, /not granted: MultiEdit \(removed\), Grep \(replaced\)/);
    assert.match(out, /fields: tools changed, color not used/);
    assert.match(out, /may differ with: platform/);
    assert.doesNotMatch(out, /coerced|dropped|depends on/);
  });
});
