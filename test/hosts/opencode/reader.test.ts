// The peculiarities of OpenCode's reader, and the spans of their flaws.
import assert from 'node:assert/strict';
import { outlineOf } from '../../../server/agent/outline';
import { placeIn } from '../../../server/hosts/catalog/places';
import { judge } from '../../../server/hosts/judge/compute-verdict';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { opencode } from '../../../server/hosts/opencode/host';
import { processorTime } from '../../support/processor-time';
import { words } from '../../support/words';

function read(text: string, path = '.opencode/agent/probe.md'): Verdict {
  const place = placeIn(opencode, path);
  assert.ok(place, path);
  return judge(outlineOf(text), place);
}

const outcome = (text: string, path?: string): string => {
  const verdict = read(text, path);
  return verdict.reason === null ? verdict.outcome : `${verdict.outcome}: ${verdict.reason}`;
};

describe('The reader of OpenCode', () => {
  it('loses all settings if the frontmatter cannot be parsed', () => {
    const verdict = read('---\ndescription: @you\nmode: subagent\n---\nBody\n');
    assert.equal(verdict.outcome, 'loads-changed');
    assert.equal(verdict.reason, 'frontmatter-lost');
    assert.deepEqual(verdict.fields, []);
    assert.equal(verdict.persona?.mode, 'all');
    assert.equal(verdict.persona?.prompt, '---\ndescription: @you\nmode: subagent\n---\nBody');
  });

  it('repairs a colon, and drops the file if it cannot be parsed then', () => {
    const text = '---\ndescription: Use when: asked\n---\nBody\n';
    const verdict = read(text);
    assert.equal(verdict.reason, 'yaml-repaired');
    assert.equal(verdict.persona?.description, 'Use when: asked');
    const [field] = verdict.fields;
    assert.equal(
      field && text.slice(field.value.span.start, field.value.span.end),
      'Use when: asked',
    );
    assert.equal(outcome('---\ndescription: a: b\ntools: [x\n---\n'), 'ignored: yaml');
  });

  it('treats a broken file with CRLF as repaired', () => {
    assert.equal(outcome('---\r\ndescription: x\r\nowner: @me\r\n---\r\n'), 'ignored: yaml');
    assert.equal(outcome('---\r\nowner: @me\r\n---\r\n'), 'loads-changed: frontmatter-lost');
  });

  it('does not repair a file with a byte order mark', () => {
    assert.equal(outcome('\ufeff---\ndescription: a: b\n---\n'), 'loads-changed: frontmatter-lost');
    assert.equal(outcome('\ufeff---\ndescription: a\n---\nBody\n'), 'loads');
  });

  it('never runs code in a file, although the host would', () => {
    assert.equal(
      outcome('---js\n{ description: (globalThis.ran = true) }\n---\n'),
      'unknown: fence',
    );
    assert.equal((globalThis as { ran?: boolean }).ran, undefined);
    assert.equal(outcome('---js\n---\nBody\n'), 'loads');
    // Even if it looks like YAML.
    assert.equal(outcome('---js\nname: x\ndescription: y\n---\nBody\n'), 'unknown: fence');
    assert.equal(outcome('---toml\nname: x\n---\nBody\n'), 'loads-changed: fence');
  });

  it('accepts only YAML and JSON as languages', () => {
    assert.equal(outcome('---json\n{"description": "x"}\n---\nBody\n'), 'loads');
    assert.equal(outcome('---toml\ndescription = "x"\n---\nBody\n'), 'loads-changed: fence');
  });

  it('closes at any line that begins with three dashes', () => {
    const verdict = read('---\ndescription: x\n----\nBody\n');
    assert.equal(verdict.reason, 'fence');
    assert.equal(verdict.persona?.prompt, '-\nBody');
  });

  it('has an empty prompt without a closing fence', () => {
    const verdict = read('---\ndescription: x\nmode: primary\n');
    assert.equal(verdict.reason, 'fence');
    assert.equal(verdict.persona?.prompt, '');
    assert.equal(verdict.persona?.mode, 'primary');
  });

  it('splits a string into characters', () => {
    const verdict = read('---\nab:c\n---\nBody\n');
    assert.deepEqual(
      verdict.fields.map(({ key, outcome }) => [key, outcome]),
      [
        ['0', 'passed-on'],
        ['1', 'passed-on'],
        ['2', 'passed-on'],
        ['3', 'passed-on'],
      ],
    );
  });

  it('reads YAML 1.1 numbers in base 60 and dates', () => {
    const verdict = read('---\nsteps: 1:30\nwhen: 2024-01-01\n---\n');
    assert.deepEqual(
      verdict.fields.map(({ value }) =>
        value.kind === 'number' ? value.number : value.kind === 'date' ? value.iso : '',
      ),
      [90, '2024-01-01T00:00:00.000Z'],
    );
  });

  it('returns the span of every value', () => {
    const text = '---\npermission:\n  bash:\n    "git *": allow # ok\ntags: [a, "b"]\n---\n';
    const { permissions } = read(text).persona ?? {};
    const [rule] = permissions ?? [];
    assert.equal(rule && text.slice(rule.span.start, rule.span.end), '"git *": allow');
  });

  it('returns the span of what cannot be parsed', () => {
    const faultOf = (text: string): string => {
      const flaw = read(text).flaws.find(({ message }) => message !== undefined);
      return `${words(flaw?.message)}: ${text.slice(flaw?.span.start, flaw?.span.end)}`;
    };
    assert.equal(faultOf('---\nmode: all\nmode: primary\n---\n'), 'DUPLICATE_KEY: mode: primary');
    assert.equal(faultOf('---\ndescription: !x y\n---\n'), 'TAG_RESOLVE_FAILED: description: !x y');
    assert.equal(faultOf('---\nmode: all\n...\nx: y\n---\n'), 'MULTIPLE_DOCS: ...');
  });

  it('reads hostile texts in bounded time', function () {
    this.timeout(60_000);
    for (const text of [
      `---\n${'\n'.repeat(50_000)}`,
      `---\na: ${'['.repeat(20_000)}\n---\n`,
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((k, i) => `${k}: &${k} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
        .join('\n')}\n---\n`,
      '---\na: &a [*a]\n---\n',
      `---\n${'k: v\n'.repeat(30_000)}`,
    ]) {
      const took = processorTime(() => read(text));
      assert.ok(took < 5000, `${took} ms`);
    }
  });
});

describe('What stops OpenCode', () => {
  it('is any invalid value', () => {
    for (const line of [
      'color: red',
      'tools: Read',
      'mode: Subagent',
      'description: 5',
      'model:',
      'steps: 0',
      'hidden: yes',
    ]) {
      assert.equal(outcome(`---\n${line}\n---\n`).split(':')[0], 'stops-host', line);
      assert.equal(
        outcome(`---\n${line}\n---\n`, '.opencode/mode/x.md').split(':')[0],
        'ignored',
        line,
      );
    }
  });

  it('is the name of an object property, except for a disabled agent', () => {
    assert.equal(outcome('---\nname: constructor\n---\n'), 'stops-host: name');
    assert.equal(outcome('Body\n', '.opencode/agent/toString.md'), 'stops-host: name');
    assert.equal(outcome('---\nname: __proto__\n---\n'), 'ignored: name');
    assert.equal(outcome('---\nname: constructor\ndisable: true\n---\n'), 'ignored: disabled');
  });

  it('is an option that JSON cannot represent', () => {
    assert.equal(outcome('---\nlimit: .inf\n---\n'), 'stops-host: field');
  });
});

describe('The persona of OpenCode', () => {
  const tools = (text: string) => read(`---\n${text}\n---\n`).persona?.tools.denied;
  const outcomesOf = (text: string) =>
    read(`---\n${text}\n---\n`).tools.map(({ written, outcome, why, instead }) => [
      written,
      outcome,
      why,
      instead?.join(),
    ]);

  it('has no denied tools unless the file denies them', () => {
    assert.deepEqual(tools('mode: all'), []);
    assert.deepEqual(tools('permission:\n  question: deny'), ['question']);
  });

  it('treats write, edit and patch as one permission', () => {
    assert.deepEqual(tools('tools:\n  write: false'), ['edit', 'write', 'apply_patch']);
    assert.deepEqual(tools('tools:\n  write: false\n  edit: true'), []);
  });

  it('overrides tools by permission, and keeps the position of a repeated key', () => {
    const { permissions } =
      read('---\ntools:\n  "*": false\n  read: true\npermission: ask\n---\n').persona ?? {};
    assert.deepEqual(
      permissions?.map(({ permission, pattern, action }) => `${permission} ${pattern} ${action}`),
      ['* * ask', 'read * allow'],
    );
  });

  it('finds permissions that no tool uses', () => {
    assert.deepEqual(
      outcomesOf(
        'permission:\n  Bash: deny\n  write: deny\n  todoread: deny\n  srv_x: deny\n  bash: deny',
      ),
      [
        ['Bash', 'no-effect', 'wrong-case', 'bash'],
        ['write', 'no-effect', 'replaced', 'edit'],
        ['todoread', 'no-effect', 'replaced', 'todowrite'],
        ['srv_x', 'unverified', undefined, undefined],
        ['bash', 'denied', undefined, undefined],
      ],
    );
  });

  it('distinguishes an overridden rule from one that still applies to other tools', () => {
    const outcomes = (text: string) =>
      read(`---\n${text}\n---\n`).tools.map(({ written, outcome, effect }) => [
        written,
        outcome,
        effect !== undefined,
      ]);
    assert.deepEqual(outcomes('permission:\n  "*": deny\n  read: allow'), [
      ['*', 'denied', false],
      ['read', 'granted', false],
    ]);
    assert.deepEqual(outcomes('permission:\n  read: allow\n  "*": deny'), [
      ['read', 'denied', true],
      ['*', 'denied', false],
    ]);
  });

  it('is merged over the built-in agent with that name', () => {
    const { persona } = read(
      '---\npermission:\n  question: deny\n---\n',
      '.opencode/agent/plan.md',
    );
    assert.equal(persona?.mode, 'primary');
    assert.equal(persona?.description, 'Plan mode. Disallows all edit tools.');
  });

  it('does not run on a model without a provider', () => {
    assert.equal(read('---\nmodel: sonnet\n---\n').runs, false);
    assert.equal(read('---\nmodel: openai/gpt-5\n---\n').runs, true);
    assert.equal(read('---\nmodel: my/model\n---\n').runs, null);
  });
});
