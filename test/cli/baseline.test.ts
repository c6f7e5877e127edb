// A baseline of accepted findings: which findings it suppresses, which are new, and which no longer occur.
import assert from 'node:assert/strict';
import { type Ran, running } from '../support/running';

const claude = '.claude/agents/reviewer.md';
const withTools = (tools: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\ntools: ${tools}\n---\nYou review.\n`;
const list = 'dossier.baseline.json';

/** What `check --write-baseline` leaves behind for a text. */
function listed(text: string): string {
  const { code, err, file } = running({ [claude]: text }, ['check', '--write-baseline', list]);
  assert.equal(code, 0);
  assert.match(err, /^dossier: wrote \d+ findings? to dossier\.baseline\.json\n$/);
  return file(list) ?? '';
}

const against = (text: string, baseline: string, ...argv: string[]): Ran =>
  running({ [claude]: text, [list]: baseline }, ['check', '--baseline', list, ...argv]);

const messages = ({ out }: Ran): string[] =>
  [...out.matchAll(/^(?:error|warning|note|hint) (\S+): (\S+)/gm)].map(
    ([, rule, first]) => `${rule} ${first}`,
  );

describe('dossier check --baseline', () => {
  it('omits listed findings and reports how many', () => {
    const text = withTools('Read, Foo, MultiEdit');
    const ran = against(text, listed(text));
    assert.deepEqual([ran.code, messages(ran)], [0, []]);
    assert.equal(ran.err, 'dossier: ignored 2 findings listed in dossier.baseline.json\n');
    assert.match(ran.out, /^1 file, 0 errors, 0 warnings$/m);
  });

  it('writes a list that reads well in a review', () => {
    assert.deepEqual(JSON.parse(listed(withTools('Read, MultiEdit'))), {
      version: 1,
      findings: [
        {
          file: claude,
          rule: 'removed-tool',
          host: 'claude-code',
          line: 'tools: Read, MultiEdit',
          message:
            '"MultiEdit" was removed from Claude Code and is silently ignored. Use "Edit" instead.',
          count: 1,
        },
      ],
    });
  });

  it('reports what is new, also in a line that was listed', () => {
    const baseline = listed(withTools('Read, Foo'));
    const ran = against(withTools('Read, Foo, MultiEdit'), baseline);
    assert.deepEqual(messages(ran), ['removed-tool "MultiEdit"']);
    assert.equal(
      against(withTools('Read, Foo, MultiEdit'), baseline, '--max-warnings', '0').code,
      1,
    );
    assert.equal(against(withTools('Foo, Read'), baseline, '--max-warnings', '0').code, 0);
  });

  it('matches a line that has moved', () => {
    const text = withTools('Read, Foo');
    const moved = text.replace('name:', '# a comment\n# more\nname:');
    assert.deepEqual(messages(against(moved, listed(text))), []);
  });

  it('counts what is listed: a second one of the same is new', () => {
    const text = withTools('Read, Foo');
    const second = running(
      { [claude]: text, 'web/.claude/agents/reviewer.md': text, [list]: listed(text) },
      ['check', '--baseline', list],
    );
    assert.equal(messages(second).length, 1);
  });

  it('reports entries that no longer match', () => {
    const baseline = listed(withTools('Read, Foo, MultiEdit'));
    assert.match(
      against(withTools('Read, Foo'), baseline).err,
      /; 1 obsolete entry, run --write-baseline/,
    );
    const gone = running({ [list]: baseline, 'a.md': '' }, ['check', '--baseline', list]);
    assert.match(gone.err, /; 2 obsolete entries/);
  });

  it('applies from any working directory', () => {
    const text = withTools('Read, Foo');
    const files = { [claude]: text, 'ci/known.json': '' };
    const written = running(files, ['check', '--write-baseline', 'ci/known.json']);
    const known = written.file('ci/known.json') ?? '';
    assert.match(known, /"file": "\.\.\/\.claude\/agents\/reviewer\.md"/);
    const ran = running({ ...files, 'ci/known.json': known }, [
      'check',
      '--baseline',
      'ci/known.json',
    ]);
    assert.deepEqual(messages(ran), []);
  });

  it('leaves other formats to themselves', () => {
    const text = withTools('Read, Foo');
    const { json } = against(text, listed(text), '--format', 'json');
    assert.deepEqual(json, { files: 1, findings: [] });
  });

  it('ends with 2 for what is no list', () => {
    for (const baseline of ['', '[]', '{"findings": [{"file": 1}]}', '{"findings": {}}']) {
      const { code, err } = against(withTools('Read'), baseline);
      assert.deepEqual([code, err.startsWith(`dossier: ${list}`)], [2, true], err);
    }
    assert.equal(running({}, ['check', '--baseline', 'nowhere.json']).code, 2);
  });
});
