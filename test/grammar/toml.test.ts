// The tokens of a role of Codex, for which VS Code itself has no grammar.
import assert from 'node:assert/strict';
import { textsIn, tokenize } from './tokens';

const colored = async (text: string) => {
  const tokens = await tokenize(text, 'source.toml', new Map());
  return (scope: string) => textsIn(tokens, scope);
};

const role = `# Reviews
name = "reviewer" # the name
"model" = 'a#b'
developer_instructions = """
key = "no key" \\t # no comment
[no.table]
"""
nickname_candidates = [
  "Ada", # first
  'Bob',
]
model_context_window = 1_000
hide_agent_reasoning = true

[mcp_servers."my docs"]
env = { TOKEN = "x", since = 2026-11-22 }
[[skills.config]]
tool_timeout_sec = 2.5e1
`;

describe('the grammar of TOML', () => {
  it('colors keys, tables, strings, comments and constants', async () => {
    const texts = await colored(role);
    assert.deepEqual(texts('support.type.property-name.toml'), [
      'name',
      '"model"',
      'developer_instructions',
      'nickname_candidates',
      'model_context_window',
      'hide_agent_reasoning',
      'env',
      'TOKEN',
      'since',
      'tool_timeout_sec',
    ]);
    assert.deepEqual(texts('support.type.property-name.table.toml'), [
      'mcp_servers',
      '"my docs"',
      'skills',
      'config',
    ]);
    assert.deepEqual(texts('comment'), ['# Reviews', '# the name', '# first']);
    assert.deepEqual(texts('string.quoted.single'), [
      '"reviewer"',
      "'a#b'",
      '"Ada"',
      "'Bob'",
      '"x"',
    ]);
    assert.deepEqual(texts('constant.numeric'), ['1_000', '2026-11-22', '2.5e1']);
    assert.deepEqual(texts('constant.language'), ['true']);
    assert.deepEqual(texts('constant.character.escape'), ['\\t']);
  });

  it('keeps a prompt one string until its three quotes', async () => {
    const texts = await colored(role);
    const block = texts('string.quoted.triple').join('\n');
    assert.match(block, /no key/);
    assert.match(block, /no\.table/);
    assert.doesNotMatch(block, /nickname/);
  });

  it('colors the lines after an unfinished one', async () => {
    for (const unfinished of [
      'name = "rev',
      "name = 'rev",
      '[mcp_servers',
      'name =',
      'na',
      'x = {',
    ]) {
      const texts = await colored(`${unfinished}\nmodel = "gpt-5" # fast\n`);
      assert.ok(texts('support.type.property-name.toml').includes('model'), unfinished);
      assert.deepEqual(texts('comment'), ['# fast'], unfinished);
    }
  });

  it('marks escapes that TOML does not have', async () => {
    const texts = await colored('a = "C:\\users \\d"\nb = \'C:\\users\'\n');
    assert.deepEqual(texts('invalid'), ['\\u', '\\d']);
  });
});
