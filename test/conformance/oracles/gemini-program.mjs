// The code of Gemini CLI, which is a bundle in parts.
import { readdirSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Of the parts that only the program itself uses, the function that makes a session of settings. */
const hidden = 'loadCliConfig';

const withHidden = `
export async function load(url, context, next) {
  const found = await next(url, context);
  if (!/\\/gemini-\\w+\\.js$/.test(url) || !found.source) return found;
  return { ...found, source: String(found.source) + '\\nexport { ${hidden} };\\n' };
}`;

/** @param bundle the folder of the parts */
export async function geminiProgram(bundle) {
  register(`data:text/javascript,${encodeURIComponent(withHidden)}`);
  const read = (file) => readFileSync(path.join(bundle, file), 'utf8');
  const start = readdirSync(bundle).find((file) => file === 'gemini.js');
  const [, main] = /import\("\.\/(gemini-\w+\.js)"\)/.exec(read(start));
  const chunks = [...read(main).matchAll(/from "\.\/(chunk-\w+\.js)"/g)].map(([, name]) => name);
  const load = (file) => import(pathToFileURL(path.join(bundle, file)).href);
  const exporting = (name) =>
    load(
      chunks.find((chunk) => new RegExp(`export \\{[\\s\\S]*\\n {2}${name},`).test(read(chunk))),
    );
  const { loadCliConfig } = await load(main);
  const { loadSettings } = await exporting('loadSettings');

  /** The configuration of a session in a project, as the program makes it when it starts with a prompt and goes on. */
  async function sessionIn(project) {
    process.chdir(project);
    const settings = loadSettings(project);
    const config = await loadCliConfig(
      settings.merged,
      'session',
      { promptInteractive: 'x' },
      { projectHooks: settings.workspace.settings.hooks, loadedSettings: settings },
    );
    await config.storage.initialize();
    await config.initialize();
    await config.refreshAuth('gemini-api-key');
    await config.waitForMcpInit();
    return { config, settings };
  }
  return { exporting, sessionIn };
}
