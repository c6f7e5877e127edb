import assert from 'node:assert/strict';
import { outlineOf } from '../../../server/agent/outline';
import { placeIn } from '../../../server/hosts/catalog/places';
import { judge } from '../../../server/hosts/judge/compute-verdict';
import { defaultContext } from '../../../server/hosts/model/context';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { vscode } from '../../../server/hosts/vscode/host';

function verdict(text: string, file = '.github/agents/reviewer.agent.md'): Verdict {
  const place = placeIn(vscode, file, { home: '/home/me' });
  assert.ok(place, file);
  return judge(outlineOf(text), place);
}

const head = (lines: string, file?: string): Verdict =>
  verdict(`---\n${lines}\n---\nPrompt\n`, file);

const outcomes = (lines: string, file?: string): Record<string, string> =>
  Object.fromEntries(head(lines, file).fields.map(({ key, outcome }) => [key, outcome]));

describe('an agent in VS Code', () => {
  it('is named by its name field, or else by its file', () => {
    assert.equal(head('name: My Agent').persona?.id, 'My Agent');
    assert.equal(head('description: d').persona?.name, 'reviewer');
    assert.equal(head('name: [a]').persona?.name, 'reviewer');
    assert.equal(head('description: d', '.github/agents/x.chatmode.md').persona?.name, 'x');
  });

  it('exists without a header', () => {
    const { outcome, reason, persona } = verdict('Prompt\n');
    assert.deepEqual(
      [outcome, reason, persona?.prompt, persona?.tools.all],
      ['loads', null, 'Prompt\n', true],
    );
  });

  it('ignores a header that does not begin the file', () => {
    const { outcome, reason } = verdict('\n---\nname: n\n---\n');
    assert.deepEqual([outcome, reason], ['loads-changed', 'frontmatter-lost']);
  });

  it('loads as written with fields of other programs', () => {
    const { outcome, reason } = head('name: n\ncolor: red\nmcp-servers: {}');
    assert.deepEqual([outcome, reason], ['loads', null]);
    assert.deepEqual(outcomes('color: red\nmcp-servers: {}\ngithub: {}\nname: n'), {
      color: 'ignored',
      'mcp-servers': 'ignored',
      github: 'ignored',
      name: 'kept',
    });
  });

  it('applies quoted flags but no other words', () => {
    assert.equal(head("user-invocable: 'false'").persona?.userInvocable, false);
    assert.equal(head('user-invocable: no').persona?.userInvocable, true);
    assert.equal(head('disable-model-invocation: true').persona?.modelInvocable, false);
    assert.equal(head('infer: true\ndisable-model-invocation: true').persona?.modelInvocable, true);
    assert.deepEqual(
      outcomes("user-invocable: 'false'\ndisable-model-invocation: True\ninfer: true"),
      {
        'user-invocable': 'coerced',
        'disable-model-invocation': 'dropped',
        infer: 'kept',
      },
    );
  });

  it('does not know the available models', () => {
    const { model } = head('model: GPT-5 (copilot)').persona ?? {};
    assert.deepEqual(model, { written: 'GPT-5 (copilot)', effective: null });
    assert.deepEqual(head('model: GPT-5 (copilot)').depends, ['model']);
    assert.equal(head('name: n').persona?.model.effective, 'inherit');
  });

  it('maps the model aliases of Claude Code', () => {
    const of = (model: string): unknown =>
      head(`model: ${model}`, '.claude/agents/a.md').persona?.model.effective;
    assert.equal(of('sonnet'), 'Claude Sonnet 4.5 (copilot)');
    assert.equal(of('inherit'), 'inherit');
    assert.equal(of('claude-opus-4-5'), 'inherit');
    assert.deepEqual(outcomes('model: claude-opus-4-5', '.claude/agents/a.md'), {
      model: 'dropped',
    });
  });

  it('knows different hook events depending on the target', () => {
    const hook = (event: string, target: string): string =>
      outcomes(`target: ${target}\nhooks:\n  ${event}:\n    - type: command\n      command: x`)[
        'hooks'
      ] ?? '';
    assert.equal(hook('SessionEnd', 'both'), 'kept');
    assert.equal(hook('SessionEnd', 'vscode'), 'coerced');
    assert.equal(hook('preToolUse', 'github-copilot'), 'kept');
  });

  it('drops incomplete handoffs', () => {
    const whole = 'handoffs:\n  - label: Go\n    agent: a\n    prompt: p\n    send: true';
    assert.deepEqual(outcomes(whole), { handoffs: 'kept' });
    assert.deepEqual(outcomes(`${whole}\n  - label: Go`), { handoffs: 'coerced' });
    assert.deepEqual(outcomes('handoffs: 5'), { handoffs: 'dropped' });
  });
});

describe('places of agents in VS Code', () => {
  const role = (file: string): string | undefined =>
    placeIn(vscode, file, { home: '/home/me' })?.role;

  it('are its own folder and that of Claude Code, without subfolders', () => {
    assert.equal(role('w/.github/agents/a.md'), 'owner');
    assert.equal(role('w/.claude/agents/a.md'), 'guest');
    assert.equal(role('/home/me/.copilot/agents/a.md'), 'owner');
    assert.equal(role('w/.github/agents/sub/a.md'), undefined);
    assert.equal(role('w/.github/agents/README.md'), undefined);
    assert.equal(role('w/.github/chatmodes/a.chatmode.md'), undefined);
    assert.equal(role('w/a.agent.md'), undefined);
  });

  it('uses a model that the editor reports, if it is the first in the list', () => {
    const modelOf = (model: string): unknown => {
      const place = placeIn(vscode, '.github/agents/reviewer.agent.md', { home: '/home/me' });
      assert.ok(place);
      const context = { ...defaultContext, editorModels: ['GPT-5 (copilot)', 'Tiny (local)'] };
      return judge(outlineOf(`---\nmodel: ${model}\n---\nPrompt\n`), place, context).persona?.model
        .effective;
    };
    assert.equal(modelOf('GPT-5'), 'GPT-5 (copilot)');
    assert.equal(modelOf('Tiny (local)'), 'Tiny (local)');
    // The vendor can be omitted for Copilot models only, and a model that is not reported may exist nevertheless.
    assert.equal(modelOf('Tiny'), null);
    assert.equal(modelOf('[Other, GPT-5]'), null);
    assert.equal(modelOf('[GPT-5, Other]'), 'GPT-5 (copilot)');
  });
});
