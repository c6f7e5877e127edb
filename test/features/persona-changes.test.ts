// What the preview offers to change: a fix at the tool that it is about, ways to start the agent, versions for other hosts.
import assert from 'node:assert/strict';
import { lenses } from '../../server/features/lens';
import { newAgent } from '../../server/features/new-agent/file';
import { versionFor } from '../../server/features/new-agent/version';
import { cardFindings, hostHeads, personaCards } from '../../server/features/persona/persona-card';
import { writableFixes } from '../../server/features/persona/persona-hooks';
import type { HostCard, ToolChip } from '../../server/protocol/protocol';
import { applyEdits } from '../../server/text/edit';
import { linesOf } from '../../server/text/lines';
import { english } from '../../server/text/translate';
import { catalog } from '../support/catalog';
import { claudeFile, opencodeFile, viewAt, vscodeFile } from '../support/viewing';
import { inEnglish, words } from '../support/words';

const fileWith = (head: string): string =>
  `---\nname: a\ndescription: d\n${head}\n---\n\nYou review.\n`;

const cardOf = (head: string, host: string, at = claudeFile): HostCard =>
  cardOfText(fileWith(head), host, at);

function cardOfText(text: string, host: string, at: string): HostCard {
  const lines = linesOf(text);
  const view = viewAt(text, { at, settings: { guests: 'all' } });
  const cards = inEnglish(personaCards(view, (offset) => lines.positionAt(offset).line));
  const card = cards.find((one) => one.host === host);
  assert.ok(card);
  return card;
}

const chipsOf = ({ agent }: HostCard): readonly ToolChip[] =>
  (agent?.tools.groups ?? []).flatMap(({ granted, unknown, added, lost }) => [
    ...granted,
    ...unknown,
    ...added,
    ...lost,
  ]);

const toggles = (card: HostCard): Record<string, string | null> =>
  Object.fromEntries(chipsOf(card).map(({ name, toggle }) => [name, toggle]));

describe('the preview of an agent without a list of tools', () => {
  const codexFile = '.codex/agents/a.toml';
  const role = 'name = "a"\ndescription = "d"\ndeveloper_instructions = "You review."\n';

  it('offers no configuration of tools, and does not say that it has none to call others', () => {
    const { agent } = cardOfText(role, 'codex', codexFile);
    assert.deepEqual([agent?.tools.areConfigurable, agent?.related.callsNote], [false, '']);
    const other = cardOf('tools: Read', 'claude-code').agent;
    assert.equal(other?.tools.areConfigurable, true);
    assert.equal(other?.related.callsNote, 'It has no tool to call other agents.');
  });

  it('names what is wrong with a file that is rejected', () => {
    const titles = (text: string, at: string): string =>
      lenses(viewAt(text, { at }), () => true)
        .map(({ title }) => words(title))
        .join(' ');
    assert.match(titles('name = Reviewer', codexFile), /file rejected \(invalid TOML\)/);
  });
});

describe('the chips of the preview', () => {
  it('grant or revoke what the file can change', () => {
    assert.deepEqual(
      toggles(cardOf('tools: Read, Edit, Foo, mcp__a__b\ndisallowedTools: Edit', 'claude-code')),
      { Read: 'revoke', Edit: 'grant', Foo: null, mcp__a__b: 'revoke' },
    );
    const { bash, read } = toggles(cardOf('permission:\n  bash: deny', 'opencode', opencodeFile));
    assert.deepEqual([bash, read], ['grant', 'revoke']);
    const { skill, search } = toggles(cardOf('tools: [search]', 'copilot-cli', vscodeFile));
    assert.deepEqual([skill, search], [null, 'revoke']);
  });

  it('have the fix of the finding that is about them', () => {
    const card = cardOf('tools: Read, MultiEdit', 'claude-code');
    const chip = chipsOf(card).find(({ name }) => name === 'MultiEdit');
    const finding = card.findings[chip?.finding ?? -1];
    assert.equal(finding?.rule, 'removed-tool');
    assert.equal(finding.fix, 'Replace with "Edit"');
    assert.equal(chipsOf(card).find(({ name }) => name === 'Read')?.finding, null);
  });

  it('show the fix that is then applied', () => {
    const text = fileWith('tools: Read, MultiEdit');
    const view = viewAt(text, {});
    const [verdict] = view.verdicts();
    assert.ok(verdict);
    const finding = cardFindings(view, verdict).find(({ rule }) => rule === 'removed-tool');
    assert.ok(finding);
    const [best] = writableFixes(finding);
    assert.equal(words(best?.title), 'Replace with "Edit"');
    assert.equal(applyEdits(text, best?.edits ?? []), fileWith('tools: Read, Edit'));
  });
});

describe('the other fields of the preview', () => {
  const shown = (head: string, host: string, at?: string) =>
    cardOf(head, host, at).otherFields.map(({ key, value, line, outcome }) => [
      ...[key, value, line],
      outcome.word,
    ]);

  it('are those that no other part shows', () => {
    assert.deepEqual(shown('tools: Read\nmodel: sonnet\ntemperature: 0.2', 'claude-code'), [
      ['temperature', '0.2', 5, 'ignored'],
    ]);
    assert.deepEqual(shown('temperature: 0.2', 'opencode', opencodeFile), [
      ['temperature', '0.2', 3, 'used'],
    ]);
    assert.deepEqual(shown('maxTurns: 4\nskills:\n  - one\n  - two', 'claude-code'), [
      ['maxTurns', '4', 3, 'used'],
      ['skills', 'one, two', 4, 'used'],
    ]);
  });

  it('name the tables of a role in TOML, and do not repeat its prompt', () => {
    const role =
      'name = "r"\ndescription = "R."\ndeveloper_instructions = "You."\n\n[mcp_servers.docs]\ncommand = "npx"\n';
    const { otherFields } = cardOfText(role, 'codex', '.codex/agents/r.toml');
    assert.deepEqual(
      otherFields.map(({ key, value }) => [key, value]),
      [['mcp_servers', 'docs']],
    );
  });

  it('include a field with a part of its own that the host does not use', () => {
    assert.deepEqual(shown('color: teal', 'claude-code'), [['color', 'teal', 3, 'ignored']]);
  });

  it('include every field of a file without an agent', () => {
    const card = cardOf('color: teal', 'opencode', opencodeFile);
    assert.equal(card.agent, null);
    assert.ok(
      card.otherFields.some(({ key, outcome }) => key === 'color' && outcome.tone === 'bad'),
    );
    assert.ok(
      card.otherFields.some(
        ({ key, outcome }) => key === 'description' && outcome.word === 'valid',
      ),
    );
  });
});

describe('a file without an agent', () => {
  const text = '---\nname: a\ndescription: Use it: for a.\n---\nA.\n';

  it('has a finding in the preview, although guests are not reported on', () => {
    const view = viewAt(text, { at: claudeFile });
    const cards = inEnglish(personaCards(view, () => 0));
    const card = cards.find(({ host }) => host === 'copilot-cli');
    assert.equal(card?.agent, null);
    assert.match(card.findings[0]?.message ?? '', /an unquoted value cannot contain ": "/);
  });

  it('has no reason next to the finding that gives it', () => {
    const card = cardOf('color: teal', 'opencode', opencodeFile);
    assert.equal(card.detail, '');
    assert.ok(card.findings.some(({ severity }) => severity === 'error'));
  });
});

describe('a file that loads with an error', () => {
  it('does not load as written, in the preview, the lens and the status', () => {
    const view = viewAt(fileWith('allowed-tools: Read'), {});
    const [card] = inEnglish(personaCards(view, () => 0));
    assert.ok(card);
    assert.ok(card.findings.some(({ severity }) => severity === 'error'));
    assert.deepEqual([card.outcome, card.tone], ['loads', 'changed']);
    assert.equal(card.headline, 'Loads, but not as written.');
    assert.equal(lenses(view, () => false)[0]?.tone, 'changed');
    assert.equal(hostHeads(view)[0]?.tone, 'changed');
  });
});

describe('the start of an agent', () => {
  const start = (head: string, host: string, at = claudeFile) =>
    cardOf(head, host, at).agent?.start ?? null;

  it('is a command line with its name, or a command of the editor', () => {
    assert.deepEqual(start('model: sonnet', 'claude-code'), {
      command: 'claude --agent a',
      editor: null,
    });
    assert.equal(start('model: x', 'copilot-cli', vscodeFile)?.command, 'copilot --agent reviewer');
    assert.deepEqual(start('tools: [read]', 'vscode', vscodeFile)?.editor?.argument, { mode: 'a' });
    const command = (head: string): string | null | undefined =>
      start(head, 'opencode', opencodeFile)?.command;
    assert.match(command('mode: primary') ?? '', /^opencode --agent \w+$/);
    assert.match(command('temperature: 0.2') ?? '', /^opencode --agent \w+$/);
  });

  it('is not offered for an agent that users cannot select', () => {
    assert.equal(start('user-invocable: false', 'vscode', vscodeFile), null);
    assert.equal(start('mode: subagent', 'opencode', opencodeFile), null);
    assert.equal(start('tools: Foo', 'claude-code'), null);
  });

  it('never contains a name that a shell could run', () => {
    const command = (name: string): string | null | undefined => {
      const text = `---\nname: ${JSON.stringify(name)}\ndescription: d\n---\nx\n`;
      const [card] = inEnglish(personaCards(viewAt(text, {}), () => 0));
      return card?.agent?.start?.command;
    };
    assert.equal(command('my agent'), "claude --agent 'my agent'");
    assert.equal(command('$(rm -rf x)'), "claude --agent '$(rm -rf x)'");
    assert.equal(command("a'; rm x; '"), null);
    assert.equal(command('a\nrm x'), null);
    // PowerShell ends a string there too, and cmd.exe has no single quotes.
    assert.equal(command('a\u2019; rm x; \u2019'), null);
    for (const name of ['a & rm x', 'a | rm x', 'a > x', '%PATH% x', 'a" & rm x'])
      assert.equal(command(name), null, name);
    assert.equal(command('--dangerous') ?? null, null);
  });
});

describe('a version of an agent for another host', () => {
  const version = (head: string, from: string, target: string, at?: string) => {
    const view = viewAt(fileWith(head), { ...(at !== undefined && { at }) });
    const verdict = view.verdicts().find(({ place }) => place.host.id === from);
    const host = catalog.mainHosts.find(({ id }) => id === target);
    assert.ok(verdict && host);
    const made = versionFor(catalog, verdict, host);
    assert.ok(made);
    return { ...made, notes: made.notes.map(english), file: newAgent(catalog, host, made.options) };
  };

  it('has its texts and what its tools let it do', () => {
    const { options, notes, file } = version(
      'tools: Read, Grep, Glob\ncolor: orange\nmodel: sonnet',
      'claude-code',
      'opencode',
    );
    assert.deepEqual(options.capabilities, ['read', 'search']);
    assert.equal(options.description, 'd');
    assert.equal(options.prompt, 'You review.');
    assert.equal(file?.path, '.opencode/agent/reviewer.md');
    assert.match(file.text, /'\*': deny\n {2}read: allow/);
    assert.doesNotMatch(file.text, /bash|edit/);
    assert.deepEqual(notes, ['The model is omitted because OpenCode has different models.']);
  });

  it('never has more: a part of the commands is not every command', () => {
    const { options, notes } = version(
      'permission:\n  bash:\n    "*": deny\n    "git *": allow\n  edit: ask',
      'opencode',
      'claude-code',
      opencodeFile,
    );
    assert.ok(!options.capabilities.includes('run'));
    assert.ok(!options.capabilities.includes('write'));
    assert.ok(options.capabilities.includes('read'));
    assert.match(
      notes.join('\n'),
      /^Left out, because Claude Code could only grant more .*: Change files and Run commands\.$/m,
    );
  });

  it('never has more: creating files is not changing them', () => {
    const { options } = version(
      'tools: [edit/createFile, search]',
      'vscode',
      'claude-code',
      vscodeFile,
    );
    assert.deepEqual(options.capabilities, ['search']);
  });

  it('names the tools of servers that it leaves out', () => {
    const { notes } = version('tools: Read, mcp__docs__find', 'claude-code', 'opencode');
    assert.deepEqual(notes, ['Tools of MCP servers and extensions are left out: mcp__docs__find.']);
  });
});
