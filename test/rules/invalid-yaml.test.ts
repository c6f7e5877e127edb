import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import type { Opened } from '../support/viewing';
import { words } from '../support/words';

describe('a frontmatter that a host repairs only with LF line endings', () => {
  it('is lost with CRLF line endings, and the message shows why', () => {
    const text = '---\nname: reviewer\ndescription: Use this: after changes\n---\nYou review.\n';
    const reported = (opened: Opened): readonly string[] =>
      findingsIn(text, opened).map(
        ({ severity, rule, message }) => `${severity} ${rule} ${words(message)}`,
      );
    const [repaired, ...more] = reported({});
    assert.deepEqual(more, []);
    assert.match(repaired ?? '', /^information repaired-yaml /);
    const [lost] = reported({ crlf: true });
    assert.match(
      lost ?? '',
      /^error invalid-yaml .* Claude Code repairs this only in files with LF line endings\. Quote the value\.$/,
    );
    const [broken] = findingsIn(text.replace('description', '- description'), { crlf: true });
    assert.doesNotMatch(words(broken?.message) ?? '', /LF line endings/);
  });
});

describe('a frontmatter that a host reads only in part', () => {
  const at = '.github/agents/reviewer.agent.md';

  it('is a warning if the agent is loaded and no limit is lost', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      some text
      ^^^^^^^^^ error invalid-yaml: Copilot CLI rejects the whole agent.
      ^^^^^^^^^ warning invalid-yaml: VS Code does not read "model".
      model: GPT-5
      ---
      You review.`,
      { at },
    );
  });

  it('is an error if a limit is lost', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      some text
      ^^^^^^^^^ error invalid-yaml: Copilot CLI rejects the whole agent.
      ^^^^^^^^^ error invalid-yaml: VS Code does not read "tools". A limit on the agent is lost.
      tools: [read]
      ---
      You review.`,
      { at },
    );
  });
});

describe('a command whose hint is no valid YAML', () => {
  const at = '.claude/commands/review.md';

  it('loses no limit with its list of allowed tools, which only grants', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      argument-hint: "[--note "text"]"
                     ^^^^^^^^^^^^^^^^^ warning invalid-yaml: lists the file with the first line of the text. Escape the quotes inside of the value.
      allowed-tools: Read
      ---
      Review.`,
      { at },
    );
    diagnosing(
      `
      ---
      description: Reviews changes.
      argument-hint: "[--note "text"]"
                     ^^^^^^^^^^^^^^^^^ error invalid-yaml: A limit on the command is lost. Escape the quotes inside of the value.
      disallowed-tools: Bash
      ---
      Review.`,
      { at },
    );
  });

  it('escapes the quotes', () => {
    fixing(
      '---\ndescription: Reviews changes.\nargument-hint: "[--note |"text"]"\n---\nReview.\n',
      { at },
    )
      .offersSafely('Escape the quotes in "argument-hint"')
      .taking('Escape the quotes in "argument-hint"')
      .gives(
        '---\ndescription: Reviews changes.\nargument-hint: "[--note \\"text\\"]"\n---\nReview.\n',
      );
  });

  it('quotes a key that no program reads, and leaves the description unchanged', () => {
    fixing('---\ndescription: Reviews changes.\nargs: [--fix] |[--all]\n---\nReview.\n', { at })
      .offersNot('Convert "description" to a block scalar')
      .taking('Quote the value of "args"')
      .gives('---\ndescription: Reviews changes.\nargs: "[--fix] [--all]"\n---\nReview.\n');
  });

  it('offers no quotes where the next line is an item of a list', () => {
    fixing(
      '---\ndescription: Reviews changes.\nargs: [--fix] |[--all]\n  - name: x\n---\nReview.\n',
      { at },
    ).offersNot('Quote the value of "args"', 'Convert "description" to a block scalar');
  });
});
