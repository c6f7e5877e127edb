// Granting and revoking a tool in an agent and in its copies for other programs, as our own client asks for it.
import assert from 'node:assert/strict';
import {
  agentsMethod,
  setToolInCopiesMethod,
  type ToolInCopies,
  type ToolInCopy,
} from '../../server/protocol/protocol';
import { verbatim } from '../../server/text/message';
import { memoryFileSystem } from '../../server/world/memory';
import { serving } from '../support/serving';
import { textAfter } from '../support/workspace-edits';

const at = '/w/.claude/agents/reviewer.md';
const uri = `file://${at}`;
const claude = (tools: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\n${tools}---\n\nYou review.\n`;
const other = (fields: string): string =>
  `---\ndescription: Reviews changes.\n${fields}---\n\nYou review.\n`;

interface Asked {
  /** Texts of copies by path. */
  readonly copies: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly grant?: string;
  readonly revoke?: string;
  /** Files that exist and cannot be read. */
  readonly unreadable?: readonly string[];
  /** The copies that are open, with their unsaved texts. */
  readonly unsaved?: Readonly<Record<string, string>>;
}

/** The answer for each file, by its path, with the text after the edits. */
async function changing({ copies, text = claude('tools: Read, Grep\n'), ...asked }: Asked) {
  const files: Record<string, string> = { [at]: text };
  for (const [path, content] of Object.entries(copies)) files[`/w/${path}`] = content;
  const disk = memoryFileSystem(files, '/w');
  const { unreadable = [], unsaved = {} } = asked;
  const session = await serving({
    world: {
      ...disk,
      has: (path) => unreadable.some((one) => path === `/w/${one}`) || disk.has(path),
      read: (path) =>
        unreadable.some((one) => path === `/w/${one}`)
          ? { problem: 'unreadable', message: verbatim('Permission denied.') }
          : disk.read(path),
    },
  });
  session.open(uri, text);
  await session.published(uri);
  for (const [path, content] of Object.entries(unsaved)) session.open(`file:///w/${path}`, content);
  await session.connection.sendRequest(agentsMethod, { shouldRescan: false });
  const change = {
    tool: asked.grant ?? asked.revoke ?? '',
    granted: asked.grant !== undefined,
  };
  const answer = await session.connection.sendRequest<ToolInCopies>(setToolInCopiesMethod, {
    ...{ uri, host: 'claude-code', change },
  });
  session.end();
  const textOf = ({ uri: of, edits }: ToolInCopy): string => {
    const path = decodeURIComponent(of.slice('file://'.length));
    const before = unsaved[path.slice('/w/'.length)] ?? files[path] ?? '';
    return textAfter(before, edits);
  };
  return new Map(answer.files.map((one) => [one.path, { ...one, text: textOf(one) }]));
}

const opencode = '.opencode/agent/reviewer.md';
const copilot = '.github/agents/reviewer.agent.md';
const cursor = '.cursor/agents/reviewer.md';
const gemini = '.gemini/agents/reviewer.md';

describe('a tool in all copies of an agent', () => {
  it('is granted in each file with the name and in the form of its program', async () => {
    const found = await changing({
      grant: 'WebSearch',
      copies: {
        [opencode]: other("permission:\n  '*': deny\n  read: allow\n"),
        [gemini]: claude('tools:\n  - read_file\n'),
      },
    });
    assert.deepEqual([...found.keys()], ['.claude/agents/reviewer.md', gemini, opencode]);
    assert.equal(
      found.get('.claude/agents/reviewer.md')?.text,
      claude('tools: Read, Grep, WebSearch\n'),
    );
    assert.equal(
      found.get(opencode)?.text,
      other("permission:\n  '*': deny\n  read: allow\n  websearch: allow\n"),
    );
    assert.equal(found.get(gemini)?.text, claude('tools:\n  - read_file\n  - google_web_search\n'));
    for (const { problem } of found.values()) assert.equal(problem, null);
  });

  it('is revoked in each file, also where the agent itself has it no more', async () => {
    const found = await changing({
      revoke: 'Bash',
      copies: {
        [opencode]: other('permission:\n  bash: allow\n  edit: deny\n'),
        [copilot]: claude('tools: [read, execute]\n'),
      },
    });
    assert.deepEqual(found.get('.claude/agents/reviewer.md')?.edits, []);
    assert.equal(found.get(opencode)?.text, other('permission:\n  bash: deny\n  edit: deny\n'));
    assert.equal(found.get(copilot)?.text, claude('tools: [read]\n'));
    assert.equal(found.get(copilot)?.hostNames, 'Copilot CLI and VS Code');
  });

  it('is not granted where a program would grant more with it', async () => {
    // One permission of OpenCode is for changing and for creating files.
    const found = await changing({
      grant: 'Edit',
      copies: { [opencode]: other('permission:\n  edit: deny\n') },
    });
    const own = found.get('.claude/agents/reviewer.md');
    assert.match(own?.text ?? '', /Read, Grep, Edit\n/);
    // One that only reads the file is named, so that the author can decide.
    assert.deepEqual(own?.notes, ['Copilot CLI reads this file too and then grants "create".']);
    const copy = found.get(opencode);
    assert.deepEqual(copy?.edits, []);
    assert.match(copy.problem ?? '', /^OpenCode would then also let the agent create files\.$/);
  });

  it('is reported where the program has no word for it, and the others change', async () => {
    const found = await changing({
      grant: 'WebFetch',
      copies: {
        [cursor]: claude('readonly: true\n'),
        [opencode]: other("permission:\n  '*': deny\n"),
      },
    });
    assert.match(found.get(cursor)?.problem ?? '', /Cursor/);
    assert.deepEqual(found.get(cursor)?.edits, []);
    assert.match(found.get(opencode)?.text ?? '', /webfetch: allow/);
    const skill = await changing({
      grant: 'mcp__github__search',
      copies: { [opencode]: other("permission:\n  '*': deny\n") },
    });
    assert.equal(skill.get(opencode)?.problem, 'OpenCode has no tool for "mcp__github__search".');
  });

  it('is reported for a copy that cannot be read, and for one that is not loaded', async () => {
    const found = await changing({
      revoke: 'Read',
      copies: {
        [opencode]: '---\ndescription: [\n---\nYou review.\n',
        [gemini]: '---\nname: reviewer\ndescription: [\n---\nYou review.\n',
      },
      unreadable: [cursor],
    });
    assert.equal(found.get(cursor)?.problem, 'Permission denied.');
    assert.deepEqual(found.get(cursor)?.edits, []);
    assert.equal(found.get('.claude/agents/reviewer.md')?.text, claude('tools: Grep\n'));
    assert.equal(found.get(gemini)?.problem, 'Gemini CLI does not load the copy.');
    assert.equal(
      found.get(opencode)?.problem,
      '"read" cannot be revoked in OpenCode by an edit of this file.',
    );
  });

  it('changes an agent in a configuration file there', async () => {
    const config = (bash: string): string =>
      `{\n  "agent": {\n    "reviewer": {\n      "description": "Reviews changes.",\n      "permission": { "bash": "${bash}" }\n    }\n  }\n}\n`;
    const found = await changing({
      revoke: 'Bash',
      copies: { 'opencode.json': config('allow') },
    });
    assert.equal(found.get('opencode.json')?.text, config('deny'));
  });

  it('changes the unsaved text of an open copy, for its version', async () => {
    const found = await changing({
      grant: 'WebSearch',
      copies: { [gemini]: claude('tools:\n  - read_file\n') },
      unsaved: { [gemini]: claude('tools:\n  - read_file\n  - glob\n') },
    });
    assert.equal(found.get(gemini)?.version, 1);
    assert.equal(
      found.get(gemini)?.text,
      claude('tools:\n  - read_file\n  - glob\n  - google_web_search\n'),
    );
  });

  it('leaves other agents alone: of another project, of the user, and with another name', async () => {
    const found = await changing({
      revoke: 'Read',
      copies: {
        'sub/.opencode/agent/reviewer.md': other(''),
        '../home/me/.config/opencode/agent/reviewer.md': other(''),
        [gemini]: claude('tools:\n  - read_file\n').replace('name: reviewer', 'name: tester'),
      },
    });
    assert.deepEqual([...found.keys()], ['.claude/agents/reviewer.md']);
  });

  it('states what a program that reads a file still lets the agent do', async () => {
    // Cursor reads the folder of Claude Code and has no list of denied tools.
    const found = await changing({
      revoke: 'Bash',
      text: claude(''),
      copies: { [opencode]: other('') },
    });
    const own = found.get('.claude/agents/reviewer.md');
    assert.match(own?.text ?? '', /disallowedTools: Bash/);
    assert.match(own?.notes.join(' ') ?? '', /still lets the agent run commands\./);
  });
});
