import assert from 'node:assert/strict';
import { outlineOf } from '../../../server/agent/outline';
import { type Context, defaultContext } from '../../../server/hosts/context';
import { copilotCli } from '../../../server/hosts/copilot-cli/host';
import { judge } from '../../../server/hosts/judge';
import { placeIn } from '../../../server/hosts/places';
import type { Verdict } from '../../../server/hosts/verdict';
import { render } from '../../../server/text/message';

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
  it('go by many words, whatever their case', () => {
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

  it('are all there without the field and with a star', () => {
    assert.equal(verdict('name: n').persona?.tools.all, true);
    assert.equal(tools("['*', read]")?.all, true);
    assert.equal(tools('[]')?.all, false);
    assert.deepEqual(tools('[]')?.always, ['skill', 'sql']);
  });

  it('that need the network are lost offline, and granted otherwise', () => {
    assert.deepEqual(tools('[web]')?.granted, ['web_fetch']);
    assert.deepEqual(tools('[web]', { online: false })?.lost, [
      { written: 'web', why: 'unavailable' },
    ]);
    const { fate, depends } = verdict('tools: [web]');
    assert.deepEqual([fate, depends], ['loads', ['online']]);
  });

  it('that a login brings change nothing of the outcome', () => {
    const { fate, depends, persona } = verdict('tools: [WebSearch]');
    assert.deepEqual(persona?.tools.unverified, ['WebSearch']);
    assert.deepEqual([fate, depends], ['loads', ['online', 'mcp']]);
  });

  it('of servers are not verified', () => {
    const { unverified, lost } =
      tools('[context7/*, playwright/click, mcp__gh__get, vscode/askQuestions]') ?? {};
    assert.deepEqual(unverified, ['context7/*', 'playwright/click']);
    assert.deepEqual(
      lost?.map(({ why }) => why),
      ['wrong-form', 'unknown'],
    );
    assert.deepEqual(tools('[context7/*]', { mcp: ['context7'] })?.granted, ['context7/*']);
  });

  it('grant more than they say where the last word is one of its own', () => {
    const [tool] = verdict('tools: [github/search]').tools;
    assert.deepEqual(tool?.names, ['grep', 'glob']);
    assert.match(render(tool?.wider ?? '', { host: 'Copilot CLI' }), /grep, glob/);
    assert.equal(verdict('tools: [search/codebase]').tools[0]?.wider, undefined);
  });

  it('are cut from a text at every comma', () => {
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
  it('has an id from its place and a name from its field', () => {
    assert.equal(verdict('name: My Agent').persona?.id, 'reviewer');
    assert.equal(verdict('name: My Agent').persona?.name, 'My Agent');
    assert.equal(verdict("name: ''", '.github/agents/team/sub/x.md').persona?.name, 'team--sub--x');
    assert.equal(verdict('name: n', '.claude/agents/README.md').persona?.id, 'README');
  });

  it('is refused for one wrong value', () => {
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
      const { fate, persona } = verdict(head);
      assert.deepEqual([head, fate, persona], [head, 'refused', null]);
    }
  });

  it('is refused without a description', () => {
    const place = placeIn(copilotCli, '.github/agents/a.md');
    assert.ok(place);
    const { fate, reason, missing } = judge(outlineOf('---\nname: n\n---\n'), place);
    assert.deepEqual(
      [fate, reason, missing.map(({ key }) => key)],
      ['refused', 'description', ['description']],
    );
  });

  it('may not have the name of its own agent', () => {
    assert.equal(verdict('name: general-purpose').fate, 'refused');
    assert.equal(verdict('color: red', '.github/agents/general-purpose.md').runs, false);
  });

  it('loads as written with fields that it does not know', () => {
    const { fate, reason, fields } = verdict('color: red\nhandoffs: 5');
    assert.deepEqual([fate, reason], ['loads', null]);
    assert.deepEqual(
      fields.map((field) => field.fate),
      ['kept', 'ignored', 'ignored'],
    );
  });

  it('is called by others unless it says otherwise', () => {
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

  it('brings its MCP servers whole or not at all', () => {
    const fine = 'mcp-servers:\n  s:\n    command: x\n    args: []\n    tools: ["*"]';
    assert.equal(verdict(fine).fate, 'loads');
    const { fate, fields } = verdict('mcp-servers:\n  s:\n    command: x');
    assert.equal(fate, 'refused');
    assert.deepEqual(
      fields[1]?.problems.map(({ path }) => path.join('.')),
      ['s.args', 's.tools'],
    );
    assert.equal(verdict('mcp-servers:').fate, 'loads');
  });

  it('is refused for an event of hooks that it does not know', () => {
    assert.equal(
      verdict('hooks:\n  PreToolUse:\n    - matcher: x\n      hooks:\n        - command: y').fate,
      'loads',
    );
    assert.equal(verdict('hooks:\n  TeammateIdle:\n    - command: y').fate, 'refused');
  });
});
