// What an author sees in a file of Qoder CLI.
import assert from 'node:assert/strict';
import { completing } from '../../support/completing';
import { diagnosing } from '../../support/diagnosing';
import { fixing } from '../../support/fixing';
import { viewAt } from '../../support/viewing';

const at = '.qoder/agents/reviewer.md';
const head = 'name: reviewer\ndescription: Reviews changes.';
const prompt = 'You review the changes.\n';

const verdictOf = (lines: string) =>
  viewAt(`---\n${head}\n${lines}\n---\n${prompt}`, { at }).verdicts()[0];

describe('Qoder CLI', () => {
  it('is the owner of its folder and has the agent', () => {
    const verdict = verdictOf('tools: Read, Bash, mcp__docs__find, Nope');
    assert.equal(verdict?.place.host.id, 'qoder');
    assert.equal(verdict.place.role, 'owner');
    assert.equal(verdict.persona?.id, 'reviewer');
    assert.deepEqual(verdict.persona.tools.granted, ['Read', 'Bash']);
    assert.deepEqual(verdict.persona.tools.unverified, ['mcp__docs__find']);
    assert.equal(verdict.persona.prompt, 'You review the changes.');
  });

  it('is the only program in its folder', () =>
    assert.deepEqual(
      viewAt(`---\n${head}\n---\n${prompt}`, { at })
        .verdicts()
        .map(({ place }) => place.host.id),
      ['qoder'],
    ));

  it('ignores files and folders whose names begin with "_"', () => {
    const verdictsAt = (path: string) =>
      viewAt(`---\n${head}\n---\n${prompt}`, { at: path }).verdicts().length;
    assert.equal(verdictsAt('.qoder/agents/a/reviewer.md'), 1);
    assert.equal(verdictsAt('.qoder/agents/_reviewer.md'), 0);
    assert.equal(verdictsAt('.qoder/agents/_a/reviewer.md'), 0);
    assert.equal(verdictsAt('.qoder/agents/a/_b/reviewer.md'), 0);
  });

  it('does not start an agent without tools', () => {
    assert.equal(verdictOf('tools: Nope')?.runs, false);
    assert.equal(verdictOf('tools: mcp__docs__find')?.runs, null);
    assert.equal(verdictOf('tools: []')?.runs, true);
    assert.equal(verdictOf('tools: []')?.persona?.tools.all, true);
  });

  it('gives agents in the background no tools for tasks', () => {
    const verdict = verdictOf('tools: Read, TaskCreate\nbackground: true');
    assert.deepEqual(verdict?.persona?.tools.granted, ['Read']);
  });

  it('reports that a repair turns a list into a string', () => {
    const text = `---\nname: reviewer\ndescription: Use when: asked.\ntools: [Read, Grep]\n---\n${prompt}`;
    const [verdict] = viewAt(text, { at }).verdicts();
    assert.equal(verdict?.persona?.description, 'Use when: asked.');
    assert.equal(verdict.runs, false);
    diagnosing(
      `
      ---
      name: reviewer
      description: Use when: asked.
                       ^^^^^ error repaired-yaml: "tools" becomes a string, brackets included. Qoder CLI does not start an agent without tools. Quote the value.
      tools: [Read, Grep]
      ---
      You review the changes.
      `,
      { at },
    );
  });

  it('reports a wrong value, with which the agent is not loaded', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      color: teal
             ^^^^ error invalid-color: Qoder CLI does not load the agent
      maxTurns: "5"
                ^^^ error invalid-type: Qoder CLI does not load the agent
      ---
      You review the changes.
      `,
      { at },
    ));

  it('reports what removes no tool', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      disallowedTools: Write, Bash(git:*), mcp__docs__*
                              ^^^^^^^^^^^ error ineffective-deny: "Bash(git:*)" denies no tool. Qoder CLI removes tools only by their exact names. Did you mean "Bash"?
                                           ^^^^^^^^^^^^ error ineffective-deny: "mcp__docs__*" denies no tool. Qoder CLI removes only single tools of MCP servers. Correct or remove it.
      ---
      You review the changes.
      `,
      { at },
    ));

  it('corrects the letter case of a tool', () => {
    fixing(`---\n${head}\ntools: rea|d, Grep\n---\n${prompt}`, { at })
      .taking('Replace with "Read"')
      .gives(`---\n${head}\ntools: Read, Grep\n---\n${prompt}`);
  });

  it('offers tiers of models', () =>
    completing(`---\n${head}\nmodel: per|\n---\n${prompt}`, { at }).offers('performance'));
});
