// Takes the arguments that @vscode/test-electron gives to the desktop `code` and does the same with the browser-served
// VS Code: `runTests({ vscodeExecutablePath: 'test/editor/code', ... })`. Ends with the exit code of the tests.
//   DOSSIER_VSCODE_HOME   the installed VS Code (default: the newest)
//   DOSSIER_VERBOSE=1     everything that the workbench prints
//   DOSSIER_PICTURE=FILE  a picture of the window at the end
//   DOSSIER_MINUTES=N     after how many the tests are given up (default: 5)
import path from 'node:path';
import { runServerCommand, startServer } from './server.mjs';
import { openWindow } from './window.mjs';

const withValue = new Set(['user-data-dir', 'extensions-dir', 'install-extension', 'folder-uri']);
const asked = new Map();
const places = [];
const words = process.argv.slice(2);
for (let word = words.shift(); word !== undefined; word = words.shift()) {
  const option = /^--([^=]+)(?:=(.*))?$/s.exec(word);
  if (!option) places.push(word);
  else {
    const [, name, value = withValue.has(name) ? words.shift() : ''] = option;
    asked.set(name, [...(asked.get(name) ?? []), value]);
  }
}
const first = (name) => asked.get(name)?.[0];
const local = (place) => path.resolve(place.replace(/^file:\/\//, ''));
const folders = { userDataDir: first('user-data-dir'), extensionsDir: first('extensions-dir') };

// Messages of every start of the workbench, and messages caused by the missing network.
const noise =
  /^\[(AgentHost|RemoteAgentHostProtocol|reconnection-grace-time|AccountPolicyGate|ChatModelSelection|Service Worker|chat-stt|lm:)|^Resolv(ing|ed) connection|^Creating a socket|^Updating additional builtin|^Creation of workbench contribution|^Request to 'http|^Loading development extension at|open-vsx\.org|^\[lifecycle\] Long running|\(Canceled: Canceled\)|^Canceled|Module not found.*agent|ENOTFOUND/;

async function runTests(tests) {
  const server = await startServer({ ...folders, trust: asked.has('disable-workspace-trust') });
  let window;
  try {
    window = await openWindow(server, {
      folder: places[0] && local(places[0]),
      extensions: (asked.get('extensionDevelopmentPath') ?? []).map(local),
      tests: local(tests),
      // These tests ask the extension host. What a large window draws costs time that they do not use.
      viewport: { width: 1400, height: 500 },
      onLog: (_type, text) => {
        if (process.env.DOSSIER_VERBOSE || !noise.test(text)) console.log(text.trimEnd());
      },
    });
    const minutes = Number(process.env.DOSSIER_MINUTES ?? 5);
    const late = new Promise((resolve) => {
      const label = `the tests did not end within ${minutes} minutes`;
      setTimeout(resolve, minutes * 60000, label).unref();
    });
    const result = await Promise.race([window.ended, late]);
    if (process.env.DOSSIER_PICTURE) await window.screenshot(process.env.DOSSIER_PICTURE);
    if (typeof result === 'number') return result;
    console.error(`${result}\n${server.printed().slice(-3000)}`);
    return 1;
  } finally {
    await window?.close();
    await server.stop();
  }
}

if (asked.has('install-extension')) {
  for (const file of asked.get('install-extension')) {
    const command = ['--install-extension', path.resolve(file), '--force'];
    process.stdout.write(await runServerCommand(command, folders));
  }
} else if (asked.has('version') || asked.has('list-extensions')) {
  const command = asked.has('version') ? '--version' : '--list-extensions';
  process.stdout.write(await runServerCommand([command], folders));
} else if (first('extensionTestsPath')) {
  process.exit(await runTests(first('extensionTestsPath')));
} else {
  console.error(
    'code: only tests, --install-extension, --list-extensions and --version are understood',
  );
  process.exit(2);
}
