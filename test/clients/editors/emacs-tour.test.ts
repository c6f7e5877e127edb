// A tour through the features in each Emacs that is here, with the configuration of docs/editors.md.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { markdownModeFolder, programsOf } from './install.mjs';
import { configurationsOf } from './page';
import { assertPluginRenamed, files, tour } from './tour';
import { compareTranscript, readTranscript } from './transcript';

interface Answer {
  readonly problem?: string;
  readonly version: string;
  readonly mode: string;
  /** Whether the package `markdown-mode` was loaded. */
  readonly isPackage: boolean;
  readonly encoding: string;
  readonly diagnostics: readonly string[];
  readonly completed: string;
  readonly format: string;
  readonly field: string;
  readonly hover: string;
  readonly hints?: number;
  readonly action: string;
  readonly fixAll: string;
}

const hasEglot = (program: string): boolean =>
  spawnSync(program, ['-Q', '--batch', '--eval', "(require 'eglot)"]).status === 0;
const programs = programsOf('emacs').filter(hasEglot);
const [init = ''] = configurationsOf('Emacs');

if (programs.length === 0)
  describe.skip('a tour in Emacs (skipped: there is no Emacs with Eglot)', () => it('', () => {}));

const packageFolder = markdownModeFolder();

for (const program of programs)
  describe(`a tour in ${program.includes('/') ? 'the newer Emacs' : 'Emacs'}`, () => {
    it('goes through every feature that it has, without packages', () => goThrough(''));

    it('does so with the package markdown-mode', function () {
      if (packageFolder === null) this.skip();
      else goThrough(packageFolder);
    });

    /** @param folder of the package; empty for none. */
    function goThrough(folder: string): void {
      // Eglot 1.17 shows no diagnostics of files whose paths are not ASCII.
      const transcript = path.join(os.tmpdir(), `dossier-emacs-${process.pid}.jsonl`);
      const here = tour({ transcript, folder: 'jose@home+e' });
      try {
        const { stdout, stderr } = spawnSync(
          program,
          ['-Q', '--batch', '-l', path.resolve('test/clients/editors/emacs-tour.el')],
          {
            cwd: here.root,
            encoding: 'utf8',
            timeout: 90_000,
            env: {
              ...here.environment,
              LC_ALL: 'C.UTF-8',
              DOSSIER_ROOT: here.root,
              DOSSIER_MARKDOWN_MODE: folder,
              DOSSIER_INIT: here.write('init.el', init),
            },
          },
        );
        const line = stdout.split('\n').find((text) => text.startsWith('{'));
        assert.ok(line, `no answer: ${stdout}${stderr}`);
        const answer: Answer = JSON.parse(line);
        assert.equal(answer.problem, undefined, stderr);
        assert.deepEqual([answer.mode, answer.isPackage], ['markdown-mode', folder !== '']);
        const isNew = Number.parseInt(answer.version, 10) >= 29;
        assert.equal(answer.encoding, isNew ? 'utf-32' : 'utf-16');
        assert.ok(
          answer.diagnostics.some((message) => message.includes('"MultiEdit" was removed')),
        );
        assert.equal(answer.completed, 'model: sonnet');
        // `yasnippet` is not installed.
        assert.equal(answer.format, 'plain');
        assert.equal(answer.field, 'maxTurns: 20');
        assert.match(answer.hover, /not granted, removed/);
        if (isNew) assert.ok((answer.hints ?? 0) > 0);
        assertPluginRenamed(here);
        assert.match(answer.action, /Edit/);
        const caller = here.read('.claude/agents/caller.md');
        assert.match(caller, /^tools: Agent\(other\), Edit$/m);
        assert.match(caller, /^color: blue$/m);
        assert.equal(
          here.read('.claude/agents/helper.md'),
          files['.claude/agents/helper.md'].replace('name: helper', 'name: other'),
        );
        const name = `emacs-${answer.version}${folder === '' ? '' : '-markdown-mode'}`;
        compareTranscript(name, readTranscript(transcript));
      } finally {
        here.remove();
        fs.rmSync(transcript, { force: true });
      }
    }
  }).timeout(200_000);
