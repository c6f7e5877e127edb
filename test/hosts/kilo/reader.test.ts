// The differences between Kilo and OpenCode.
import assert from 'node:assert/strict';
import { kilo } from '../../../server/hosts/kilo/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { processorTime } from '../../support/processor-time';
import { verdictOf } from '../opencode-family/answers';

function read(text: string, path = '.kilo/agent/probe.md'): Verdict {
  const verdict = verdictOf(kilo, text, path);
  assert.ok(verdict, path);
  return verdict;
}

const outcome = (text: string, path?: string): string => {
  const verdict = read(text, path);
  return verdict.reason === null ? verdict.outcome : `${verdict.outcome}: ${verdict.reason}`;
};

describe('The reader of Kilo', () => {
  it('reads agents from its own folders', () => {
    for (const path of ['.kilo/agents/a/b.md', '.kilocode/agent/x.md', '.kilo/mode/x.md'])
      assert.equal(outcome('Body\n', path), 'loads', path);
    assert.equal(verdictOf(kilo, 'Body\n', '.opencode/agent/x.md'), null);
  });

  it('ignores a file with an invalid value and shows a warning', () => {
    assert.equal(outcome('---\ncolor: red\n---\n'), 'refused: field');
    assert.equal(outcome('---\ncolor: red\n---\n', '.kilo/mode/x.md'), 'refused: field');
    assert.equal(outcome('---\ncolor: red\nname: 5\n---\n'), 'refused: field');
  });

  it('repairs with quotes, which breaks a value of several lines', () => {
    const text = '---\ndescription: Use it: "so"\n---\n';
    assert.equal(read(text).persona?.description, 'Use it: "so"');
    assert.equal(outcome('---\ndescription: a: b\n  more\n---\n'), 'refused: yaml');
  });

  it('treats empty values as no values', () => {
    assert.equal(outcome('---\ndescription:\nmodel:\nsteps: ~\n---\n'), 'loads');
    assert.equal(outcome('---\nmode:\n---\n'), 'refused: field');
    const { persona } = read('---\ntools:\n  write: false\npermission:\n  edit:\n---\n');
    assert.deepEqual(persona?.permissions, []);
  });

  it('shows the display name and keeps the other as the ID', () => {
    const { persona } = read('---\ndisplayName: The Reviewer\n---\n');
    assert.deepEqual([persona?.id, persona?.name], ['probe', 'The Reviewer']);
  });
});

describe('References in a prompt of Kilo', () => {
  const home = '.config/kilo/agent/probe.md';

  it('to the environment make Kilo ignore a project file', () => {
    assert.equal(outcome('Body {env:HOME}\n'), 'refused: yaml');
    assert.equal(outcome('a // {env:HOME}\n'), 'refused: yaml');
    assert.equal(outcome('Body {env:HOME}\n', home), 'loads');
    assert.equal(outcome('Body {env:KILO_SERVER_PASSWORD}\n', home), 'refused: yaml');
  });

  it('are not replaced after a dollar sign, in a comment, or without a name', () => {
    for (const text of ['${env:HOME}', '  // {env:A} {env:B}', 'x\n//{env:A}', '{env:}', '{env:A'])
      assert.equal(outcome(`${text}\n`), 'loads', text);
    assert.equal(outcome('// x\n{env:A}\n'), 'refused: yaml');
  });

  it('to files are not resolved here', () => {
    assert.equal(outcome('Body {file:./x.md}\n'), 'loads');
    assert.equal(outcome('Body {file:~/x.md}\n'), 'unknown: unknown');
    assert.equal(outcome('Body {file:/x.md}\n', home), 'loads');
  });

  it('are flaws with their own span', () => {
    const text = '---\ndescription: x\n---\n\nBody\n{env:A}\n';
    const [flaw] = read(text).flaws;
    assert.equal(flaw && text.slice(flaw.span.start, flaw.span.end), '{env:A}');
  });

  it('are found fast among many', () => {
    const took = processorTime(() => {
      outcome('// {env:a}'.repeat(100_000));
      outcome('{file:'.repeat(200_000));
    });
    assert.ok(took < 2000, `${took} ms`);
  });
});

describe('Built-in agents of Kilo', () => {
  const permissions = (name: string, text: string): string[] => {
    const { persona } = read(`---\n${text}\n---\n`, `.kilo/agent/${name}.md`);
    return [...(persona?.tools.denied ?? [])];
  };

  it('ignore the rules of a file if they are hidden', () => {
    const { persona } = read('---\npermission: allow\n---\n', '.kilo/agent/title.md');
    assert.deepEqual(persona?.permissions, []);
  });

  it('let a file restrict plan mode but not extend it', () => {
    assert.ok(!permissions('plan', 'permission:\n  edit: allow').includes('edit'));
    assert.ok(permissions('plan', 'permission:\n  edit: deny').includes('edit'));
  });

  it('can have two names', () => {
    const mode = (name: string) => read('Body\n', `.kilo/agent/${name}.md`).persona?.mode;
    assert.deepEqual([mode('build'), mode('code'), mode('own')], ['primary', 'primary', 'all']);
  });
});
