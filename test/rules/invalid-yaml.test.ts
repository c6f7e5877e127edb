import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import type { Opened } from '../support/viewing';

describe('a frontmatter that a host mends in lines that end in LF only', () => {
  it('is lost where they end in CRLF, and that is said', () => {
    const text = '---\nname: reviewer\ndescription: Use this: after changes\n---\nYou review.\n';
    const said = (opened: Opened): readonly string[] =>
      findingsIn(text, opened).map(
        ({ severity, rule, message }) => `${severity} ${rule} ${message}`,
      );
    const [mended, ...more] = said({});
    assert.deepEqual(more, []);
    assert.match(mended ?? '', /^warning repaired-yaml /);
    const [lost] = said({ crlf: true });
    assert.match(
      lost ?? '',
      /^error invalid-yaml .* lines end in LF, and here they end in CRLF\.$/,
    );
    const [torn] = findingsIn(text.replace('description', '- description'), { crlf: true });
    assert.doesNotMatch(torn?.message ?? '', /CRLF/);
  });
});

describe('a frontmatter that a host reads no further than it can', () => {
  const at = '.github/agents/reviewer.agent.md';

  it('is worth a warning where the agent stays, and no limit is lost', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      some text
      ^^^^^^^^^ error invalid-yaml: Copilot CLI cannot read this frontmatter
      ^^^^^^^^^ warning invalid-yaml: This line is not "key: value", so nothing below it is read. It does not see "model".
      model: GPT-5
      ---
      You review.`,
      { at },
    );
  });

  it('is an error where a limit is', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      some text
      ^^^^^^^^^ error invalid-yaml: Copilot CLI cannot read this frontmatter
      ^^^^^^^^^ error invalid-yaml: It does not see "tools". The limit on what the agent may do is lost.
      tools: [read]
      ---
      You review.`,
      { at },
    );
  });
});
