// A tour through the features in each Neovim that is here, with the configuration of docs/editors.md.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { programsOf } from './install.mjs';
import { configurationsOf } from './page';
import { assertPluginRenamed, files, tour } from './tour';
import { compareTranscript, readTranscript } from './transcript';

interface Answer {
  readonly problem?: string;
  readonly version: string;
  readonly encoding: string;
  readonly delivery: 'pulled' | 'pushed';
  readonly diagnostics: readonly string[];
  readonly models: readonly string[];
  readonly format: 'snippet' | 'plain';
  readonly completed: string;
  readonly hover: string;
  readonly hints?: number;
  readonly lens: string;
  readonly message: string;
  readonly action: string;
  readonly fixAll: string;
  readonly fixed: string;
  readonly colors?: boolean;
  readonly selection?: boolean;
  readonly spellings: readonly string[];
  readonly color: string;
}

const programs = programsOf('neovim');
const [newer = '', older = '', more = ''] = configurationsOf('Neovim');

/** `0.12` as 12. */
const minorOf = (program: string): number =>
  Number(/^NVIM v0\.(\d+)/.exec(spawnSync(program, ['--version']).stdout.toString())?.[1]);

if (programs.length === 0)
  describe.skip('a tour in Neovim (skipped: there is no nvim)', () => it('', () => {}));

for (const program of programs) {
  const minor = minorOf(program);
  describe(`a tour in Neovim 0.${minor}`, () => {
    it('goes through every feature that it has', () => {
      const transcript = path.join(os.tmpdir(), `dossier-neovim-${process.pid}.jsonl`);
      const here = tour({ transcript });
      try {
        const init = here.write('init.lua', `${minor >= 11 ? newer : older}\n${more}`);
        const script = path.resolve('test/clients/editors/neovim-tour.lua');
        const { stdout, stderr } = spawnSync(
          program,
          ['--headless', '-n', '-i', 'NONE', '--noplugin', '-u', init, '-c', `luafile ${script}`],
          {
            cwd: here.root,
            encoding: 'utf8',
            timeout: 90_000,
            env: { ...here.environment, DOSSIER_ROOT: here.root },
          },
        );
        const line = stdout.split('\n').find((text) => text.startsWith('{'));
        assert.ok(line, `no answer: ${stdout}${stderr}`);
        const answer: Answer = JSON.parse(line);
        assert.equal(answer.problem, undefined);
        assert.equal(answer.encoding, minor >= 11 ? 'utf-8' : 'utf-16');
        assert.equal(answer.delivery, minor >= 10 ? 'pulled' : 'pushed');
        assert.ok(answer.diagnostics.length > 0);
        assert.ok(answer.models.includes('sonnet'));
        assert.equal(answer.format, minor >= 10 ? 'snippet' : 'plain');
        assert.equal(answer.completed, 'maxTurns: 20');
        assert.match(answer.hover, /not granted, removed/);
        if (minor >= 10) assert.ok((answer.hints ?? 0) > 0);
        assert.match(answer.lens, /Claude Code/);
        assert.ok(answer.message.startsWith(answer.lens));
        assert.match(answer.action, /MultiEdit/);
        assert.equal(
          here.read('.claude/agents/helper.md'),
          files['.claude/agents/helper.md'].replace('name: helper', 'name: other'),
        );
        assert.equal(
          here.read('.claude/agents/caller.md'),
          '---\nname: caller\nmaxTurns: 20\neffort: high\ndescription: Calls.\ntools: Agent(other)\nmodel: \ncolor: blue\n---\nYou call.\n',
        );
        assert.deepEqual(answer.spellings, []);
        assert.equal(new Set(answer.diagnostics).size, answer.diagnostics.length, 'each once');
        assert.match(answer.fixed, /^color: blue$/m);
        if (minor >= 12) assert.deepEqual([answer.colors, answer.selection], [true, true]);
        assert.match(answer.color, /red = 1/);
        assertPluginRenamed(here);
        assert.match(here.read('.opencode/agent/lead.md'), /^ {4}squad: allow$/m);
        assert.equal(here.read('.opencode/agent/squad.md'), files['.opencode/agent/team.md']);
        compareTranscript(`neovim-0.${minor}`, readTranscript(transcript));
      } finally {
        here.remove();
        fs.rmSync(transcript, { force: true });
      }
    }).timeout(100_000);
  });
}
