// `dossier upgrade`, and verdicts of earlier versions.
import assert from 'node:assert/strict';
import { hosts } from '../support/catalog';
import { newestVersion } from '../support/newest-version';
import { running } from '../support/running';

const files = {
  '.claude/agents/watcher.md': '---\nname: watcher\ndescription: d\ntools: Monitor\n---\nWatch.\n',
  '.claude/agents/best.md':
    '---\nname: best\ndescription: d\ntools: Read\nmodel: best\n---\nThink.\n',
  '.claude/agents/plain.md': '---\nname: plain\ndescription: d\ntools: Read, Bash\n---\nReview.\n',
};

interface Answer {
  readonly host: string;
  readonly from: string;
  readonly to: string;
  readonly files: number;
  readonly changed: readonly {
    readonly file: string;
    readonly agent: string;
    readonly changes: readonly object[];
  }[];
}

const newest = newestVersion('claude-code');

describe('dossier upgrade', () => {
  it('lists the agents that another version changes, and what changes', () => {
    const { code, json } = running(files, [
      'upgrade',
      '--from',
      'claude-code@2.1.306',
      '--format',
      'json',
    ]);
    const { changed, ...rest } = json as Answer;
    assert.equal(code, 0);
    assert.deepEqual(rest, { host: 'claude-code', from: '2.1.306', to: newest, files: 3 });
    assert.deepEqual(changed, [
      {
        file: '.claude/agents/best.md',
        agent: 'best',
        changes: [
          {
            ...{ part: 'model', name: 'best', before: 'claude-fable-5-1' },
            ...{ after: 'claude-opus-5-5', isWorse: false },
          },
        ],
      },
      {
        file: '.claude/agents/watcher.md',
        agent: 'watcher',
        changes: [
          {
            ...{ part: 'start', name: null, before: 'cannot be started', after: 'starts' },
            isWorse: false,
          },
          {
            ...{ part: 'tool', name: 'Monitor', before: 'not available', after: 'available' },
            isWorse: false,
          },
        ],
      },
    ]);
  });

  it('requires a program and a version', () => {
    for (const from of ['claude-code', 'claude-code@', '@2.1.306', 'claude-code@2.1.306@', '']) {
      const { code, err } = running(files, ['upgrade', '--from', from]);
      assert.deepEqual([code, err.startsWith('dossier: upgrade requires --from ')], [2, true], err);
    }
  });

  it('fails where an agent loses something, and reports what in sentences', () => {
    const { code, out } = running(files, [
      'upgrade',
      '--from',
      `claude-code@${newest}`,
      '--to',
      '2.1.306',
    ]);
    assert.equal(code, 1);
    assert.ok(out.includes(`Claude Code ${newest} -> 2.1.306: 2 of 3 files change\n`), out);
    assert.match(out, /^The agent can no longer be started\.$/m);
    assert.match(out, /^Tool "Monitor" is no longer available\.$/m);
  });

  it('finds nothing between a version and itself', () => {
    const { code, out } = running(files, ['upgrade', '--from', `claude-code@${newest}`]);
    assert.deepEqual([code, out], [0, `Claude Code ${newest} -> ${newest}: 0 of 3 files change\n`]);
  });

  it('uses the version before one that was not tested, and reports it', () => {
    const { err, out } = running(files, ['upgrade', '--from', 'claude-code@2.1.310']);
    assert.match(err, /Claude Code 2\.1\.310 was not tested\. Version 2\.1\.306 is used instead\./);
    assert.ok(out.includes(`2.1.306 -> ${newest}`), out);
  });

  it('has nothing to compare with a version that is newer than all of them', () => {
    for (const version of ['9', '2.1.9999', '2.2']) {
      const { code, err, out } = running(files, ['upgrade', '--from', `claude-code@${version}`]);
      const problem = `Claude Code ${version} is newer than ${newest}, the newest version that was tested.`;
      assert.deepEqual([code, out, err], [2, '', `dossier: ${problem} Use an earlier version.\n`]);
    }
  });

  it('uses the oldest version for one before all of them', () => {
    const { err, out } = running(files, ['upgrade', '--from', 'claude-code@1.0.0']);
    assert.match(err, /Claude Code 1\.0\.0 was not tested\. Version 2\.1\.197 is used instead\./);
    assert.ok(out.includes(`2.1.197 -> ${newest}`), out);
  });

  it('has a word for the newest version, and reports nothing of one that gave the same answers', () => {
    const same = hosts.find(({ id }) => id === 'claude-code')?.sameVersions ?? [];
    for (const to of ['latest', ...same]) {
      const { err, out } = running(files, ['upgrade', '--from', 'claude-code@2.1.306', '--to', to]);
      assert.deepEqual([err, out.split(':')[0]], ['', `Claude Code 2.1.306 -> ${newest}`], to);
    }
  });

  it('refuses what is no version', () => {
    for (const argv of [[], ['--from', 'claude-code'], ['--from', 'claude-code@newest']])
      assert.equal(running(files, ['upgrade', ...argv]).code, 2, argv.join(' '));
    const { err } = running(files, ['upgrade', '--from', 'claude-code@newest']);
    assert.match(err, /"newest" is not a version of claude-code\. Use /);
    assert.ok(err.includes(`${newest} or latest.`), err);
  });

  it('compares generations, with the agents behind each change', () => {
    const agents = {
      '.opencode/agent/a.md': '---\ndescription: A.\ntools:\n  bash: false\n---\nWork.\n',
      '.opencode/agent/b.md': '---\ndescription: B.\n---\nWork.\n',
    };
    const { out, err } = running(agents, ['upgrade', '--from', 'opencode@1', '--to', 'opencode@2']);
    assert.equal(err, '');
    assert.match(out, /^OpenCode [\d.]+ -> OpenCode 2 .*: \d of 2 files/);
  });

  it('prints a sentence about each change of an agent', () => {
    const { code, out } = running(files, ['upgrade', '--from', 'claude-code@2.1.306']);
    assert.equal(code, 0);
    assert.equal(
      out,
      [
        `Claude Code 2.1.306 -> ${newest}: 2 of 3 files change`,
        '',
        'Model "best" is claude-opus-5-5 instead of claude-fable-5-1.',
        '  .claude/agents/best.md (best)',
        '',
        'The agent can now be started.',
        '  .claude/agents/watcher.md (watcher)',
        '',
        'Tool "Monitor" becomes available.',
        '  .claude/agents/watcher.md (watcher)',
        '',
      ].join('\n'),
    );
    const plain = { '.claude/agents/plain.md': files['.claude/agents/plain.md'] };
    const same = running(plain, ['upgrade', '--from', 'claude-code@2.1.306']);
    assert.equal(same.out, `Claude Code 2.1.306 -> ${newest}: 0 of 1 file change\n`);
  });

  it('ends with 2 if a file cannot be read, and lists the others', () => {
    const unreadable = '.claude/agents/plain.md';
    const { code, out, err } = running(files, ['upgrade', '--from', 'claude-code@2.1.306'], '', {
      unreadable,
    });
    assert.equal(code, 2);
    assert.equal(err, `dossier: ${unreadable}: ${unreadable} may not be read\n`);
    assert.match(out, /: 2 of 2 files change\n/);
  });
});

describe('dossier upgrade, settings and hooks', () => {
  const command = { type: 'command', command: './check.sh' };
  const guard = [{ matcher: 'Bash', hooks: [command] }];
  const permissions = { deny: ['Bash(rm:*)'] };
  const upgraded = (settings: object, from: string, to: string) =>
    running({ '.claude/settings.json': JSON.stringify(settings) }, [
      ...['upgrade', '--from', `claude-code@${from}`, '--to', to],
    ]);
  const advice = (version: string): string =>
    `\nRun "dossier check --host claude-code@${version}" to see the cause in each file.\n`;

  it('reports a deny list that an update drops with a misplaced hook', () => {
    const { code, out } = upgraded({ permissions, PreToolUse: guard }, '2.1.252', newest);
    assert.equal(code, 1);
    assert.equal(
      out,
      [
        `Claude Code 2.1.252 -> ${newest}: 1 of 1 file changes`,
        '',
        'The settings are no longer used (ignored), so these do not hold any more: "deny Bash(rm:*)".',
        '  .claude/settings.json',
        '',
        'Field "PreToolUse" is refused instead of ignored.',
        '  .claude/settings.json',
        advice(newest),
      ].join('\n'),
    );
  });

  it('reports hooks that an update drops with a guard that is no list', () => {
    const hooks = {
      PreToolUse: { matcher: 'Bash', hooks: [command] },
      Stop: [{ hooks: [command] }],
    };
    const { code, out } = upgraded({ permissions, hooks }, '2.1.240', '2.1.257');
    assert.equal(code, 1);
    assert.match(out, /any more: "deny Bash\(rm:\*\), hook Stop"\.$/m);
    assert.ok(out.endsWith(advice('2.1.257')), out);
  });

  it('reports what an update uses again, without the hook that it skips', () => {
    const hooks = { PreToolUse: guard, PostToolUse: [command] };
    for (const from of ['2.1.197', '2.1.240', '2.1.252']) {
      const { code, out } = upgraded({ permissions, hooks }, from, newest);
      assert.equal(code, 0, out);
      assert.match(
        out,
        /^The settings are used \(before: ignored\), so these hold: "deny Bash\(rm:\*\), hook PreToolUse"\.$/m,
      );
      assert.doesNotMatch(out, /dossier check/);
    }
  });

  it('reports the same of an older version that is installed again', () => {
    const hooks = { PreToolUse: guard, PostToolUse: [command] };
    const { code, out } = upgraded({ permissions, hooks }, newest, '2.1.252');
    assert.equal(code, 1);
    assert.match(out, /any more: "deny Bash\(rm:\*\), hook PreToolUse"\.$/m);
  });

  it('finds nothing where both versions read the hooks in the same way', () => {
    const invalid = { permissions, hooks: { PreToolUse: guard, PostToolUse: [command] } };
    for (const [settings, from] of [
      [{ permissions, hooks: { PreToolUse: guard } }, '2.1.197'],
      [invalid, '2.1.257'],
    ] as const) {
      const { code, out } = upgraded(settings, from, newest);
      assert.deepEqual([code, /: 0 of 1 file change\n$/.test(out)], [0, true], out);
    }
  });

  it('reports values of single keys at their versions', () => {
    const tips = { permissions, spinnerTipsOverride: { tips: 'a' } };
    const mode = { permissions: { ...permissions, defaultMode: 'manual' } };
    const source = { permissions, extraKnownMarketplaces: { a: { source: 'o/r' } } };
    for (const [settings, last, next] of [
      [tips, '2.1.240', '2.1.252'],
      [mode, '2.1.197', '2.1.240'],
      [source, '2.1.197', '2.1.240'],
    ] as const) {
      const { out } = upgraded(settings, last, next);
      assert.match(out, /^The settings are used \(before: ignored\), so these hold: "deny /m);
      assert.match(upgraded(settings, next, newest).out, /: 0 of 1 file change\n$/);
    }
  });

  it('reports an agent that an update no longer loads because of a hook', () => {
    const agents = {
      '.claude/agents/guarded.md':
        '---\nname: guarded\ndescription: d\ntools: Read\nhooks:\n  PreToolUse:\n    - matcher: Bash\n---\nReview.\n',
    };
    const { code, out } = running(agents, ['upgrade', '--from', 'claude-code@2.1.252']);
    assert.equal(code, 1);
    assert.match(out, /^The file is no longer loaded as an agent \(ignored\)\.$/m);
  });
});

describe('--host HOST@VERSION', () => {
  const explained = (host: string, file: string) => {
    const argv = ['explain', file, '--host', host, '--format', 'json'];
    const { json } = running(files, argv);
    const [first] = (json as { files: { verdicts: Verdict[] }[] }).files;
    assert.ok(first?.verdicts[0]);
    return first.verdicts[0];
  };

  it('explains a file as that version reads it, with the names of the file', () => {
    const { hostVersion, runs, persona } = explained(
      'claude-code@2.1.306',
      '.claude/agents/watcher.md',
    );
    assert.deepEqual([hostVersion, runs], ['2.1.306', false]);
    assert.deepEqual(persona.tools.granted, []);
    assert.deepEqual(
      persona.tools.lost.map(({ written }) => written),
      ['Monitor'],
    );
  });

  it('is what check reports, and so is the setting', () => {
    const found = (argv: readonly string[], more = {}) => {
      const { json } = running({ ...files, ...more }, ['check', '--format', 'json', ...argv]);
      return (json as { findings: { file: string; rule: string }[] }).findings
        .filter(({ file }) => file.endsWith('watcher.md'))
        .map(({ rule }) => rule);
    };
    assert.deepEqual(found([]), []);
    assert.deepEqual(found(['--host', 'claude-code@2.1.306']), ['empty-tools']);
    const set = { 'dossier.config.json': '{ "versions": { "claude-code": "2.1.306" } }' };
    assert.deepEqual(found([], set), ['empty-tools']);
  });

  it('may be any version, and the one that is used for it is reported once', () => {
    const config = { 'dossier.config.json': '{ "versions": { "claude-code": "2.1.310" } }' };
    const note = 'dossier: Claude Code 2.1.310 was not tested. Version 2.1.306 is used instead.\n';
    const set = running({ ...files, ...config }, ['check']);
    assert.equal(set.err, note);
    assert.match(set.out, /empty-tools/);
    assert.equal(running(files, ['check', '--program', 'claude-code@2.1.310']).err, note);
    const same = { 'dossier.config.json': '{ "versions": { "claude-code": "2.1.330" } }' };
    assert.equal(running({ ...files, ...same }, ['check']).err, '');
    const wrong = { 'dossier.config.json': '{ "versions": { "claude-code": "newest" } }' };
    assert.equal(running({ ...files, ...wrong }, ['check']).code, 2);
  });

  it('does not suggest a tool that the version does not have', () => {
    const agents = {
      '.claude/agents/a.md': '---\nname: a\ndescription: d\ntools: Read, monitor\n---\nWatch.\n',
      '.kilo/agent/b.md': '---\ndescription: d\npermission:\n  Goal: deny\n---\nWork.\n',
    };
    const messages = (host: string) => {
      const { json } = running(agents, ['check', '--format', 'json', '--host', host]);
      return (json as { findings: { message: string }[] }).findings
        .map(({ message }) => message)
        .filter((message) => /Monitor"|"goal"/.test(message));
    };
    assert.equal(messages('claude-code').length, 1);
    assert.deepEqual(messages('claude-code@2.1.306'), []);
    assert.equal(messages('kilo').length, 1);
    assert.deepEqual(messages('kilo@7.7.2'), []);
  });

  it('knows which names for tools and which fields an earlier Copilot CLI lacks', () => {
    const file = '.github/agents/finder.agent.md';
    const agents = {
      [file]:
        '---\ndescription: Finds code.\ntools: [read, search, vscode/todos]\nhooks: 5\n---\nFind.\n',
    };
    const judged = (host: string) => {
      const { json } = running(agents, ['explain', file, '--host', host, '--format', 'json']);
      const [first] = (json as { files: { verdicts: Verdict[] }[] }).files;
      return first?.verdicts[0]?.persona?.tools.granted;
    };
    assert.deepEqual(judged('copilot-cli@1.0.92'), ['view']);
    // The newest version refuses these hooks.
    assert.equal(judged('copilot-cli'), undefined);
  });

  it('resolves the alias of a model as that version does', () => {
    const effective = (host: string) =>
      explained(host, '.claude/agents/best.md').persona.model.effective;
    assert.equal(effective('claude-code@2.1.260'), 'claude-opus-5');
    assert.equal(effective('claude-code@2.1.306'), 'claude-fable-5-1');
    assert.equal(effective('claude-code'), 'claude-opus-5-5');
  });
});

interface Verdict {
  readonly hostVersion: string;
  readonly runs: boolean;
  readonly persona: {
    readonly model: { readonly effective: string };
    readonly tools: {
      readonly granted: readonly string[];
      readonly lost: readonly { readonly written: string }[];
    };
  };
}

describe('dossier upgrade, settings', () => {
  const settings = {
    '.claude/settings.json':
      '{ "attribution": true, "permissions": { "deny": ["Bash"] }, "hooks": { "PreToolUse": [{ "hooks": [{ "type": "command", "command": "true" }] }] } }',
  };
  const changes = (files: Readonly<Record<string, string>>, from: string, to: string) => {
    const { code, json } = running(files, [
      ...['upgrade', '--from', `claude-code@${from}`, '--to', to, '--format', 'json'],
    ]);
    return { code, changes: (json as Answer).changed.flatMap((one) => one.changes) };
  };

  it('are used by a newer version only', () => {
    assert.deepEqual(changes(settings, '2.1.260', newest), {
      code: 0,
      changes: [
        {
          ...{ part: 'settings', name: 'deny Bash, hook PreToolUse', isWorse: false },
          ...{ before: 'ignored', after: 'loads' },
        },
        { part: 'field', name: 'attribution', before: 'refused', after: 'kept', isWorse: false },
      ],
    });
  });

  it('are no longer used, with what guards something, and fail the run', () => {
    const { code, changes: found } = changes(settings, newest, '2.1.260');
    assert.equal(code, 1);
    assert.deepEqual(found[0], {
      ...{ part: 'settings', name: 'deny Bash, hook PreToolUse', isWorse: true },
      ...{ before: 'loads', after: 'ignored' },
    });
  });

  it('are the same where no key differs', () =>
    assert.deepEqual(
      changes(
        { '.claude/settings.json': '{ "permissions": { "deny": ["Bash"] } }' },
        '2.1.260',
        newest,
      ),
      { code: 0, changes: [] },
    ));
});
