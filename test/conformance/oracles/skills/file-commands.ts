// Gemini CLI and Qwen Code, its fork, answer about commands by their loader, which a part of their bundle exports.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Facts } from '../../facts';
import type { Question } from '../../question';
import { removeFolder } from '../remove-folder';
import { laySkills, skillAnswer } from './batch';
import type { Ask } from './index';

interface Command {
  readonly name: string;
  readonly description: string;
  /** Absent where the program lists no commands to its model. */
  readonly modelInvocable?: boolean;
  readonly action: (context: object, args: string) => Promise<unknown>;
}

type LoaderClass = new (
  config: object,
) => {
  readonly loadCommands: (signal: AbortSignal) => Promise<readonly Command[]>;
};

/** @param bundle the folder of the bundle, in `node_modules` */
export const askFileCommands =
  (bundle: string): Ask =>
  async (folder, questions) => {
    const Loader = await loaderIn(path.join(folder, 'node_modules', bundle));
    const found: Facts[] = [];
    for (const question of questions) found.push(await answer(Loader, question));
    return found;
  };

async function loaderIn(bundle: string): Promise<LoaderClass> {
  const file = readdirSync(bundle).find(
    (name) =>
      name.endsWith('.js') &&
      /FileCommandLoader = class[\s\S]*\n {2}FileCommandLoader,/.test(
        readFileSync(path.join(bundle, name), 'utf8'),
      ),
  );
  if (file === undefined) throw new Error(`no loader of commands in ${bundle}`);
  const part = (await import(pathToFileURL(path.join(bundle, file)).href)) as {
    readonly FileCommandLoader: LoaderClass;
  };
  return part.FileCommandLoader;
}

async function answer(Loader: LoaderClass, question: Question): Promise<Facts> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-commands-')));
  const home = process.env['HOME'];
  try {
    const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
    mkdirSync(at.home);
    laySkills(at, [question]);
    process.env['HOME'] = at.home;
    const loader = new Loader({
      getFolderTrust: () => false,
      getFolderTrustFeature: () => false,
      isTrustedFolder: () => true,
      getProjectRoot: () => at.project,
      getExtensions: () => [],
    });
    const [command] = await loader.loadCommands(new AbortController().signal);
    if (!command) return { command: 'no' };
    const { name, description, modelInvocable } = command;
    const isOwn = description !== `Custom command from ${path.basename(question.path)}`;
    return {
      ...skillAnswer(
        { name, ...(modelInvocable !== undefined && { listed: modelInvocable }) },
        'command',
      ),
      described: isOwn ? 'yes' : 'no',
      text: String(await promptLength(command)),
    };
  } finally {
    if (home !== undefined) process.env['HOME'] = home;
    removeFolder(root);
  }
}

/** Without a call, the program gives the prompt as it is. */
async function promptLength({ action }: Command): Promise<number> {
  const { error } = console;
  Object.assign(console, { error: () => {} });
  try {
    const { content } = (await action({}, '')) as { content: readonly [{ text: string }] };
    return content[0].text.length;
  } finally {
    Object.assign(console, { error });
  }
}
