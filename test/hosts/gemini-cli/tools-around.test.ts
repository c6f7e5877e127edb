// What settings of a project take from an agent of Gemini CLI.
import assert from 'node:assert/strict';
import { running } from '../../support/running';

const agent = '.gemini/agents/reviewer.md';
const head = 'name: reviewer\ndescription: Reviews.\n';

const explained = (settings: object, tools = ''): string =>
  running(
    {
      [agent]: `---\n${head}${tools}---\nYou review.\n`,
      '.gemini/settings.json': JSON.stringify(settings, null, 1),
    },
    ['explain', agent],
  ).out;

const listed = 'tools:\n  - read_file\n  - run_shell_command\n';

describe('the tools of an agent of Gemini CLI', () => {
  it('are without those that a list excludes, by the line of its name', () => {
    const out = explained({ tools: { exclude: ['glob', 'ShellTool'] } }, listed);
    assert.match(out, /tools read_file ·/);
    assert.match(out, /denied by \.gemini\/settings\.json, line 5: run_shell_command\n/);
  });

  it('are those of the list of core tools, which the result of the agent is in, too', () => {
    const out = explained({ tools: { core: ['read_file', 'run_shell_command(git)'] } }, listed);
    assert.match(out, /denied by \.gemini\/settings\.json, line 3: complete_task\n/);
  });

  it('include those that another list allows, and in the mode "plan" the one for its result, but no shell', () => {
    const core = ['read_file', 'run_shell_command'];
    const out = explained({ tools: { core, allowed: ['complete_task'] } }, listed);
    assert.match(out, /tools read_file, run_shell_command ·/);
    assert.doesNotMatch(out, /denied|complete_task/);
    const inPlan = explained({ tools: { core }, general: { defaultApprovalMode: 'plan' } }, listed);
    assert.match(inPlan, /denied by \.gemini\/settings\.json, line 9: run_shell_command\n/);
    assert.doesNotMatch(inPlan, /complete_task/);
  });

  it('are without commands where a name for some of them names none', () => {
    const out = explained({ tools: { allowed: ['run_shell_command()'] } }, listed);
    assert.match(out, /denied by \.gemini\/settings\.json, line 3: run_shell_command\n/);
  });

  it('are not limited by a name with a pattern, which is for no call', () => {
    const out = explained({ tools: { exclude: ['run_shell_command(rm)'] } }, listed);
    assert.match(out, /tools read_file, run_shell_command ·/);
    assert.doesNotMatch(out, /denied/);
  });
});
