// A window of a VS Code server, in a headless Chromium.
import { format } from 'node:util';
import { chromium, playwrightOf } from './place.mjs';
import { until } from './until.mjs';
import { lend, nameExtensions } from './web.mjs';
import { Workbench } from './workbench.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * folder       workspace folder, absolute
 * file         open from the start, absolute
 * extensions   development extensions, absolute folders
 * web          the extensions run in a worker of the browser, by their `browser` entry
 * tests        module with `run()`, run in the extension host
 * onLog        (type, text): what the workbench and the extension hosts print
 */
export async function openWindow(server, options = {}) {
  const {
    folder,
    file,
    extensions = [],
    web = false,
    tests,
    onLog,
    viewport = { width: 1400, height: 900 },
  } = options;
  const browser = await playwrightOf(server.home).chromium.launch({
    executablePath: chromium(),
    args: flags,
  });
  const lent = web ? await lend(server, extensions) : undefined;
  const close = () => {
    lent?.dispose();
    return browser.close();
  };
  try {
    const page = await (await browser.newContext({ viewport })).newPage();
    // In milliseconds. A busy machine needs long for what a person sees at once.
    page.setDefaultTimeout(60_000);
    let end;
    const ended = new Promise((resolve) => {
      end = resolve;
    });
    await page.exposeFunction('codeAutomationLog', (type, words) =>
      onLog?.(type, format(...words)),
    );
    await page.exposeFunction('codeAutomationExit', (code) => end(code));
    page.on('crash', () => end('the page crashed'));

    const remote = (place) => `vscode-remote://${server.authority}${encodeURI(place)}`;
    const payload = [['skipWelcome', 'true']];
    if (lent) await page.addInitScript(nameExtensions, lent.addresses);
    for (const extension of web ? [] : extensions)
      payload.push(['extensionDevelopmentPath', remote(extension)]);
    if (file) payload.push(['openFile', remote(file)]);
    if (tests) payload.push(['extensionTestsPath', remote(tests)]);
    const place = folder ? { folder } : { ew: 'true' };
    const query = new URLSearchParams({ ...place, payload: JSON.stringify(payload) });
    await page.goto(`${server.url}/?${query}`);
    await page.waitForSelector('.monaco-workbench', { timeout: 30000 });

    const restored = () =>
      page.evaluate(() => globalThis.driver?.whenWorkbenchRestored?.().then(() => true));
    if (!tests) await until('restored workbench', restored, { ms: 30000 });
    return new Workbench(page, { folder, ended, close });
  } catch (error) {
    await close();
    throw error;
  }
}
