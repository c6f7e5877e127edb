// Neovim without plugins: an editor that has no support for Dossier.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const present = spawnSync('nvim', ['--version']).status === 0;
const workspace = path.resolve('test/editor/workspace');

interface Answer {
  readonly problem?: string;
  readonly findings: readonly string[];
  readonly labels: readonly string[];
  readonly hover: string;
}

function neovim(file: string, line: number, column: number): Answer {
  const script = path.resolve('test/clients/neovim.lua');
  const asked = ['--headless', '-u', 'NONE', '--noplugin', '-c', `luafile ${script}`, file];
  const { stdout, stderr } = spawnSync('nvim', asked, {
    cwd: workspace,
    encoding: 'utf8',
    timeout: 30000,
    env: {
      ...process.env,
      DOSSIER_SERVER: JSON.stringify([process.execPath, path.resolve('dist/server.js'), '--stdio']),
      DOSSIER_ROOT: workspace,
      DOSSIER_LINE: String(line),
      DOSSIER_COLUMN: String(column),
    },
  });
  const line1 = stdout.split('\n').find((text) => text.startsWith('{'));
  assert.ok(line1, `no answer: ${stdout}${stderr}`);
  return JSON.parse(line1);
}

(present ? describe : describe.skip)('Neovim', () => {
  it('shows findings, completes and explains', () => {
    const { problem, findings, labels, hover } = neovim('.claude/agents/wobbly.md', 5, 7);
    assert.equal(problem, undefined);
    assert.ok(findings.some((message) => message.includes('MultiEdit')));
    assert.ok(labels.includes('sonnet'));
    assert.match(hover, /Claude Code/);
  }).timeout(40000);
});
