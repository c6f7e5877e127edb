// No file keeps others from being reported: what a file may contain, and how long it may take.
import assert from 'node:assert/strict';
import { fixingAll } from '../support/fixing';
import { processorTime } from '../support/processor-time';
import { running } from '../support/running';

const agent = (comment: string, body = ''): string =>
  `---\nname: a\ndescription: Reviews.\n${comment}\n---\nYou review.\n${body}`;
const other = '---\nname: b\ndescription: Reviews.\ntools: Read, MultiEdit\n---\nYou review.\n';

const checked = (text: string): { readonly ms: number; readonly rules: string[]; out: string } => {
  let out = '';
  const files = { '.claude/agents/a.md': text, '.claude/agents/b.md': other };
  const ms = processorTime(() => {
    ({ out } = running(files, ['check', '--format', 'json']));
  });
  const { findings } = JSON.parse(out) as { findings: { rule: string }[] };
  return { ms, rules: findings.map(({ rule }) => rule), out };
};

describe('a file with very many ignore comments', () => {
  for (const [what, text] of [
    ['3,300 names that are no rules', agent(`# dossier-ignore ${'a, '.repeat(3_300)}a`)],
    [
      '200 names that are no rules',
      agent(`# dossier-ignore ${'a1, '.repeat(199)}a2`, '\nYou review.\n'.repeat(2_000)),
    ],
    ['1,500 names of a rule', agent(`# dossier-ignore ${'unknown-field, '.repeat(1_500)}a`)],
    ['25,000 comments', agent('', '<!-- dossier-ignore a -->\n'.repeat(25_000))],
    [
      '25,000 comments, each with a paragraph',
      agent('', '<!-- dossier-ignore a -->\n\nHi.\n\n'.repeat(25_000)),
    ],
  ] as const)
    it(`is checked with the others: ${what}`, () => {
      const { ms, rules } = checked(text);
      assert.ok(rules.includes('removed-tool'));
      assert.ok(rules.includes('unused-ignore'));
      assert.ok(rules.length < 300, `${rules.length} findings`);
      assert.ok(ms < 4_000, `${ms} ms`);
    });

  it('has a finding for those without effect', () => {
    const { out } = checked(agent('', '<!-- dossier-ignore-file a -->\n'.repeat(101)));
    assert.match(out, /Only the first 100 ignore comments and 200 names in a file have an effect/);
    const names = checked(agent(`# dossier-ignore ${'a, '.repeat(200)}a`));
    assert.match(names.out, /Only the first 100 ignore comments and 200 names/);
    const few = checked(agent(`# dossier-ignore ${'a, '.repeat(199)}a`));
    assert.doesNotMatch(few.out, /Only the first/);
  });

  it('has one finding for names of a comment, with one fix for all', () => {
    const comment = '# dossier-ignore foobarbaz, unknown-field, quxquux, xyzzyplugh: ours';
    const { out } = running({ '.claude/agents/a.md': agent(`${comment}\nowner: x`) }, [
      'check',
      '--notes',
    ]);
    assert.match(
      out,
      /There are no rules named "foobarbaz", "quxquux" and "xyzzyplugh", so nothing is ignored/,
    );
    assert.match(out, /fix: Remove "foobarbaz", "quxquux" and "xyzzyplugh" from the comment/);
    fixingAll(agent(`${comment}\nowner: x`)).gives(
      agent('# dossier-ignore unknown-field: ours\nowner: x'),
    );
    fixingAll(agent('# dossier-ignore empty-tools, foobarbaz: ours\nowner: x')).gives(
      agent('owner: x'),
    );
  });
});

describe('a file that takes too long', () => {
  const files = { '.claude/agents/a.md': agent(''), '.claude/agents/b.md': other };
  /** Everything after the first question about the time takes long, until the next file. */
  const slow = (): (() => number) => {
    let asked = 0;
    return () => (asked++ < 3 ? 0 : asked > 200 ? 20_001 : 10_001);
  };

  it('has a finding that states so, and the others are checked', () => {
    const { out, code } = running(files, ['check', '--format', 'json'], '', { now: slow() });
    const { findings } = JSON.parse(out) as {
      findings: { file: string; rule: string; message: string; severity: string }[];
    };
    assert.equal(code, 1);
    assert.deepEqual(
      findings.map(({ file, rule }) => [file, rule]),
      [
        ['.claude/agents/a.md', 'too-large'],
        ['.claude/agents/b.md', 'removed-tool'],
      ],
    );
    assert.match(findings[0]?.message ?? '', /takes more than 10 seconds to check/);
  });

  it('is checked again by a later run with the same cache', () => {
    const stored = new Map<string, string>();
    const results = () => ({
      read: (name: string) => stored.get(name) ?? null,
      write: (name: string, text: string) => {
        stored.set(name, text);
        return null;
      },
    });
    const argv = ['check', '--cache', '--format', 'concise'];
    assert.match(running(files, argv, '', { now: slow(), results }).out, /too-large/);
    assert.doesNotMatch(running(files, argv, '', { results }).out, /too-large/);
  });
});
