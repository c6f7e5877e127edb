// The tools for models, asked by the SDK's own client.
import assert from 'node:assert/strict';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { belowFolder } from '../../server/mcp/below-folder';
import { mcpServer } from '../../server/mcp/server';
import { memoryFileSystem } from '../../server/world/memory';
import { catalog } from '../support/catalog';

const at = '.claude/agents/reviewer.md';
const broken =
  '---\nname: reviewer\ndescription: Reviews.\nallowed-tools: Read\n---\nYou review.\n';

interface Answer {
  readonly isError?: boolean;
  readonly content: readonly { readonly text?: string }[];
  readonly structuredContent?: Readonly<Record<string, never>>;
}

/** Links by path: where each leads. */
type Links = Readonly<Record<string, string>>;

async function asked(
  tool: string,
  input: object,
  files: Readonly<Record<string, string>> = { [at]: broken },
  links: Links = {},
): Promise<Answer> {
  const memory = memoryFileSystem(files);
  const client = new Client({ name: 'test', version: '1' });
  const [here, there] = InMemoryTransport.createLinkedPair();
  const server = mcpServer(
    belowFolder({ ...memory, catalog }, (path) => links[path] ?? (memory.has(path) ? path : null)),
  );
  await Promise.all([server.connect(there), client.connect(here)]);
  try {
    return (await client.callTool({ name: tool, arguments: { ...input } })) as unknown as Answer;
  } finally {
    await client.close();
  }
}

/** The data of an answer; its text is the same. */
async function data(...args: Parameters<typeof asked>): Promise<Record<string, unknown>> {
  const { isError, content, structuredContent } = await asked(...args);
  assert.equal(isError ?? false, false, content[0]?.text);
  assert.deepEqual(JSON.parse(content[0]?.text ?? ''), structuredContent);
  return structuredContent ?? {};
}

async function refusal(...args: Parameters<typeof asked>): Promise<string> {
  const { isError, content } = await asked(...args);
  assert.equal(isError, true);
  return content[0]?.text ?? '';
}

/** Why a file that is explained could not be read. */
async function failureOf(path: string, files?: Readonly<Record<string, string>>): Promise<string> {
  const { files: explained } = await data('explain', { path }, files);
  const [first] = explained as [{ error?: string }];
  return first.error ?? '';
}

const rulesIn = ({ findings }: Record<string, unknown>): readonly string[] =>
  (findings as { rule: string }[]).map(({ rule }) => rule);

describe('dossier mcp', () => {
  it('lists its tools, none of which writes', async () => {
    const client = new Client({ name: 'test', version: '1' });
    const [here, there] = InMemoryTransport.createLinkedPair();
    const server = mcpServer(belowFolder({ ...memoryFileSystem({}), catalog }, (path) => path));
    await Promise.all([server.connect(there), client.connect(here)]);
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name }) => name).sort(), [
      'check',
      'convert',
      'explain',
      'hosts',
      'list',
    ]);
    for (const { annotations, outputSchema, description } of tools) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.ok(outputSchema);
      assert.ok(description);
    }
    await client.close();
  });

  it('checks a file', async () =>
    assert.deepEqual(rulesIn(await data('check', { path: at })), ['unknown-field']));

  it('checks the whole folder', async () =>
    assert.deepEqual(rulesIn(await data('check', {})), ['unknown-field']));

  it('checks a text that is not saved', async () => {
    const text = broken.replace('allowed-tools', 'tools');
    assert.deepEqual(rulesIn(await data('check', { path: at, text })), []);
    const other = broken.replace('name: reviewer', 'name: other');
    const elsewhere = { path: '.claude/agents/other.md', text: other };
    assert.deepEqual(rulesIn(await data('check', elsewhere)), ['unknown-field']);
  });

  it('leaves out and counts the findings of a long list', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 103 }, (_, index) => [
        `.claude/agents/a${index}.md`,
        broken.replace('reviewer', `a${index}`),
      ]),
    );
    const answer = await data('check', {}, many);
    assert.equal(rulesIn(answer).length, 100);
    assert.equal(answer['omitted'], 3);
  });

  it('includes information on request', async () => {
    const text = broken.replace('allowed-tools: Read', 'color: red\nfuture: 1');
    const answer = await data('check', { path: at, text, all: true });
    assert.ok(rulesIn(answer).length > rulesIn(await data('check', { path: at, text })).length);
  });

  it('explains a file for the programs that are asked', async () => {
    const { files } = await data('explain', { path: at, programs: ['claude-code'] });
    const [{ verdicts }] = files as [{ verdicts: { host: string; outcome: string }[] }];
    assert.deepEqual(
      verdicts.map(({ host, outcome }) => [host, outcome]),
      [['claude-code', 'loads']],
    );
  });

  it('converts a file and writes nothing', async () => {
    const text = broken.replace('allowed-tools', 'tools');
    const answer = await data('convert', { path: at, text, to: 'opencode' });
    assert.match(String(answer['text']), /mode: subagent/);
    assert.match(String(answer['path']), /\.opencode\/agent\/reviewer\.md$/);
  });

  it('lists agents and programs', async () => {
    const { agents } = await data('list', {});
    assert.deepEqual(
      (agents as { id: string }[]).map(({ id }) => id),
      ['reviewer'],
    );
    const { hosts } = await data('hosts', {});
    assert.ok((hosts as { id: string }[]).some(({ id }) => id === 'claude-code'));
  });

  describe('reads nothing outside of the working folder', () => {
    const outside = { [at]: broken, '/home/user/.claude/agents/own.md': broken };

    for (const path of [
      '/home/user/.claude/agents/own.md',
      '../../home/user/.claude/agents/own.md',
    ])
      it(path, async () => {
        assert.match(await failureOf(path, outside), /does not exist/);
      });

    it('a folder', async () =>
      assert.match(await refusal('check', { path: '/home/user' }, outside), /file not found/));

    it('through a link', async () => {
      const link = '.claude/agents/link.md';
      const files = { [at]: broken, [link]: broken };
      const links = { [`/project/${link}`]: '/home/user/secret.md' };
      assert.match(await refusal('check', { path: link }, files, links), /file not found/);
      const answer = await data('check', {}, files, links);
      assert.equal(answer['files'], 1);
    });

    it('nor the agents of the user', async () => {
      const { agents } = await data('list', {}, outside);
      assert.equal((agents as unknown[]).length, 1);
    });
  });

  describe('answers a wrong question in a sentence', () => {
    it('an unknown program', async () =>
      assert.match(await refusal('convert', { path: at, to: 'claud-code' }), /claude-code/));

    it('a text without a path', async () =>
      assert.match(await refusal('check', { text: broken }), /requires the path/));

    it('a path that looks like an option', async () =>
      assert.match(await failureOf('--help'), /does not exist/));

    it('a missing path', async () => {
      const { isError, content } = await asked('explain', {});
      assert.equal(isError, true);
      assert.match(content[0]?.text ?? '', /path/);
    });
  });
});
