// Helix leaves "@" and "+" in URIs unescaped, and filters completion lists itself. A rename there applies to the unsaved text and
// to nothing else.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { helperAndCaller } from '../support/helper-and-caller';

// Helix needs a terminal, which `script` provides.
const present = [
  ['hx', '--version'],
  ['script', '--version'],
].every(([program = '', ...args]) => spawnSync(program, args).status === 0);

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/** Helix interprets a key that follows Escape within this time as one with Alt. */
const escapeMs = 400;

/** Types the keys in turn. A pattern waits until the screen shows it. */
async function helix(file: string, cwd: string, keys: readonly (string | RegExp)[]): Promise<void> {
  const config = path.join(path.dirname(cwd), 'config');
  fs.mkdirSync(path.join(config, 'helix'), { recursive: true });
  const server = [path.resolve('dist/server.js'), '--stdio'];
  fs.writeFileSync(
    path.join(config, 'helix/languages.toml'),
    `[language-server.dossier]\ncommand = ${JSON.stringify(process.execPath)}\nargs = ${JSON.stringify(server)}\n[[language]]\nname = "markdown"\nlanguage-servers = ["dossier"]\n`,
  );
  const command = `stty rows 40 cols 140; exec hx "$HELIX_FILE"`;
  const editor = spawn('script', ['-qfec', command, '/dev/null'], {
    cwd,
    env: {
      ...process.env,
      TERM: 'xterm-256color',
      HELIX_FILE: file,
      XDG_CONFIG_HOME: config,
      XDG_CACHE_HOME: config,
      XDG_DATA_HOME: config,
    },
  });
  let screen = '';
  editor.stdout.on('data', (data: Buffer) => {
    screen += data.toString();
  });
  const ended = new Promise((resume) => editor.on('close', resume));
  try {
    for (const key of keys) {
      if (typeof key === 'string') editor.stdin.write(key);
      else
        for (let tries = 0; !key.test(screen); tries++) {
          assert.ok(tries < 300, `no ${key} on the screen: ${JSON.stringify(screen.slice(-3000))}`);
          await pause(50);
        }
      await pause(escapeMs);
    }
    await Promise.race([ended, pause(10_000)]);
  } finally {
    editor.kill();
  }
}

(present ? describe : describe.skip)('a rename in Helix', () => {
  it('edits the right lines of an unsaved file', async () => {
    const root = helperAndCaller();
    const [file, other] = ['caller.md', 'helper.md'].map((name) =>
      path.join(root, '.claude/agents', name),
    );
    try {
      await helix(file ?? '', root, [
        // A mark in the gutter shows that diagnostics have arrived.
        /●/,
        // Two lines more than in the file.
        'ggjo',
        'model: sonnet\rcolor: red',
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
        fs.readFileSync(file ?? '', 'utf8'),
        '---\nname: caller\nmodel: sonnet\ncolor: red\ndescription: Calls.\ntools: Agent(other), MultiEdit\n---\nYou call.\n',
      );
      assert.equal(
        fs.readFileSync(other ?? '', 'utf8'),
        '---\nname: other\ndescription: Helps.\n---\nYou help.\n',
      );
    } finally {
      fs.rmSync(path.dirname(root), { recursive: true });
    }
  }).timeout(60_000);
});

(present ? describe : describe.skip)('completion in Helix', () => {
  it('opens after a comma and a space, and narrows the list itself', async () => {
    const root = helperAndCaller();
    const file = path.join(root, '.claude/agents/caller.md');
    try {
      await helix(file, root, [
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
      assert.match(fs.readFileSync(file, 'utf8'), /^tools: Agent\(helper\), MultiEdit, WebFetch$/m);
    } finally {
      fs.rmSync(path.dirname(root), { recursive: true });
    }
  }).timeout(60_000);
});
