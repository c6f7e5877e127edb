// A rename in Neovim, in a folder whose path it escapes in its own way, applies to the unsaved text and to nothing else.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { helperAndCaller } from '../support/helper-and-caller';

const present = spawnSync('nvim', ['--version']).status === 0;

interface Answer {
  readonly problem?: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly uris: readonly string[];
  readonly findings: readonly string[];
}

(present ? describe : describe.skip)('a rename in Neovim', () => {
  it('edits the right lines of an unsaved file, and reports it under one URI', () => {
    const root = helperAndCaller();
    try {
      const script = path.resolve('test/clients/neovim-rename.lua');
      const file = path.join(root, '.claude/agents/caller.md');
      const asked = ['--headless', '-n', '-u', 'NONE', '--noplugin', '-c', `luafile ${script}`];
      const server = [process.execPath, path.resolve('dist/server.js'), '--stdio'];
      const { stdout, stderr } = spawnSync('nvim', [...asked, file], {
        cwd: root,
        encoding: 'utf8',
        timeout: 60000,
        env: { ...process.env, DOSSIER_SERVER: JSON.stringify(server), DOSSIER_ROOT: root },
      });
      const line = stdout.split('\n').find((text) => text.startsWith('{'));
      assert.ok(line, `no answer: ${stdout}${stderr}`);
      const { problem, texts, uris, findings }: Answer = JSON.parse(line);
      assert.equal(problem, undefined);
      assert.deepEqual(texts, {
        'caller.md':
          '---\nname: caller\nmodel: sonnet\ncolor: red\ndescription: Calls.\ntools: Agent(other), MultiEdit\n---\nYou call.\n',
        'helper.md': '---\nname: other\ndescription: Helps.\n---\nYou help.\n',
      });
      assert.deepEqual(uris, []);
      assert.equal(new Set(findings).size, findings.length, 'each finding once');
      assert.equal(findings.filter((message) => message.includes('MultiEdit')).length, 1);
    } finally {
      fs.rmSync(path.dirname(root), { recursive: true });
    }
  }).timeout(70000);
});
