import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
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
