// What the preview of a skill states, by program.
import assert from 'node:assert/strict';
import { callsOf } from '../../server/features/persona/call';
import { personaCards } from '../../server/features/persona/persona-card';
import { skillText } from '../../server/features/persona/skill-text';
import type { SkillCard } from '../../server/protocol/protocol';
import { type Opened, viewAt } from '../support/viewing';
import { inEnglish, words } from '../support/words';

const stated = (at: string, head: string): string => {
  const [verdict] = viewAt(`---\n${head}\n---\nDeploy it.\n`, { at }).verdicts();
  assert.ok(verdict?.skill);
  return words(skillText(verdict.skill));
};

const claude = '.claude/skills/deploy/SKILL.md';

describe('the preview of a skill', () => {
  it('states who can call it', () => {
    assert.equal(
      stated(claude, 'description: Deploys.'),
      'Users call it as /deploy. The model can use it.',
    );
    assert.equal(
      stated(claude, 'description: Deploys.\ndisable-model-invocation: true'),
      'Users call it as /deploy. The model does not see it.',
    );
  });

  it('states which agent runs it', () => {
    const fork = 'The agent Explore runs it in a conversation of its own.';
    assert.ok(stated(claude, 'description: d\ncontext: fork\nagent: Explore').includes(fork));
    assert.ok(!stated(claude, 'description: d\nagent: Explore').includes('conversation'));
  });

  it('states which files it waits for', () =>
    assert.match(
      stated(claude, 'description: d\npaths: "src/**, docs/**"'),
      /Until the model uses a file that matches "src\/\*\*" (?:and|or) "docs\/\*\*", neither it nor users can call the skill\./,
    ));
});

describe('the preview of a skill or command', () => {
  const cardIn = (text: string, opened: Opened): SkillCard | null | undefined =>
    inEnglish(personaCards(viewAt(text, opened), () => 0))[0]?.skill;

  it('shows the line that the model sees, cut where the program cuts it', () => {
    const long = cardIn(`---\ndescription: ${'word '.repeat(400)}\n---\nGo.\n`, { at: claude });
    assert.equal(long?.listed?.length, 1536);
    assert.equal(long?.cutAt, 1535);
    const closed = '---\ndescription: d\ndisable-model-invocation: true\n---\nGo.\n';
    assert.equal(cardIn(closed, { at: claude })?.listed, null);
  });

  it('shows the first line of the text of a skill without a description as the program cuts it', () => {
    const line = (length: number): string => `# ${'x'.repeat(length)}\n\nDeploy it.\n`;
    assert.equal(cardIn(line(100), { at: claude })?.listed, 'x'.repeat(100));
    const cut = cardIn(line(101), { at: claude });
    assert.equal(cut?.listed, `${'x'.repeat(97)}...`);
    // No field is cut.
    assert.equal(cut?.cutAt, null);
  });

  it('shows what it grants and denies', () => {
    const head = 'description: d\nallowed-tools: Read, Bash(git:*)\ndisallowed-tools: Write';
    const card = cardIn(`---\n${head}\n---\nGo.\n`, { at: claude });
    assert.deepEqual(card?.grants, ['Read', 'Bash(git:*)']);
    assert.deepEqual(card?.denies, ['Write']);
  });

  /** What each program sends, in a line each. */
  const sent = (text: string, typed: string, at: string): readonly string[] =>
    callsOf(viewAt(text, { at }), typed).map(({ verdict, sent: found, notes }) =>
      [
        `${verdict.place.host.name}:`,
        ...(found?.parts ?? []).map((part) =>
          part.kind === 'text'
            ? part.text.trim()
            : part.kind === 'output'
              ? `[${part.command}]`
              : `{${part.name}}`,
        ),
        ...notes.map((note) => words(note)),
      ].join(' '),
    );

  it('shows what each program sends for a call, and what it would run', () => {
    assert.deepEqual(sent('Fix $0 on $1.\n', '/fix 12 "my branch"', '.claude/commands/fix.md'), [
      'Claude Code: Fix 12 on my branch.',
      'Copilot CLI: Fix 12 on my branch.',
    ]);
    assert.deepEqual(sent('Log: !`git log $ARGUMENTS`\n', '/x main; id', '.claude/commands/x.md'), [
      'Claude Code: Log: [git log main; id] Claude Code runs the commands first, if the permission rules allow it.',
      'Copilot CLI: Log: !`git log main; id`',
    ]);
    assert.deepEqual(sent('Log: !`id`, @a.md\n', '', '.opencode/command/x.md'), [
      'OpenCode: Log: [id] , @a.md OpenCode runs the commands first, without asking. OpenCode attaches the files that exist.',
    ]);
  });

  it('has what writes a call into the chat of an editor', () => {
    const text = '---\ndescription: d\n---\nGo.\n';
    const editorIn = (head: string): object | null | undefined =>
      callsOf(viewAt(head, { at: '.github/skills/ship it/SKILL.md' }), '/ship it now').find(
        ({ verdict }) => verdict.place.host.id === 'vscode',
      )?.editor;
    assert.deepEqual(editorIn(text), {
      command: 'workbench.action.chat.open',
      argument: { isPartialQuery: true, query: '/ship-it now' },
    });
    assert.equal(editorIn(text.replace('---\nGo', 'user-invocable: false\n---\nGo')), null);
  });

  it('states where nothing is sent, or where that is not known', () => {
    const head = 'name: x\ndescription: d\nuser-invocable: false';
    assert.deepEqual(sent(`---\n${head}\n---\nGo $1.\n`, '/x a', '.agents/skills/x/SKILL.md'), [
      'Codex: It is not known what Codex sends.',
      'Copilot CLI: Users cannot call it in Copilot CLI.',
      'Gemini CLI: It is not known what Gemini CLI sends.',
      'OpenCode: Go a.',
      'VS Code: Users cannot call it in VS Code.',
    ]);
    assert.deepEqual(sent('Go $1.\n', "it's x", '.claude/commands/x.md'), [
      'Claude Code: It is not known what Claude Code sends for these arguments.',
      'Copilot CLI: Go .',
    ]);
  });

  it('has no text about agents', () => {
    const texts = [
      'Fix $0 and $1: !`git log $ARGUMENTS` @a.md\n',
      '---\ndescription: "x\n---\nGo.\n',
    ];
    for (const at of [claude, '.claude/commands/x.md', '.opencode/command/x.md'])
      for (const text of texts) {
        const view = viewAt(text, { at });
        const cards = inEnglish(personaCards(view, () => 0));
        const shown = cards.flatMap(({ headline, detail }) => [headline, detail]);
        const notes = callsOf(view, 'a').flatMap((call) => call.notes.map((note) => words(note)));
        // The names of agents that run it are the author's.
        for (const shownText of [...shown, ...notes])
          assert.doesNotMatch(shownText ?? '', /\bagents?\b/i);
      }
  });
});
