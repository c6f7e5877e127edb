// One line for each finding, and how often each rule reports.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const agent = (head: string): string =>
  `---\nname: reviewer\ndescription: Reviews.\n${head}\n---\nYou review code.\n`;

const files = {
  '.claude/agents/a.md': agent('allowed-tools: Read').replace('reviewer', 'a'),
  '.claude/agents/b.md': agent('allowed-tools: Read').replace('reviewer', 'b'),
  '.claude/agents/c.md': agent('tools: Read, MultiEdit').replace('reviewer', 'c'),
};

describe('dossier check --format concise', () => {
  it('prints the place first, one line for each finding', () => {
    const { code, out } = running(files, ['check', '--format', 'concise']);
    const lines = out.split('\n');
    assert.equal(code, 1);
    assert.match(
      lines[0] ?? '',
      /^\.claude\/agents\/a\.md:4:1: error unknown-field: "allowed-tools" is/,
    );
    assert.match(
      lines[2] ?? '',
      /^\.claude\/agents\/c\.md:4:14: warning removed-tool: "MultiEdit" /,
    );
    assert.equal(lines[3], '3 files, 2 errors, 1 warning');
  });

  it('prints only errors with --quiet', () => {
    const { out } = running(files, ['check', '--format', 'concise', '--quiet']);
    assert.doesNotMatch(out, /warning removed-tool/);
    assert.match(out, /^\.claude\/agents\/b\.md:4:1: error /m);
  });

  it('runs no command of a workflow that a path contains', () => {
    const path = '.claude/agents/##[error]x.md';
    const { out } = running({ [path]: agent('allowed-tools: Read') }, [
      'check',
      '--format',
      'concise',
    ]);
    assert.ok(!out.includes('##[error]'), out);
  });
});

describe('dossier check --statistics', () => {
  it('prints how often each rule reports, the most frequent first, and no finding', () => {
    const { code, out } = running(files, ['check', '--statistics']);
    assert.equal(code, 1);
    assert.match(out, /^2 {2}unknown-field\n1 {2}removed-tool\n\n3 files, 2 errors, 1 warning\n/);
    assert.doesNotMatch(out, /allowed-tools/);
  });

  it('is for people only', () => {
    const { code, err } = running(files, ['check', '--statistics', '--format', 'json']);
    assert.equal(code, 2);
    assert.match(err, /--statistics requires --format human or concise/);
  });
});
