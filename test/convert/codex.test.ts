// Agents from and to Codex, whose roles are TOML, and which applies no limit of a role: only its prompt and its model.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outlineOfFile } from '../../server/agent/outline';
import { placeIn } from '../../server/hosts/catalog/places';
import { judge } from '../../server/hosts/judge/compute-verdict';
import { english } from '../../server/text/translate';
import { hosts } from '../support/catalog';
import { converting, convertingText } from '../support/converting';

const head = 'name: reviewer\ndescription: Reviews changes.';
const toCodex = { from: 'claude-code', to: 'codex' };
const role = 'name = "reviewer"\ndescription = "Reviews changes."\n';
const prompt = 'developer_instructions = "You review."\n';

describe('a conversion to Codex', () => {
  it('writes a role, with the prompt last', () => {
    const { converted } = converting(`${head}\ncolor: blue\nmaxTurns: 5\neffort: high`, toCodex)
      .givesFile(`${role}model_reasoning_effort = "high"\n${prompt}`)
      .accounts('same', 'tools')
      .accounts('same', 'prompt')
      .accounts('same', 'effort')
      .accounts('lost', 'color', 'no field')
      .accounts('lost', 'maxTurns', 'no field');
    assert.equal(converted.path, '.codex/agents/reviewer.toml');
  });

  it('misses a description only where the target requires one', () => {
    const without = 'name: reviewer\nmodel: gpt-5';
    for (const [from, to, isMissed] of [
      ['cursor', 'codex', true],
      ['cursor', 'copilot-cli', true],
      ['cursor', 'opencode', false],
    ] as const) {
      const { account } = converting(without, { from, to }).converted;
      const rows = account.filter(({ part }) => part.name === 'description');
      assert.deepEqual(
        rows.map(({ change }) => change),
        isMissed ? ['lost'] : [],
        `${from} to ${to}`,
      );
    }
  });

  it('writes a prompt of several lines between three quotes, without escapes where possible', () => {
    const of = (body: string) => convertingText(`---\n${head}\n---\n\n${body}\n`, toCodex);
    of('# Role\n\nSay "hi".').givesFile(
      `${role}developer_instructions = """\n# Role\n\nSay "hi".\n"""\n`,
    );
    of('Match `\\d+`.\nReview.').givesFile(
      `${role}developer_instructions = '''\nMatch \`\\d+\`.\nReview.\n'''\n`,
    );
    of('Match `\\d+` or \'\'\'.\nSay """hi""".').givesFile(
      `${role}developer_instructions = """\nMatch \`\\\\d+\` or '''.\nSay \\"\\"\\"hi\\"\\"\\".\n"""\n`,
    );
    of('One\u0007\ntwo').givesFile(`${role}developer_instructions = """\nOne\\u0007\ntwo\n"""\n`);
    of('Reviews.\r\n\r\nAnswers.').givesFile(
      `${role}developer_instructions = """\nReviews.\n\nAnswers.\n"""\n`,
    );
  });

  it('takes line breaks of Windows for the same prompt', () => {
    const source = `---\r\n${head.replace('\n', '\r\n')}\r\n---\r\n\r\nReviews.\r\nAnswers.\r\n`;
    for (const from of ['cursor', 'claude-code'])
      convertingText(source, { from, to: 'codex' })
        .givesFile(`${role}developer_instructions = """\nReviews.\nAnswers.\n"""\n`)
        .accounts('same', 'prompt');
  });

  it('reads back every prompt and description that it writes', () => {
    const codex = hosts.find(({ id }) => id === 'codex');
    const place = codex && placeIn(codex, '.codex/agents/reviewer.toml');
    assert.ok(place);
    const part = fc.constantFrom(
      '"',
      "'",
      '\\',
      '\n',
      '"""',
      "'''",
      '\t',
      '\u0007',
      '\u007f',
      'a ',
      '𝒳',
      '#',
      '=',
    );
    const text = fc.array(part, { minLength: 1, maxLength: 12 }).map((all) => `x${all.join('')}y`);
    const ends = fc.constantFrom('', '"', '""', '"""', "'", "'''", '\\');
    fc.assert(
      fc.property(text, ends, (middle, end) => {
        const written = `${middle}${end}`;
        const source = `---\nname: reviewer\ndescription: ${JSON.stringify(written)}\n---\n\n${written}\n`;
        const { text: made } = convertingText(source, toCodex).converted;
        const verdict = judge(outlineOfFile(place.path, made ?? ''), place);
        assert.equal(verdict.persona?.prompt.trim(), written.trim(), made ?? '');
        assert.equal(verdict.persona.description, written.trim());
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it('refuses every limit of tools, because Codex applies none, unless that is accepted', () => {
    converting(`${head}\ntools: Read, Grep`, toCodex).isRefused(
      'tools',
      'Codex does not limit the agent to the tools that it has in Claude Code.',
    );
    converting(`${head}\ndisallowedTools: WebSearch`, toCodex).isRefused(
      'search-web',
      'could do this in Codex, but not in Claude Code: search-web.',
    );
    converting(`${head}\npermissionMode: plan`, toCodex).isRefused(
      'tools',
      'could do this in Codex, but not in Claude Code: create-file, change-file, edit-notebook, run-command.',
    );
    converting(`${head}\ndisallowedTools: mcp__tickets`, toCodex).isRefused('tickets');
  });

  it('states one cause in one row, with one choice', () => {
    const source = `${head}\ntools: Read, Grep`;
    for (const to of ['codex', 'cursor']) {
      const { account } = converting(source, { from: 'claude-code', to }).converted;
      const wider = account.filter(({ change }) => change === 'wider');
      assert.deepEqual(
        wider.map(({ part, choice }) => [part.name, choice?.id]),
        [['tools', 'all-tools']],
      );
    }
    converting(source, { ...toCodex, choices: { 'all-tools': 'wider' } }).givesFile(
      `${role}sandbox_mode = "read-only"\nweb_search = "disabled"\n${prompt}`,
    );
  });

  it('still writes what comes closest, for what Codex applies in other ways', () => {
    converting(`${head}\ntools: Read, Grep`, { ...toCodex, allowWider: true })
      .givesFile(`${role}sandbox_mode = "read-only"\nweb_search = "disabled"\n${prompt}`)
      .accounts('wider', 'tools');
    // Its commands may change files.
    converting(`${head}\ntools: Read, Bash, WebSearch`, { ...toCodex, allowWider: true }).givesFile(
      `${role}${prompt}`,
    );
  });

  it("writes models of OpenAI, and reports others and words that are none of Codex's", () => {
    const from = (host: string) => ({ from: host, to: 'codex' });
    converting('description: Reviews changes.\nmodel: openai/gpt-5.1', from('opencode')).givesFile(
      `${role}model = "gpt-5.1"\n${prompt}`,
    );
    converting(`${head}\nmodel: sonnet\neffort: max`, toCodex)
      .givesFile(`${role}${prompt}`)
      .accounts('decision', 'model', 'no name for the model')
      .accounts('lost', 'effort', 'does not accept this value');
  });

  it('puts servers into the configuration as TOML', () => {
    const server =
      'mcpServers:\n  - docs:\n      command: npx\n      args: [-y, "docs"]\n      env: { KEY: "a\\"b" }';
    converting(`${head}\n${server}`, toCodex)
      .givesFile(`${role}${prompt}`)
      .accounts(
        'moved',
        'mcpServers',
        '.codex/config.toml. Adapt and add: [mcp_servers.docs]\ncommand = "npx"\nargs = ["-y", "docs"]\nenv = { KEY = "a\\"b" }',
      );
  });

  it('refuses an agent without a description or a prompt', () => {
    converting('tools: [read]', { from: 'vscode', to: 'codex' }).isRefused('description');
    convertingText(`---\n${head}\n---\n`, toCodex).isRefused('file', 'would not load');
  });
});

describe('a conversion from Codex', () => {
  const from = (text: string, to: string) =>
    convertingText(text, { from: 'codex', to, file: 'reviewer.toml' });

  it('writes the fields in YAML, and the prompt below them without escapes', () => {
    from(
      `${role}developer_instructions = """\nSay \\"hi\\".\\nMatch \\\\d.\n"""\nmodel_reasoning_effort = "high"\n`,
      'claude-code',
    )
      .givesFile(`---\n${head}\neffort: high\n---\n\nSay "hi".\nMatch \\d.\n`)
      .accounts('same', 'tools')
      .accounts('same', 'prompt');
  });

  it('points at the field in the file', () => {
    const text = `${role}${prompt}nickname_candidates = ["Ada"]\n`;
    const row = from(text, 'claude-code').converted.account.find(
      ({ part }) => part.name === 'nickname_candidates',
    );
    assert.equal(row?.change, 'lost');
    assert.equal(row.offset, text.indexOf('nickname_candidates'));
  });

  it('keeps the limits that the author states, although Codex does not apply them', () => {
    const limited = `${role}sandbox_mode = "read-only"\n${prompt}`;
    from(limited, 'cursor').givesFile(`---\n${head}\nreadonly: true\n---\n\nYou review.\n`);
    const { account } = from(limited, 'claude-code')
      .gives(`${head}\ndisallowedTools: Write, Edit, NotebookEdit\npermissionMode: default`)
      .accounts(
        'same',
        'tools',
        'Claude Code applies this limit of the file. Codex does not.',
      ).converted;
    const row = account.find(({ part }) => part.name === 'tools');
    assert.equal(row?.offset, limited.indexOf('sandbox_mode'));
    from(`${role}web_search = "disabled"\n${prompt}`, 'claude-code').gives(
      `${head}\ndisallowedTools: WebSearch`,
    );
    from(`${role}approval_policy = "untrusted"\n${prompt}`, 'claude-code').gives(
      `${head}\npermissionMode: default`,
    );
  });

  it('does not claim that Codex applies what the file states', () => {
    const limited = `${role}web_search = "disabled"\napproval_policy = "untrusted"\n${prompt}`;
    from(limited, 'cursor').isRefused(
      'tools',
      'The file limits this, but the agent could do it in Cursor: create-file',
    );
    const { account } = convertingText(limited, {
      ...{ from: 'codex', to: 'copilot-cli', file: 'reviewer.toml', allowWider: true },
    }).accounts('wider', 'run-command', 'may do more than its file states').converted;
    for (const { why } of account) assert.doesNotMatch(english(why), /not in Codex|than before/);
  });

  it('reports values that limit nothing, and refuses to lose a table that may', () => {
    from(`${role}sandbox_mode = "danger-full-access"\n${prompt}`, 'claude-code')
      .gives(head)
      .accounts('lost', 'sandbox_mode', 'no field');
    from(`${role}${prompt}[mcp_servers.docs]\ncommand = "docs"\n`, 'claude-code')
      .gives(head)
      .accounts('moved', 'mcp_servers', '"mcpServers"');
    from(`${role}profile = "safe"\n${prompt}`, 'claude-code').isRefused('profile');
  });

  it('does not write an effort for which the other host refuses the file', () => {
    from(`${role}model_reasoning_effort = "minimal"\n${prompt}`, 'grok')
      .gives(head)
      .accounts('lost', 'model_reasoning_effort', 'does not accept this value');
  });

  it('gives the same role after a way to another host and back', () => {
    const text = `${role}model = "gpt-5.1"\nmodel_reasoning_effort = "high"\ndeveloper_instructions = """\nReview.\n\nAnswer "ok" \\\\o/.\n"""\n`;
    const there = from(text, 'opencode').converted;
    const back = convertingText(there.text ?? '', { from: 'opencode', to: 'codex' }).converted;
    assert.equal(back.verdict?.persona?.model.written, 'gpt-5.1');
    assert.equal(back.verdict.persona.prompt, 'Review.\n\nAnswer "ok" \\o/.\n');
    assert.equal(back.path, '.codex/agents/reviewer.toml');
  });
});
