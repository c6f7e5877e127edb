// Command lines that start a session, against what `npm run conformance -- --starts --live` recorded.
import assert from 'node:assert/strict';
import { callsOf } from '../../server/features/persona/call';
import { commandOfCall } from '../../server/features/persona/start';
import { recordedStarts } from '../conformance/starts/recorded';
import { hosts } from '../support/catalog';
import { viewAt } from '../support/viewing';

describe('how a session starts', () => {
  for (const { id, start } of hosts)
    if (start?.command !== undefined)
      it(`was seen in ${id} for an agent`, () =>
        assert.equal(recordedStarts(id)?.started['agent'], start.command));

  for (const { id, startsCalls } of hosts)
    for (const subject of startsCalls?.subjects ?? [])
      it(`was seen in ${id} for a ${subject}`, () =>
        assert.equal(recordedStarts(id)?.started[subject], startsCalls?.command));

  const lineFor = (host: string, at: string, typed: string): string | null | undefined => {
    const text = `---\nname: show\ndescription: Shows.\n---\n\nShow $ARGUMENTS.\n`;
    const verdict = viewAt(text, { at })
      .ranked()
      .find(({ place }) => place.host.id === host);
    return verdict && commandOfCall(verdict, typed);
  };
  const skill = '.claude/skills/show/SKILL.md';

  for (const [typed, line] of [
    ['', 'claude /show'],
    ['first second', "claude '/show first second'"],
    ['https://x.example/a', "claude '/show https://x.example/a'"],
  ] as const)
    it(`is "${line}"`, () => assert.equal(lineFor('claude-code', skill, typed), line));

  for (const typed of ['a; id', '$(id)', '`id`', "it's", '"a"', 'a & b', 'a\nid', '!x'])
    it(`is never more than the call: ${JSON.stringify(typed)}`, () => {
      const line = lineFor('claude-code', skill, typed);
      assert.ok(line === null || /^claude '\/show [^'`"&!\n]*'$/.test(line ?? ''), String(line));
    });

  it('is the call of a skill with a space in its name', () => {
    const text = '---\ndescription: d\n---\n\nShow.\n';
    const view = viewAt(text, { at: '.claude/skills/my show/SKILL.md' });
    const commandFor = (typed: string): string | null | undefined =>
      callsOf(view, typed).find(({ verdict }) => verdict.place.host.id === 'claude-code')?.command;
    assert.equal(commandFor('/my show staging'), "claude '/my show staging'");
    assert.equal(commandFor('$5 off'), "claude '/my show $5 off'");
    assert.equal(commandFor('/etc/hosts now'), "claude '/my show /etc/hosts now'");
  });

  it('quotes what PowerShell reads as a variable', () =>
    assert.equal(
      lineFor('opencode', '.opencode/command/show.md', '@src/a.ts'),
      "opencode run --command show '@src/a.ts'",
    ));

  it('has one word for each argument in OpenCode', () => {
    assert.equal(
      lineFor('opencode', '.opencode/command/sub/show.md', 'first  second'),
      'opencode run --command show first second',
    );
    assert.equal(lineFor('opencode', '.opencode/command/show.md', '--model x'), null);
  });

  it('is called with $ in Codex', () =>
    assert.equal(lineFor('codex', '.agents/skills/show/SKILL.md', 'a'), "codex '$show a'"));

  it('is none where users cannot call it', () => {
    const text = '---\nname: show\ndescription: d\nuser-invocable: false\n---\n\nShow.\n';
    const [verdict] = viewAt(text, { at: skill }).ranked();
    assert.equal(verdict && commandOfCall(verdict, ''), null);
  });
});
