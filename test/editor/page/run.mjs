// Runs the tests that look at the window itself. They need the browser-served VS Code, whichever ran the others.
import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../../scripts/build/options.mjs';
import { skip } from '../../run/tally.mjs';
import { onceMore } from '../harness/once-more.mjs';
import { vscodeHome } from '../harness/place.mjs';

const child = fileURLToPath(new URL('./child.mjs', import.meta.url));

/** The window starts over a folder without agents; tests that bring other files come last. */
const places = { 'no-agents': 0, graph: 2, persona: 2, 'convert-many': 2 };
const placeOf = (file) => places[path.basename(file, '.test.mjs')] ?? 1;

export async function runPages(files, env = {}) {
  let home;
  try {
    home = vscodeHome();
  } catch (error) {
    if (process.platform === 'linux') throw error;
    return skip('the window is only looked at on Linux');
  }
  const inOrder = [...files].sort((a, b) => placeOf(a) - placeOf(b));
  return onceMore(inOrder, (some) => runIn(home, some, env));
}

function runIn(home, files, env) {
  return new Promise((resolve, reject) => {
    const tests = fork(child, files, {
      cwd: root,
      env: { ...process.env, ...env, DOSSIER_VSCODE_HOME: home },
    });
    let counted;
    tests.on('message', (message) => {
      counted = message;
    });
    tests.on('error', reject);
    tests.on('exit', (code) =>
      counted ? resolve(counted) : reject(new Error(`the window's tests ended with ${code}`)),
    );
  });
}
