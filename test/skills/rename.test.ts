// Skills and commands as names: where they are defined, who names them, and what a rename changes.
import assert from 'node:assert/strict';
import { definition, references } from '../../server/features/navigation';
import { renameTargetAt } from '../../server/features/renaming/rename';
import { applyEdits } from '../../server/text/edit';
import { english } from '../../server/text/translate';
import { Workspace } from '../workspace/renaming/workspace';

const skill = (fields: string, body = 'Do it.'): string => `---\n${fields}\n---\n\n${body}\n`;

const review = '/w/.claude/skills/review/SKILL.md';
const lead = '/w/.claude/agents/lead.md';
const pr = '/w/.claude/commands/git/pr.md';
const settings = '/w/.claude/settings.json';

const files: Readonly<Record<string, string>> = {
  [review]: skill('name: review\ndescription: Reviews. Use when asked.', 'Then `/git:pr`.'),
  [pr]: skill('description: Makes a pull request.', 'First /review, not src/review or /review/x.'),
  [lead]: skill('name: lead\ndescription: Leads.\nskills: [review, "git:pr"]'),
  [settings]: `${JSON.stringify({
    permissions: { allow: ['Skill(review)', 'Skill(git:pr:*)'], deny: ['Skill(review main)'] },
  })}\n`,
};

const offsetIn = (text: string | undefined, marked: string): number =>
  (text ?? '').indexOf(marked.replace('|', '')) + marked.indexOf('|');
const offsetOf = (path: string, marked: string): number => offsetIn(files[path], marked);

const workspaceOf = (all: Readonly<Record<string, string>>) =>
  new Workspace(new Map(Object.entries(all)));
const workspace = workspaceOf(files);
const view = (path: string) => workspace.view(path, files[path] ?? '');

/** Renames at the caret, and gives every file that is another now. */
const renamed = (at: string, marked: string, name: string): Record<string, string> | string =>
  renamedIn(files, at, marked, name);

function renamedIn(
  files: Readonly<Record<string, string>>,
  at: string,
  marked: string,
  name: string,
): Record<string, string> | string {
  const workspace = workspaceOf(files);
  const done = workspace.rename(at, offsetIn(files[at], marked), name);
  if ('refused' in done) return english(done.refused);
  const changed: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    const move = done.moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
    const to = move ? move.to + path.slice(move.from.length) : path;
    const now = applyEdits(text, done.edits.get(path) ?? []);
    if (to !== path || now !== text) changed[to] = now;
  }
  return changed;
}

const ofReview = {
  '/w/.claude/skills/audit/SKILL.md': files[review]?.replace('name: review', 'name: audit'),
  [pr]: files[pr]?.replace('First /review', 'First /audit'),
  [lead]: files[lead]?.replace('[review', '[audit'),
  [settings]: files[settings]?.replaceAll('Skill(review', 'Skill(audit'),
};

describe('the name of a skill', () => {
  it('leads from each place to its file', () => {
    for (const [at, marked] of [
      [lead, '[rev|iew'],
      [pr, 'First /rev|iew'],
      [settings, 'Skill(rev|iew)'],
      [settings, 'Skill(rev|iew main)'],
    ] as const)
      assert.deepEqual(
        [
          ...new Set(
            definition(view(at), offsetOf(at, marked), workspace.index).map(({ path }) => path),
          ),
        ],
        [review],
        marked,
      );
  });

  it('leads from its file to each place', () => {
    const named = references(view(review), 0, workspace.index, { withDeclaration: false }).map(
      ({ path, span }) => `${path} ${files[path]?.slice((span?.start ?? 0) - 1, span?.end)}`,
    );
    assert.deepEqual(named.sort(), [
      `${lead} [review`,
      `${pr} /review`,
      `${settings} (review`,
      `${settings} (review`,
    ]);
  });

  it('is renamed everywhere, with the folder', () => {
    for (const [at, marked] of [
      [review, 'name: rev|iew'],
      [review, '|---'],
      [lead, '[rev|iew'],
      [pr, 'First /rev|iew'],
      [settings, 'Skill(rev|iew)'],
    ] as const)
      assert.deepEqual(renamed(at, marked, 'audit'), ofReview, marked);
  });

  it('is not renamed in a value or in the text of its file', () => {
    for (const marked of ['Rev|iews.', 'Th|en'])
      assert.equal(renameTargetAt(view(review), offsetOf(review, marked), workspace.index), null);
  });

  it('is refused where a file has the name, or a program would call it otherwise', () => {
    assert.equal(renamed(review, 'name: rev|iew', 'git:pr'), `${pr} already defines "git:pr".`);
    assert.equal(
      renamed(review, 'name: rev|iew', 'a/b'),
      'The name can contain letters, digits, ".", "_", ":" and "-".',
    );
    assert.equal(
      renamed(pr, '|---', 'make'),
      'Claude Code would not use the name "make" for this file.',
    );
  });
});

describe('the name of a command', () => {
  it('is renamed with its file', () =>
    assert.deepEqual(renamed(review, '/git|:pr', 'git:make'), {
      '/w/.claude/commands/git/make.md': files[pr],
      [review]: files[review]?.replace('/git:pr', '/git:make'),
      [lead]: files[lead]?.replace('git:pr', 'git:make'),
      [settings]: files[settings]?.replace('git:pr', 'git:make'),
    }));
});

describe('the name of a command of other programs', () => {
  it('is that of its path in OpenCode, with its folder', () => {
    const command = '/w/.opencode/command/git/pr.md';
    const agent = '/w/.opencode/agent/lead.md';
    const others = {
      [command]: skill('description: Makes a pull request.'),
      [agent]: skill('description: Leads.', 'Then /git/pr, but not /git/pr/x or src/git/pr.'),
    };
    const after = {
      '/w/.opencode/command/git/make.md': others[command],
      [agent]: others[agent]?.replace('Then /git/pr,', 'Then /git/make,'),
    };
    assert.deepEqual(renamedIn(others, agent, '/git/p|r,', 'make'), after);
    assert.deepEqual(renamedIn(others, command, '|---', 'git/make'), after);
    assert.equal(
      renamedIn(others, command, '|---', 'ops/make'),
      'The name can contain letters, digits, ".", "_", ":" and "-".',
    );
  });

  it('is the one in its file, where OpenCode has one', () => {
    const command = '/w/.opencode/command/pull.md';
    const other = '/w/.opencode/command/all.md';
    const others = {
      [command]: skill('name: pr\ndescription: Makes a pull request.'),
      [other]: skill('description: All.', 'First /pr.'),
    };
    assert.deepEqual(renamedIn(others, other, '/p|r', 'make'), {
      [command]: others[command]?.replace('name: pr', 'name: make'),
      [other]: others[other]?.replace('/pr', '/make'),
    });
  });

  it('is that of its path in Kilo and Gemini CLI', () => {
    const kilo = '/w/.kilo/commands/pr.md';
    assert.deepEqual(
      renamedIn({ [kilo]: skill('description: Makes it.') }, kilo, 'descr|iption', 'make'),
      { '/w/.kilo/commands/make.md': skill('description: Makes it.') },
    );
    const gemini = '/w/.gemini/commands/git/pr.toml';
    const text = 'description = "Makes it."\nprompt = "Make it."\n';
    assert.deepEqual(renamedIn({ [gemini]: text }, gemini, 'descr|iption', 'git:make'), {
      '/w/.gemini/commands/git/make.toml': text,
    });
  });
});

describe('a name after a slash in the prompt of an agent', () => {
  const agent = '/w/.claude/agents/helper.md';
  const text = skill('name: helper\ndescription: Helps.', 'Run /review, not /etc or `/git:pr`.');
  const all = { ...files, [agent]: text };

  it('leads to the file, and back', () => {
    const known = workspaceOf(all);
    const at = offsetIn(text, '/rev|iew');
    const found = definition(known.view(agent, text), at, known.index);
    assert.deepEqual([...new Set(found.map(({ path }) => path))], [review]);
    const own = known.view(review, files[review] ?? '');
    const named = references(own, 0, known.index, { withDeclaration: false });
    assert.ok(named.some(({ path }) => path === agent));
  });

  it('is renamed with the skill', () =>
    assert.deepEqual(renamedIn(all, review, '|---', 'audit'), {
      ...ofReview,
      [agent]: text.replace('/review', '/audit'),
    }));
});
