import assert from 'node:assert/strict';
import { cut, shouldUseColor, widthOf } from '../../server/cli/report/cells';
import { type Person, running } from '../support/running';

const claude = '.claude/agents/reviewer.md';

/** What a person sees of one file, without the summary. */
const seen = (head: string, person?: Person): string => {
  const text = `---\nname: reviewer\n${head}\n---\nYou review.\n`;
  return running({ [claude]: text }, ['check', '--quiet'], '', person).out;
};

const shown = (head: string, person?: Person): string => {
  const text = `---\nname: reviewer\ndescription: Reviews.\n${head}\n---\nYou review.\n`;
  return running({ [claude]: text }, ['check', '--notes'], '', person).out;
};

/** The line of the file and the line of carets below it. */
function excerpt(out: string): readonly [string, string] {
  const lines = out.split('\n');
  const at = lines.findIndex((line) => /\| .*\^/.test(line));
  const after = (line: string): string => line.slice(line.indexOf('|') + 2);
  return [after(lines[at - 1] ?? ''), after(lines[at] ?? '')];
}

/** The text above the carets, column by column. */
function underlined(out: string): string {
  const [line, marks] = excerpt(out);
  const [from, to] = [marks.indexOf('^'), marks.lastIndexOf('^') + 1];
  let column = 0;
  let result = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (column >= from && column < to) result += segment;
    column += widthOf(segment);
  }
  return result;
}

describe('what a person sees of a finding', () => {
  it('hides a key in its line, and in other findings of that line', () => {
    const key = `${'ghp'}_8fK2mQz7RtW4xYb9Lc3NvHs6JdPg1aTeUoXi`;
    const text = `---\nname: reviewer\ndescription: Reviews.\n---\n{{NAME}} logs in with ${key}.\n`;
    for (const format of ['human', 'json', 'github']) {
      const { out } = running({ [claude]: text }, ['check', '--format', format]);
      assert.match(out, /hardcoded-secret|GitHub token/);
      assert.ok(!out.includes(key.slice(4)), out);
    }
  });

  it('is the sentence, the place, the line with its token, and what can be done', () => {
    const [sentence, ...rest] = shown('color: Blue').split('\n');
    assert.match(
      sentence ?? '',
      /^hint invalid-color: "color" must be .*, not "Blue"\. Claude Code /,
    );
    assert.deepEqual(rest, [
      `  --> ${claude}:4:8`,
      '   |',
      ' 4 | color: Blue',
      '   |        ^^^^',
      '  = fix: Replace with "blue"',
      '',
      '1 file, 0 errors, 0 warnings, 1 note',
      '1 problem can be fixed with --fix',
      '',
    ]);
  });

  it('is grouped where several are of one line', () => {
    const out = shown('tools: Read, Edit, MultiEdit, Bash, Task');
    assert.equal(out.match(/-->/g)?.length, 1);
    assert.match(out, /^hint removed-tool: .*\nhint renamed-tool: /m);
    assert.match(out, /\n {3}\| {20}\^{9} {8}\^{4}\n/);
    assert.match(out, /= fix: Remove "MultiEdit"\n {2}= suggestion: Replace with "Agent"\n/);
  });

  it('underlines the token below characters of any width', () => {
    assert.equal(underlined(shown('tools: Read, MultiEdit # 審査する')), 'MultiEdit');
    assert.equal(underlined(shown("tools: [Read, '審査', 'MultiEdit']")).includes('審査'), true);
    for (const before of ['レビュー担当', '👩‍💻🎉', 'é\u0301', '한국어', '\tx']) {
      const out = shown(`tools: [Read, "mcp__${before}__x", MultiEdit]`);
      const [line, marks] = excerpt(out.slice(out.indexOf('removed-tool')));
      const at = marks.lastIndexOf('^'.repeat('MultiEdit'.length));
      assert.equal(widthOf(line.slice(0, line.indexOf('MultiEdit'))), at, before);
    }
  });

  it('cuts a long line around its token, to the width of the terminal', () => {
    const many = Array.from({ length: 40 }, (_, n) => `mcp__server__tool${n}`).join(', ');
    for (const columns of [60, 80, 200]) {
      const out = shown(`tools: ${many}, MultiEdit, ${many}`, { columns });
      const [line] = excerpt(out);
      assert.equal(underlined(out), 'MultiEdit');
      assert.match(line, /^….*…$/);
      for (const row of out.split('\n')) assert.ok(widthOf(row) <= columns, row);
    }
  });

  it('cuts a line of progress, and no sign in two', () => {
    assert.deepEqual(
      [cut('審査する', 8), cut('審査する', 6), cut('審査する', 5)],
      ['審査する', '審査…', '審査…'],
    );
  });

  it('wraps sentences at a terminal, and nowhere else', () => {
    const narrow = shown('color: teal', { columns: 50 });
    assert.match(narrow, /^hint invalid-color: [^\n]{0,40}\n {2}\S/m);
    assert.equal(shown('color: teal').split('\n')[1], `  --> ${claude}:4:8`);
  });

  it('points behind the end of a line at what is missing there', () => {
    assert.match(seen('tools:'), /\^/);
  });

  it('does not interpret control characters in the file', () => {
    const out = shown('color: "te\u001b[31mal\u202e"', { color: false, columns: 80 });
    assert.ok(!out.includes('\u001b') && !out.includes('\u202e'));
    const text = '---\nname: "a\u001b[2J"\ndescription: d\n---\n';
    const explained = running({ [claude]: text }, ['explain', claude]).out;
    assert.match(explained, /as a\u241b\[2J/);
    assert.ok(!explained.includes('\u001b'));
  });

  it('is colored only in a terminal that supports it', () => {
    const colored = shown('tools: Read, Foo', { color: true });
    assert.ok(colored.includes('\u001b[1;33mwarning\u001b[0m'));
    assert.ok(!shown('color: teal').includes('\u001b'));
    assert.equal(shouldUseColor({}, true), true);
    assert.equal(shouldUseColor({}, false), false);
    assert.equal(shouldUseColor({ NO_COLOR: '1', FORCE_COLOR: '1' }, true), false);
    assert.equal(shouldUseColor({ NO_COLOR: '' }, true), true);
    assert.equal(shouldUseColor({ FORCE_COLOR: '1' }, false), true);
    assert.equal(shouldUseColor({ FORCE_COLOR: '0' }, true), false);
    assert.equal(shouldUseColor({ TERM: 'dumb' }, true), false);
  });

  it('ends with what can be done about it', () => {
    assert.match(shown('color: Blue'), /1 note\n1 problem can be fixed with --fix\n$/);
    assert.match(shown('color: red'), /^1 file, 0 errors, 0 warnings\n$/);
  });

  it('offers to fix what is printed, else what is not', () => {
    const head = (field: string): string => `---\nname: reviewer\n${field}\n---\nYou review.\n`;
    const note = head('description: Reviews.\ncolor: Blue');
    const hidden = running({ [claude]: note }, ['check']).out;
    assert.match(
      hidden,
      /1 note \(not shown without --notes\).*\nproblems that are not shown can be fixed with --fix\n$/,
    );
    const both = {
      [claude]: note,
      '.qwen/agents/reviewer.md': head('description: Reviews: all\n  of it.'),
    };
    const printed = running(both, ['check']).out;
    assert.match(
      printed,
      /1 note \(not shown without --notes\).*\n1 of the problems shown can be fixed with --fix\n$/,
    );
    const all = running(both, ['check', '--notes']).out;
    assert.match(all, /\n2 problems can be fixed with --fix\n$/);
  });

  it('counts by rule only where there is much', () => {
    const text = '---\nname: x\ndescription: Reviews.\ntools: Read, Foo\n---\nYou review.\n';
    const files = (count: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: count }, (_, n) => [
          `.claude/agents/a${n}.md`,
          text.replace('x', `a${n}`),
        ]),
      );
    assert.doesNotMatch(running(files(5), ['check']).out, /^ *5 {2}unknown-tool$/m);
    assert.match(running(files(25), ['check']).out, /^25 {2}unknown-tool$/m);
  });

  it('reports where a file belongs, and does not move it with --fix', () => {
    const path = '.github/agents/team/reviewer.agent.md';
    const text = '---\ndescription: Reviews changes.\n---\n\nYou review.\n';
    const { out, file } = running({ [path]: text }, ['check', '--fix']);
    assert.match(
      out,
      /warning unread-location: VS Code reads only files directly in "\.github\/agents"\./,
    );
    assert.match(out, /= suggestion: Move to \.github\/agents\/reviewer\.agent\.md\n/);
    assert.equal(file(path), text);
  });
});
