// Codex answers which MCP servers it has, by one of its commands, and which limits, by its app server. It starts no server.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { tomlContent } from '../../../../server/agent/toml-outline';
import { entryOf, type Value } from '../../../../server/yaml/value';
import { type Facts, names, yesNo } from '../../facts';
import type { Question } from '../../question';
import { programBelow } from '../codex';
import { inAppServer } from '../codex/app-server';
import { noNetwork } from '../no-network';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';
import { asksForKeys, keyFacts } from './stand-in';

interface Server {
  readonly name: string;
  readonly enabled: boolean;
  readonly transport: { readonly type: string };
  readonly startup_timeout_sec: number | null;
  readonly tool_timeout_sec: number | null;
  readonly enabled_tools?: readonly string[] | null;
  readonly disabled_tools?: readonly string[] | null;
}

/** One project and one home for all, each of which has one configuration. */
export const askCodex: Ask = async (folder, questions) => {
  // The program ignores a home below the folder for temporary files.
  const parent = path.join(homedir(), '.cache');
  mkdirSync(parent, { recursive: true });
  const root = realpathSync(mkdtempSync(path.join(parent, 'dossier-codex-')));
  try {
    mkdirSync(path.join(root, 'project/.git'), { recursive: true });
    const program = programBelow(path.join(folder, 'node_modules/@openai'));
    const answers: Facts[] = [];
    for (const question of questions) answers.push(await answerTo(program, root, question));
    return answers;
  } finally {
    removeFolder(root);
  }
};

async function answerTo(program: string, root: string, question: Question): Promise<Facts> {
  const { path: file, text, around = {} } = question;
  const [project, home] = [path.join(root, 'project'), path.join(root, 'home')];
  const own = path.join(project, '.codex');
  const user = path.join(home, '.codex');
  rmSync(own, { recursive: true, force: true });
  for (const one of [own, user]) mkdirSync(one, { recursive: true });
  const trust = `[projects.${JSON.stringify(project)}]\ntrust_level = "trusted"\n`;
  const isUsers = file.startsWith('~/');
  const users = isUsers ? text : `${trust}\n${around['~/.codex/config.toml'] ?? ''}`;
  writeFileSync(path.join(user, 'config.toml'), users);
  if (!isUsers) writeFileSync(path.join(project, file), text);
  const run = (...words: readonly string[]) =>
    spawnSync(program, ['mcp', ...words, '--json'], {
      cwd: project,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: home, CODEX_HOME: user, ...noNetwork },
    });
  const { status, stdout } = run('list');
  if (status !== 0) return { starts: yesNo(false), servers: names([]) };
  const servers = JSON.parse(stdout) as readonly Server[];
  const oneOf = (name: string): Server => JSON.parse(run('get', name).stdout) as Server;
  return {
    starts: yesNo(true),
    servers: names(
      servers.map(
        ({ name, enabled, transport: { type } }) =>
          `${name}:${type.replace(/^streamable_/, '')}${enabled ? '' : ' off'}`,
      ),
    ),
    ...(asksForKeys(question) && {
      ...keyFacts(
        serversIn(question),
        servers.map(({ name }) => name),
        servers.flatMap((one) => keysIn({ ...one, ...oneOf(one.name) })),
      ),
    }),
    // The app server is started without a configuration of the user.
    ...(!isUsers && Object.keys(around).length === 0 && (await limitsOf(program, project))),
  };
}

/** Those with a value, each after the name of the server. */
const keysIn = ({ name, enabled, transport, ...server }: Server): readonly string[] =>
  Object.entries({ ...transport, ...server, ...(!enabled && { enabled }) }).flatMap(
    ([key, value]) => {
      const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
      return isEmpty || /^(?:type|command|url|auth_status|disabled_reason)$/.test(key)
        ? []
        : [`${name}.${key}`];
    },
  );

const serversIn = ({ text }: Question): Value | undefined =>
  entryOf(tomlContent(text, 0, true).fields, 'mcp_servers')?.value;

/** What limits the session, as the program has read it. */
async function limitsOf(program: string, project: string): Promise<Facts> {
  // Below this folder it starts in a fraction of the time.
  const home = mkdtempSync(path.join(tmpdir(), 'dossier-codex-'));
  try {
    return await inAppServer(
      { program, home, folder: project, trusted: [project] },
      async (ask) => {
        const { config } = (await ask('config/read', { cwd: project })) as {
          readonly config: Readonly<Record<string, unknown>>;
        };
        return {
          limits: names(
            ['sandbox_mode', 'approval_policy'].flatMap((key) =>
              config[key] === null ? [] : [`${key}=${JSON.stringify(config[key])}`],
            ),
          ),
        };
      },
    );
  } finally {
    removeFolder(home);
  }
}
