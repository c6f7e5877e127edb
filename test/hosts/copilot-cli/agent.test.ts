import assert from 'node:assert/strict';
import { outlineOf } from '../../../server/agent/outline';
import { placeIn } from '../../../server/hosts/catalog/places';
import { copilotCli } from '../../../server/hosts/copilot-cli/host';
import { judge } from '../../../server/hosts/judge/compute-verdict';
import { type Context, defaultContext } from '../../../server/hosts/model/context';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { words } from '../../support/words';

function verdict(
  head: string,
  file = '.github/agents/reviewer.agent.md',
  context: Partial<Context> = {},
): Verdict {
  const place = placeIn(copilotCli, file);
  assert.ok(place, file);
  return judge(outlineOf(`---\ndescription: d\n${head}\n---\nPrompt\n`), place, {
    ...defaultContext,
    ...context,
  });
}

const tools = (list: string, context?: Partial<Context>) =>
  verdict(`tools: ${list}`, undefined, context).persona?.tools;

describe('tools in Copilot CLI', () => {
  it('have several names that are not case-sensitive', () => {
    assert.deepEqual(tools('[Read, BASH, editFiles, Edit]')?.granted, [
      'view',
      'bash',
      'read_bash',
      'stop_bash',
      'list_bash',
      'edit',
      'create',
    ]);
  });

  it('have one that is granted only where the user can be asked', () => {
    const { granted, unverified, lost } = tools('[read, ask_user]') ?? {};
    assert.deepEqual([granted, unverified, lost], [['view'], ['ask_user'], []]);
  });

  it('are all granted without the field and with "*"', () => {
    assert.equal(verdict('name: n').persona?.tools.all, true);
    assert.equal(tools("['*', read]")?.all, true);
    assert.equal(tools('[]')?.all, false);
    assert.deepEqual(tools('[]')?.always, ['skill', 'sql']);
  });

  it('that require the network are granted only online', () => {
    assert.deepEqual(tools('[web]')?.granted, ['web_fetch']);
    assert.deepEqual(tools('[web]', { online: false })?.lost, [
      { written: 'web', why: 'unavailable' },
    ]);
    const { outcome, depends } = verdict('tools: [web]');
    assert.deepEqual([outcome, depends], ['loads', ['online']]);
  });

  it('that require a login do not change the outcome of the file', () => {
    const { outcome, depends, persona } = verdict('tools: [WebSearch]');
    assert.deepEqual(persona?.tools.unverified, ['WebSearch']);
    assert.deepEqual([outcome, depends], ['loads', ['online', 'mcp']]);
  });

  it('of MCP servers are not verified', () => {
    const { unverified, lost } =
      tools('[context7/*, playwright/click, mcp__gh__get, vscode/askQuestions]') ?? {};
    assert.deepEqual(unverified, ['context7/*', 'playwright/click']);
    assert.deepEqual(
      lost?.map(({ why }) => why),
      ['wrong-form', 'unknown'],
    );
    assert.deepEqual(tools('[context7/*]', { mcp: ['context7'] })?.granted, ['context7/*']);
  });

  it('with a slash also grant the built-in tools of the last part', () => {
    const [tool] = verdict('tools: [github/search]').tools;
    assert.deepEqual(tool?.names, ['grep', 'glob']);
    assert.match(words(tool?.wider ?? '', 'Copilot CLI'), /grep, glob/);
    assert.equal(verdict('tools: [search/codebase]').tools[0]?.wider, undefined);
  });

  it('are split at every comma of a string', () => {
    assert.deepEqual(
      verdict('tools: Bash(git:*, npm:*), Read').tools.map(({ written, outcome }) => [
        written,
        outcome,
      ]),
      [
        ['Bash(git:*', 'lost'],
        ['npm:*)', 'lost'],
        ['Read', 'granted'],
      ],
    );
  });
});

describe('an agent in Copilot CLI', () => {
  it('has an ID from its path and a name from its field', () => {
    assert.equal(verdict('name: My Agent').persona?.id, 'reviewer');
    assert.equal(verdict('name: My Agent').persona?.name, 'My Agent');
    assert.equal(verdict("name: ''", '.github/agents/team/sub/x.md').persona?.name, 'team--sub--x');
    assert.equal(verdict('name: n', '.claude/agents/README.md').persona?.id, 'README');
  });

  it('is rejected for one invalid value', () => {
    for (const head of [
      'name: 5',
      'tools:',
      "user-invocable: 'true'",
      'infer: yes',
      'skills: a',
      'model: []',
      'github: 5',
      'model-policy: x',
    ]) {
      const { outcome, persona } = verdict(head);
      assert.deepEqual([head, outcome, persona], [head, 'refused', null]);
    }
  });

  it('is rejected without a description', () => {
    const place = placeIn(copilotCli, '.github/agents/a.md');
    assert.ok(place);
    const { outcome, reason, missing } = judge(outlineOf('---\nname: n\n---\n'), place);
    assert.deepEqual(
      [outcome, reason, missing.map(({ key }) => key)],
      ['refused', 'description', ['description']],
    );
  });

  it('cannot have the name of the built-in agent', () => {
    assert.equal(verdict('name: general-purpose').outcome, 'refused');
    assert.equal(verdict('color: red', '.github/agents/general-purpose.md').runs, false);
  });

  it('is loaded with unknown fields', () => {
    const { outcome, reason, fields } = verdict('color: red\nhandoffs: 5');
    assert.deepEqual([outcome, reason], ['loads', null]);
    assert.deepEqual(
      fields.map((field) => field.outcome),
      ['kept', 'ignored', 'ignored'],
    );
  });

  it('can be called by other agents unless a field prevents it', () => {
    assert.equal(verdict('infer: false').persona?.modelInvocable, false);
    assert.equal(
      verdict('infer: false\ndisable-model-invocation: false').persona?.modelInvocable,
      true,
    );
    assert.equal(
      verdict('disable-model-invocation: true\ninfer: true').persona?.modelInvocable,
      false,
    );
    assert.equal(verdict('user-invocable: False').persona?.userInvocable, false);
  });

  it('is rejected if one of its MCP servers is incomplete', () => {
    const fine = 'mcp-servers:\n  s:\n    command: x\n    args: []\n    tools: ["*"]';
    assert.equal(verdict(fine).outcome, 'loads');
    const { outcome, fields } = verdict('mcp-servers:\n  s:\n    command: x');
    assert.equal(outcome, 'refused');
    assert.deepEqual(
      fields[1]?.problems.map(({ path }) => path.join('.')),
      ['s.args', 's.tools'],
    );
    assert.equal(verdict('mcp-servers:').outcome, 'loads');
  });

  it('is rejected for an unknown hook event', () => {
    assert.equal(
      verdict('hooks:\n  PreToolUse:\n    - matcher: x\n      hooks:\n        - command: y')
        .outcome,
      'loads',
    );
    assert.equal(verdict('hooks:\n  TeammateIdle:\n    - command: y').outcome, 'refused');
  });
});
