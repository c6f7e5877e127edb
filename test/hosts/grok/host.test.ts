// What an author sees in a file of Grok Build.
import assert from 'node:assert/strict';
import { completing } from '../../support/completing';
import { diagnosing } from '../../support/diagnosing';
import { fixing } from '../../support/fixing';
import { viewAt } from '../../support/viewing';

const at = '.grok/agents/reviewer.md';
const head = 'name: reviewer\ndescription: Reviews changes.';
const prompt = 'You review the changes.\n';

const toolsOf = (lines: string) =>
  viewAt(`---\n${head}\n${lines}\n---\n${prompt}`, { at }).verdicts()[0]?.persona?.tools;

describe('Grok Build', () => {
  it('is the owner of its folder and has the agent', () => {
    const view = viewAt(`---\n${head}\ntools: [read_file, Bash, mcp__docs__find]\n---\n${prompt}`, {
      at,
    });
    const verdict = view.verdicts().find(({ place }) => place.host.id === 'grok');
    assert.equal(verdict?.place.role, 'owner');
    assert.equal(verdict.outcome, 'loads');
    assert.equal(verdict.persona?.id, 'reviewer');
    assert.deepEqual(verdict.persona.tools.granted, ['read_file', 'run_terminal_cmd']);
    assert.deepEqual(verdict.persona.tools.unverified, ['mcp__docs__find']);
    assert.equal(verdict.persona.prompt, 'You review the changes.');
  });

  it('gives all tools for an empty list, and nearly all for a list with an unknown name', () => {
    assert.deepEqual(toolsOf('tools: []')?.denied, []);
    assert.equal(toolsOf('tools: []')?.all, true);
    const unknown = toolsOf('tools: [Read, Nope]');
    assert.equal(unknown?.all, true);
    assert.equal(unknown.denied.includes('task'), true);
    assert.equal(unknown.denied.includes('run_terminal_cmd'), false);
  });

  it('names what is wrong in a map', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      mcpInheritance: { named: [a], except: [b] }
                                            ^^^ error invalid-value: "mcpInheritance.except" and "named" cannot be used together.
      completionRequirement: { tool: todo_write }
                             ^^^^^^^^^^^^^^^^^^^^ error invalid-value: "completionRequirement" has no "reminder".
      ---
      You review the changes.
      `,
      { at },
    ));

  it('starts an agent by the name of its file', () => {
    const [verdict] = viewAt(`---\nname: Other\ndescription: Reviews.\n---\n`, { at }).verdicts();
    assert.equal(verdict?.persona?.id, 'reviewer');
    assert.equal(verdict.persona.name, 'Other');
  });

  it('ignores a list of tools with an unknown name', () => {
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      tools: [Read, shell]
                    ^^^^^ error unknown-tool: Grok Build has no tool named "shell". Grok Build then ignores the whole list and gives the agent nearly all tools. Use "run_terminal_cmd" instead.
      ---
      You review the changes.
      `,
      { at },
    );
    fixing(`---\n${head}\ntools: [Read, |shell]\n---\n${prompt}`, { at })
      .taking('Replace with "run_terminal_cmd"')
      .gives(`---\n${head}\ntools: [Read, run_terminal_cmd]\n---\n${prompt}`);
  });

  it('removes no tools by the names of Claude Code', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      disallowedTools: [Bash, grep]
                        ^^^^ error ineffective-deny: Grok Build removes tools only by its own names. Did you mean "run_terminal_cmd"?
      ---
      You review the changes.
      `,
      { at },
    ));

  it('does not load an agent with a wrong value', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      maxTurns: 0
                ^ error invalid-value: Grok Build silently does not load the agent.
      ---
      You review the changes.
      `,
      { at },
    ));

  it('reports nothing in the folder of Claude Code unless it is in use', () => {
    const hosts = viewAt(`---\n${head}\ntools: Read, Nope\n---\n${prompt}`, {
      at: '.claude/agents/reviewer.md',
    })
      .verdicts()
      .map(({ place }) => place.host.id);
    assert.equal(hosts.includes('grok'), false);
  });

  it('completes its fields and tools', () => {
    completing(`---\n${head}\n|\n---\n${prompt}`, { at }).offers('capabilityMode', 'promptMode');
    completing(`---\n${head}\ntools: [|]\n---\n${prompt}`, { at }).offers('read_file', 'grep');
  });

  it('reports a guard that is lost where the frontmatter of a skill is read by line', () =>
    diagnosing(
      `
      ---
      description: Deploys.
      disable-model-invocation: true
      metadata:
        key: a: b
             ^^^^ error invalid-yaml: Unquoted value contains ": ", which is not valid YAML. Grok Build reads only the name and the description, line by line. Grok Build does not read "disable-model-invocation" and "metadata". A limit on the skill is lost. Quote the value.
      ---
      Deploy.
      `,
      { at: '.grok/skills/deploy/SKILL.md' },
    ));

  it('reports a guard that becomes a string in the repair of a skill', () =>
    diagnosing(
      `
      ---
      description: Deploys: all.
                    ^^^^^^^ warning repaired-yaml: Unquoted value contains ": ", which is not valid YAML. Grok Build repairs it. A comment becomes part of a value. Quote the value.
      disable-model-invocation: true # asks
                                ^^^^^^^^^^^ information invalid-value: "disable-model-invocation" must be true or false, not "true # asks". Grok Build ignores it, so the model can use the skill. Use one of these values.
      ---
      Deploy.
      `,
      { at: '.grok/skills/deploy/SKILL.md' },
    ));

  it('reports three dashes in a skill that hide its frontmatter', () =>
    diagnosing(
      `
      ---
      disable-model-invocation: true
      description: |
        Deploys.
        ---
        ^^^ error broken-fence: Grok Build ignores the frontmatter because one of its lines contains only "---". Replace the dashes with other characters.
      ---
      Deploy.
      `,
      { at: '.grok/skills/deploy/SKILL.md' },
    ));

  it('reports text after the first dashes of a skill', () =>
    diagnosing(
      `
      --- yaml
      ^^^ error broken-fence: The first line must contain only "---". Grok Build ignores the frontmatter. Remove the rest of the line.
      disable-model-invocation: true
      ---
      Deploy.
      `,
      { at: '.grok/skills/deploy/SKILL.md' },
    ));
});
