// Helix leaves "@" and "+" in URIs unescaped, and filters completion lists itself. A rename there applies to the unsaved text and
// to nothing else.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { helix, helixPrograms, whyNoHelix } from './editors/helix';
import { assertPluginRenamed, files, tour } from './editors/tour';
import { answersTo, compareTranscript, readTranscript } from './editors/transcript';

const versionOf = (program: string): string =>
  /\d+\.\d+/.exec(spawnSync(program, ['--version']).stdout.toString())?.[0] ?? '';

const caller = '.claude/agents/caller.md';

if (helixPrograms.length === 0)
  describe.skip(`Helix (skipped: ${whyNoHelix})`, () => it('', () => {}));

for (const program of helixPrograms) {
  describe('a rename in Helix', () => {
    it('edits the right lines of an unsaved file', async () => {
      const here = tour();
      try {
        await helix(program, here, caller, [
          // A mark in the gutter shows that diagnostics have arrived.
          /●/,
          // Two lines more than in the file.
          'ggjo',
          'maxTurns: 5\reffort: high',
          '\x1b',
          '/helper\\)\r',
          'gh',
          '/helper\r',
          ' r',
          '\x15other\r',
          ':wa\r',
          ':q!\r',
        ]);
        assert.equal(
          here.read(caller),
          files[caller]
            .replace('description:', 'maxTurns: 5\neffort: high\ndescription:')
            .replace('helper', 'other'),
        );
        assert.equal(
          here.read('.claude/agents/helper.md'),
          '---\nname: other\ndescription: Helps.\n---\nYou help.\n',
        );
      } finally {
        here.remove();
      }
    }).timeout(60_000);
  });

  describe('completion in Helix', () => {
    it('opens after a comma and a space, and narrows the list itself', async () => {
      const here = tour();
      try {
        await helix(program, here, caller, [
          /●/,
          '/MultiEdit\r',
          'A',
          ',',
          ' ',
          // The list is on the screen.
          /WebSearch/,
          'WebF',
          '\x0e',
          '\r',
          '\x1b',
          ':wq\r',
        ]);
        assert.match(here.read(caller), /^tools: Agent\(helper\), MultiEdit, WebFetch$/m);
      } finally {
        here.remove();
      }
    }).timeout(60_000);
  });
}

for (const program of helixPrograms)
  describe('a tour in Helix', () => {
    it('goes through every feature that it has', async () => {
      const transcript = path.join(os.tmpdir(), `dossier-helix-${process.pid}.jsonl`);
      const here = tour({ transcript });
      const settings = '[editor.lsp]\ndisplay-inlay-hints = true\n';
      try {
        const keys = [
          // Diagnostics, in the gutter.
          /●/,
          // Completion with a placeholder, which stays as it is.
          'gg5jo',
          'maxT',
          /maxTurns/,
          '\x0e\r',
          '\x1b',
          '\x1b',
          // Hover.
          '/MultiEdit\r',
          ' k',
          /not granted, removed/,
          '\x1b',
          // Quick fix.
          ' a',
          /Replace with "Edit"/,
          '\r',
          ':w\r',
          // Renaming a file.
          ':o .opencode/agent/team.md\r',
          /You work/,
          ':move .opencode/agent/squad.md\r',
          // Renaming an agent of a plugin, whose callers write the name of the plugin too.
          ':o plug/agents/a.md\r',
          /You ask/,
          '/b\\)\r',
          ' r',
          '\x15c\r',
          ':wa\r',
          ':q!\r',
        ];
        await helix(program, here, caller, keys, settings);
        assert.match(here.read(caller), /^tools: Agent\(helper\), Edit$/m);
        assert.match(here.read(caller), /^maxTurns: 20$/m);
        assertPluginRenamed(here);
        assert.match(here.read('.opencode/agent/lead.md'), /^ {4}squad: allow$/m);
        assert.equal(here.read('.opencode/agent/squad.md'), files['.opencode/agent/team.md']);
        const recorded = readTranscript(transcript);
        compareTranscript(`helix-${versionOf(program)}`, recorded);
        for (const method of ['textDocument/inlayHint', 'textDocument/documentColor'])
          assert.ok(
            answersTo(method, recorded).some((one) => Array.isArray(one) && one.length > 0),
            method,
          );
      } finally {
        here.remove();
        fs.rmSync(transcript, { force: true });
      }
    }).timeout(90_000);
  });
