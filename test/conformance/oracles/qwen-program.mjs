// The code of Qwen Code, which is a bundle in parts.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** @param chunks the folder of the parts */
export async function qwenProgram(chunks) {
  /** The part with this export. */
  async function exporting(name) {
    const pattern = new RegExp(`export \\{[\\s\\S]*\\n {2}${name},?\\n`);
    const found = readdirSync(chunks).find(
      (file) =>
        /^chunk-.*\.js$/.test(file) && pattern.test(readFileSync(path.join(chunks, file), 'utf8')),
    );
    return import(pathToFileURL(path.join(chunks, found)).href);
  }
  const cli = await exporting('loadCliConfig');
  const { loadSettings } = await exporting('loadSettings');

  /**
   * The configuration of a session in a project, as the program makes it when it starts, and the settings that it has read.
   * @param hooks selects those of the settings, by default none
   * @param more options of the start
   */
  async function sessionIn(project, { hooks = noHooks, more = {} } = {}) {
    process.chdir(project);
    const settings = loadSettings(project);
    const config = await cli.loadCliConfig(
      settings.merged,
      { promptInteractive: 'x', chatRecording: false },
      project,
      undefined,
      hooks(settings),
      cli.buildDisabledSkillNamesProvider(settings),
    );
    await config.initialize({
      ...{ skipGeminiInitialization: true, skipLlmInitialization: true, skipMcpDiscovery: true },
      ...{ skipFileCheckpointing: true, lenientToolWarmup: true, ...more },
    });
    return { config, settings };
  }
  return { exporting, sessionIn };
}

const noHooks = () => ({ systemHooks: {}, userHooks: {}, projectHooks: {} });
