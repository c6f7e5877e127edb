// What an author sees in a command.
import assert from 'node:assert/strict';
import { complete } from '../../server/features/completion/complete';
import { hover } from '../../server/features/hover/hover';
import { completing } from '../support/completing';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { marked } from '../support/marked-text';
import { openedInProject } from '../support/opened-in-project';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const claude = { at: '.claude/commands/git/review.md' };
const flat = { at: '.claude/commands/review.md' };
const opencode = { at: '.opencode/command/git/review.md' };

describe('a command', () => {
  it('has the path below its folder as its name, in the form of each program', () => {
    const text = '---\ndescription: Reviews.\n---\nReview it.\n';
    const named = ({ at }: { at: string }): readonly (string | null)[] =>
      viewAt(text, { at })
        .verdicts()
        .map(({ place, skill }) => skill && `${place.host.name}: ${skill.id}`);
    assert.deepEqual(named(claude), ['Claude Code: git:review']);
    assert.deepEqual(named(flat), ['Claude Code: review', 'Copilot CLI: review']);
    assert.deepEqual(named(opencode), ['OpenCode: git/review']);
  });

  it('needs no frontmatter', () => {
    diagnosing('Review the changes.\n', claude);
    diagnosing('Review the changes.\n', flat);
    diagnosing('Review the changes.\n', opencode);
  });

  it('is text without frontmatter for Copilot CLI unless it begins with dashes', () => {
    const outcomeOf = (text: string): unknown => {
      const verdict = viewAt(text, flat)
        .verdicts()
        .find(({ place }) => place.host.id === 'copilot-cli');
      return [verdict?.outcome, verdict?.skill?.description];
    };
    const rest = '\ndescription: d\n---\nReview it.\n';
    for (const begin of [' ---', '\n---', '--- yaml', '----', '---name: a'])
      assert.deepEqual(outcomeOf(`${begin}${rest}`), ['refused', undefined], begin);
    assert.deepEqual(outcomeOf('\ufeff---\nReview it.\n'), [
      'loads-changed',
      '\ufeff--- Review it.',
    ]);
    assert.deepEqual(outcomeOf('#todo\nReview it.\n'), ['loads-changed', 'Review it.']);
  });

  it('is reported if Qwen Code repairs it and takes a field from a nested map', () =>
    diagnosing(
      `
      ---
      description: Reviews.
      argument-hint: "[file] [--mode "fast"]"
                     ^^^^^^^^^^^^^^^^^^^^^^^^ warning repaired-yaml: Qwen Code reads the frontmatter line by line instead. Qwen Code takes "description" from an indented line. Escape the quotes inside of the value.
      steps:
        - name: first
          description: The first step.
      ---
      Review it.
      `,
      { at: '.qwen/commands/review.md', besides: ['unknown-field'] },
    ));

  it('stops OpenCode if a value has another type', () =>
    diagnosing(
      `
      ---
      description: 5
                   ^ error invalid-type: OpenCode does not start.
      ---
      Review it.
      `,
      opencode,
    ));

  it('is reported if neither users nor the model can call it', () =>
    diagnosing(
      `
      ---
      description: Reviews.
      disable-model-invocation: true
      ^^^^^^^^^^^^^^^^^^^^^^^^ warning unreachable-skill: Neither users nor the model can call this file in Claude Code.
      user-invocable: false
      ---
      Review it.
      `,
      claude,
    ));

  it('completes the fields of each program', () => {
    completing('---\nd|\n---\n', claude).offers('description', 'disable-model-invocation');
    completing('---\ns|\n---\n', opencode).offers('subtask');
  });

  it('completes tools with the commands that they are limited to', () => {
    completing('---\nallowed-tools: B|\n---\n', claude).offers('Bash', 'Bash(git:*)');
    completing('---\nallowed-tools: Read, |\n---\n', claude)
      .accepting('Bash(git:*)')
      .gives('---\nallowed-tools: Read, Bash(git:*)\n---\n');
  });

  it('completes the agents of the project', () => {
    const agent = '---\nname: lead\ndescription: Leads.\n---\nYou lead.\n';
    const offered = (text: string, at: string): readonly string[] => {
      const one = marked(text);
      const files = { '.claude/agents/lead.md': agent, '.opencode/agent/lead.md': agent };
      const { view } = openedInProject(one.text, { at, files });
      return complete(view, one.caret).map(({ label }) => label);
    };
    assert.deepEqual(offered('---\ncontext: fork\nagent: |\n---\n', claude.at), ['lead']);
    assert.deepEqual(offered('---\nagent: l|\n---\n', opencode.at), ['lead']);
  });

  it('has no message about agents or skills', () => {
    const texts = [
      '---\ndescription: [a]\nallowed-tools: bash\ncontext: forked\nmodel: 5\n---\nGo.\n',
      '---\nname: _x\ndescription: "x\n---\nGo.\n',
      ' ---\ndescription: x\n---\nGo.\n',
      '---\n- a\n---\nGo.\n',
      '---\ndescription: x\n',
    ];
    for (const at of [claude, flat, opencode].map((one) => one.at))
      for (const text of texts)
        for (const { message } of findingsIn(text, { at }))
          assert.doesNotMatch(words(message), /\b(?:agents?|skills?|persona)\b/i, `${at}\n${text}`);
  });

  it('has no hover that takes it or a skill for an agent', () => {
    const text =
      '---\ndescription: d\nallowed-tools: Read, Foo\nmodel: anthropic/claude-opus-4-5\nuser-invocable: true\nfoo: 1\n---\nGo $0.\n';
    for (const at of [
      claude.at,
      flat.at,
      opencode.at,
      '.claude/skills/x/SKILL.md',
      '.agents/skills/x/SKILL.md',
    ]) {
      const view = viewAt(text, { at });
      view.verdicts();
      for (let offset = 0; offset < text.length; offset++) {
        const markdown = words(hover(view, offset)?.markdown ?? '');
        // The documentation of models and tools names agents, which is true of those.
        assert.doesNotMatch(
          markdown,
          /agents? (?:is|are|not|cannot|loads)|this agent|the agent/i,
          `${at} ${offset}`,
        );
      }
    }
  });
});
