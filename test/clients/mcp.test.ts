// The built server of tools, started as a program starts it, and asked by the SDK's own client.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const agent = '---\nname: reviewer\ndescription: Reviews.\nallowed-tools: Read\n---\nYou review.\n';

describe('dossier mcp', () => {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier mcp ')));
  const project = path.join(root, 'project');
  const client = new Client({ name: 'test', version: '1' });

  before(async () => {
    mkdirSync(path.join(project, '.claude/agents'), { recursive: true });
    writeFileSync(path.join(project, '.claude/agents/reviewer.md'), agent);
    writeFileSync(path.join(root, 'secret.md'), agent);
    symlinkSync(path.join(root, 'secret.md'), path.join(project, '.claude/agents/link.md'));
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [path.resolve('dist/cli.js'), 'mcp'],
        cwd: project,
      }),
    );
  });

  after(async () => {
    await client.close();
    rmSync(root, { recursive: true });
  });

  it('checks the folder in which it was started, without links out of it', async () => {
    const { structuredContent } = await client.callTool({ name: 'check', arguments: {} });
    const { files, findings } = structuredContent as {
      files: number;
      findings: { file: string; rule: string }[];
    };
    assert.equal(files, 1);
    assert.deepEqual(
      findings.map(({ file, rule }) => [file, rule]),
      [['.claude/agents/reviewer.md', 'unknown-field']],
    );
  });

  it('reads no file through a link out of it', async () => {
    const input = { path: '.claude/agents/link.md' };
    const { structuredContent } = await client.callTool({ name: 'explain', arguments: input });
    assert.match(JSON.stringify(structuredContent), /does not exist/);
  });

  it('states its version', () => {
    assert.equal(client.getServerVersion()?.name, 'dossier');
  });
});
