// Findings on lists of denied tools that do not deny what they name.
import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { namedReviewer } from '../support/reviewers';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

describe('rules on denied tools', () => {
  it('name the tools that a "*" leaves to the agent', () => {
    diagnosing(
      namedReviewer(`
      disallowedTools: Write, Bash(git push *), *
                                                ^ error broken-deny-list: "*" cancels the whole list in "disallowedTools". Claude Code removes no tools, so the agent keeps "Write" and "Bash". Remove "*".
`),
    );
  });

  it('name only tools that the agent has', () => {
    diagnosing(
      namedReviewer(`
      tools: Read, Bash
      disallowedTools: [Write, "*"]
                                ^ error broken-deny-list: Claude Code removes none of its tools
`),
    );
  });

  it('report names that are not separated by commas', () => {
    diagnosing(
      namedReviewer(`
      disallowedTools: Write, Bash(git push, WebFetch
                              ^^^^^^^^^^^^^^^^^^^^^^^ error broken-deny-list: The parenthesis in "Bash(git push, WebFetch" is not closed. Claude Code reads all of it as one name, so the agent keeps "Bash" and "WebFetch". Close the parenthesis.
`),
    );
  });

  it('keep every denied tool when an unclosed parenthesis is fixed', () => {
    const head = '---\nname: ops\ndescription: Operates staging.\n';
    fixing(`${head}disallowedTools: |Bash(git push, Write\n---\n`)
      .taking('Close the parenthesis')
      .gives(`${head}disallowedTools: Bash(git push), Write\n---\n`);
    fixing(`${head}disallowedTools: |Bash(git push, git pull, Write\n---\n`)
      .taking('Close the parenthesis')
      .gives(`${head}disallowedTools: Bash(git push, git pull), Write\n---\n`);
    fixing(`${head}disallowedTools: [Write, "|Bash(git push"]\n---\n`)
      .taking('Close the parenthesis')
      .gives(`${head}disallowedTools: [Write, "Bash(git push)"]\n---\n`);
  });

  it('are a hint if the agent has none of the tools', () => {
    diagnosing(
      namedReviewer(`
      tools: Read, Grep
      disallowedTools: Bash(git push, Write
                       ^^^^^^^^^^^^^^^^^^^^ hint broken-deny-list: ignores it, and the agent has none of these tools anyway. Close the parenthesis.
`),
    );
  });

  it('report a tool that is removed with all its uses', () => {
    diagnosing(`
      ---
      name: builder
      description: Builds.
      tools: Read, Bash
      disallowedTools: Bash(git push *)
                       ^^^^^^^^^^^^^^^^ warning overbroad-deny: "Bash(git push *)" denies more than it names. Claude Code ignores the part in parentheses and removes all of "Bash". Deny single uses in the permission settings or in a hook.
      ---
      `);
  });

  it('report several uses of one tool once, and none if the tool itself is denied', () => {
    const file = (denied: string): string =>
      `---\nname: builder\ndescription: Builds.\ndisallowedTools: ${denied}\n---\nYou build.\n`;
    assert.deepEqual(
      findingsIn(file('Bash(rm *), Bash(git push *)')).map(({ message }) => words(message)),
      [
        '"Bash(rm *)" and "Bash(git push *)" deny more than they name. Claude Code ignores the part in parentheses and removes all of "Bash". Deny single uses in the permission settings or in a hook.',
      ],
    );
    const rules = findingsIn(file('Bash, Bash(rm *)')).map(({ rule }) => rule);
    assert.ok(!rules.includes('overbroad-deny'));
  });

  it('report a misspelled denial as an error only if the agent has the tool', () => {
    diagnosing(
      namedReviewer(`
      tools: Read, Grep
      disallowedTools: bash
                       ^^^^ hint ineffective-deny: Did you mean "Bash"?
`),
    );
    diagnosing(
      namedReviewer(`
      tools: Read, Bash
      disallowedTools: bash
                       ^^^^ error ineffective-deny: Did you mean "Bash"?
`),
    );
    diagnosing(
      namedReviewer(`
      disallowedTools: bash
                       ^^^^ error ineffective-deny: Did you mean "Bash"?
`),
    );
  });

  it('report a tool in both lists once, where it is granted', () => {
    diagnosing(`
      ---
      name: builder
      description: Builds.
      tools: Read, Bash, mcp__docs__find
                   ^^^^ warning contradictory-tool: is also in "disallowedTools"
                         ^^^^^^^^^^^^^^^ warning contradictory-tool: "mcp__docs__find" is also
      disallowedTools: Bash, mcp__docs__find
      ---
      `);
  });

  it('report a list as a whole if no tool is left', () => {
    diagnosing(`
      ---
      name: builder
      description: Builds.
      tools: Read, Bash
      ^^^^^ warning empty-tools: The agent has no tools in Claude Code because "disallowedTools" denies every tool in "tools".
      disallowedTools: Bash, Read
      ---
      `);
  });

  it('read a "*" on its own line as every tool', () => {
    diagnosing(`
      ---
      name: builder
      description: Builds.
      tools: |
        *
      ---
      `);
  });
});

describe('a tool of a server that is denied', () => {
  it('is reported where the list of allowed tools has it', () => {
    diagnosing(
      namedReviewer(`
      tools: Read, mcp__tickets__list
                   ^^^^^^^^^^^^^^^^^^ warning contradictory-tool: "mcp__tickets" in "disallowedTools" also removes "mcp__tickets__list", so the agent does not have it in Claude Code. Remove one of the two entries.
      disallowedTools: mcp__tickets
`),
    );
  });

  it('is a tool of the agent where the pattern denies nothing', () => {
    const text = (lines: string) => `---\nname: reviewer\ndescription: Reviews.\n${lines}\n---\n`;
    const at = '.claude/agents/reviewer.md';
    const listed = 'tools: Read, mcp__tickets__list';
    const unverified = (lines: string) =>
      viewAt(text(`${listed}\n${lines}`), { at }).verdicts()[0]?.persona?.tools.unverified;
    assert.deepEqual(unverified('disallowedTools: mcp__tickets__*'), []);
    assert.deepEqual(unverified('disallowedTools: mcp__*'), []);
    assert.deepEqual(unverified('disallowedTools: mcp__tickets__li*'), ['mcp__tickets__list']);
    assert.deepEqual(unverified('disallowedTools: mcp__notes'), ['mcp__tickets__list']);
  });
});
