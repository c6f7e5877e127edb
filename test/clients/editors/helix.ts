// Drives Helix in a terminal, as a user does: with keys, and by what is on the screen.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { programsOf } from './install.mjs';
import { configurationsOf } from './page';
import type { Tour } from './tour';

// Helix needs a terminal, which `script` provides.
const hasTerminal = spawnSync('script', ['--version']).status === 0;
export const helixPrograms = hasTerminal ? programsOf('helix') : [];
export const whyNoHelix = hasTerminal ? 'there is no hx' : 'there is no `script`';

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/** Helix interprets a key that follows Escape within this time as one with Alt. */
const escapeMs = 400;

const [languages = ''] = configurationsOf('Helix');

/**
 * Opens a file and types the keys in turn. A pattern waits until it is on the screen, below what earlier patterns have found.
 * @param settings for `config.toml`
 */
export async function helix(
  program: string,
  here: Tour,
  file: string,
  keys: readonly (string | RegExp)[],
  settings = '',
): Promise<void> {
  here.write('helix/languages.toml', languages);
  here.write('helix/config.toml', settings);
  const command = 'stty rows 40 cols 140; exec "$HELIX" "$HELIX_FILE"';
  const editor = spawn('script', ['-qfec', command, '/dev/null'], {
    cwd: here.root,
    env: {
      ...here.environment,
      TERM: 'xterm-256color',
      COLORTERM: 'truecolor',
      HELIX: program,
      HELIX_FILE: here.at(file),
    },
  });
  let written = '';
  let seen = 0;
  editor.stdout.on('data', (data: Buffer) => {
    written += data.toString();
  });
  const ended = new Promise((resume) => editor.on('close', resume));
  const see = async (pattern: RegExp): Promise<void> => {
    for (let tries = 0; ; tries++) {
      const screen = stripVTControlCharacters(written);
      const found = pattern.exec(screen.slice(seen));
      if (found) {
        seen += found.index;
        return;
      }
      assert.ok(tries < 300, `no ${pattern} on the screen: ${JSON.stringify(screen.slice(-3000))}`);
      await pause(50);
    }
  };
  try {
    // Some versions ask before they start a server in a folder.
    await see(/NOR/);
    await pause(700);
    if (/Trust this workspace/.test(written)) editor.stdin.write('\r');
    for (const key of keys) {
      if (typeof key === 'string') editor.stdin.write(key);
      else await see(key);
      await pause(escapeMs);
    }
    await Promise.race([ended, pause(10_000)]);
  } finally {
    editor.kill();
  }
}
