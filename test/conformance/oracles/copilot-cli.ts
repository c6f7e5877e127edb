// Copilot CLI answers: it loads a whole folder at once, and a session with each agent shows its tools.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultContext } from '../../../server/hosts/model/context';
import type { Facts } from '../facts';
import { cache } from '../install';
import type { Oracle } from '../oracle';
import { pluginFolder, type Question } from '../question';
import { inBatches } from './batches';
import { type Agent, answerFacts } from './copilot-cli/answer';
import { type Peer, peer } from './copilot-cli/rpc';
import { type Service, startService } from './copilot-cli/service';

const version = '1.0.102';

export const copilotCli: Oracle = {
  host: 'copilot-cli',
  answers: {
    part: 'program',
    how: 'Its server loads a folder, and a session with each agent shows the tools in the request to the model.',
    license: 'its own (LICENSE.md of the package)',
  },
  packages: [{ name: '@github/copilot', version }],
  start: async (folder) => {
    const service = await startService();
    const home = mkdtempSync(path.join(tmpdir(), 'dossier-copilot-'));
    const start = (online: boolean): Peer =>
      startPeer(folder, { home, port: service.port, online });
    const peers: Record<string, Peer> = {};
    const peerFor = (online: boolean): Peer => (peers[String(online)] ??= start(online));
    const hello = (await peerFor(defaultContext.online).ask('connect')) as { version: string };
    return {
      version: hello.version,
      ask: (questions) =>
        inBatches(questions, {
          atOnce: 400,
          marks: (question) => [idOf(question.path)],
          kind: (one) => JSON.stringify([isOnline(one.context), pluginAround(one)]),
          ask: async (batch) => {
            const plugin = batch[0] && pluginAround(batch[0]);
            if (plugin) return answersOfPlugin({ folder, service }, plugin, batch);
            const online = isOnline(batch[0]?.context);
            if (!peers[String(online)]) await peerFor(online).ask('connect');
            return answers(peerFor(online), service, batch);
          },
        }),
      close: async () => {
        await Promise.all(Object.values(peers).map((one) => one.close()));
        service.close();
        rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      },
    };
  },
};

const isOnline = (context: Question['context']): boolean =>
  context?.online ?? defaultContext.online;

interface Start {
  readonly home: string;
  /** Where the stand-in for the models listens. */
  readonly port: number;
  readonly online: boolean;
}

/** @param folder what holds `node_modules` */
export function startPeer(folder: string, { home, port, online }: Start): Peer {
  const platform = `copilot-${process.platform}-${process.arch}`;
  const program = path.join(folder, 'node_modules/@github', platform, 'copilot');
  return peer(program, ['--headless', '--no-auto-update', '--stdio', '--no-auto-login'], {
    PATH: '/usr/bin:/bin',
    HOME: home,
    // It extracts itself there: 250 MB that need not be written again each time.
    XDG_CACHE_HOME: path.join(cache, `copilot-cli-unpacked@${version}`),
    COPILOT_OFFLINE: online ? '' : 'true',
    COPILOT_AUTO_UPDATE: 'false',
    COPILOT_DISABLE_KEYTAR: '1',
    COPILOT_ALLOW_ALL: 'true',
    COPILOT_PROVIDER_BASE_URL: `http://127.0.0.1:${port}/v1`,
    COPILOT_MODEL: 'stand-in',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    HTTP_PROXY: 'http://127.0.0.1:9',
    NO_PROXY: '127.0.0.1',
    // A session waits for the servers that its agent starts. This npx fails immediately instead of after a minute.
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_fetch_retries: '0',
  });
}

/** The other files of the plugin that the agent is in; undefined for an agent of a project. */
const pluginAround = ({ path: file, around }: Question): Question['around'] =>
  file.startsWith(`${pluginFolder}/`)
    ? (around ?? { [`${pluginFolder}/plugin.json`]: JSON.stringify({ name: pluginFolder }) })
    : undefined;

const idOf = (file: string): string => path.basename(file).replace(/(?:\.agent)?\.md$/, '');

interface Loaded {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** The plugin is installed from a folder, in a home of its own. Its agents are reported where they were copied to. */
async function answersOfPlugin(
  { folder, service }: { readonly folder: string; readonly service: Service },
  around: NonNullable<Question['around']>,
  batch: readonly Question[],
): Promise<readonly Facts[]> {
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-copilot-')));
  const source = path.join(home, 'source');
  for (const [file, text] of Object.entries(around)) put(path.join(source, file), text);
  for (const question of batch) put(path.join(source, question.path), question.text);
  const host = startPeer(folder, { home, port: service.port, online: isOnline(batch[0]?.context) });
  try {
    await host.ask('connect');
    const plugin = { source: path.join(source, pluginFolder) };
    const isInstalled = await host.ask('plugins.install', plugin).then(
      () => true,
      () => false,
    );
    if (!isInstalled)
      return batch.map(() => answerFacts({ agent: null, errors: [], warnings: [] }));
    const copies = path.join(home, '.copilot/installed-plugins/_direct');
    return await answers(host, service, batch, copies);
  } finally {
    await host.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** @param installed the folder of the agents, where they are not files of the project. */
async function answers(
  host: Peer,
  service: Service,
  batch: readonly Question[],
  installed?: string,
): Promise<readonly Facts[]> {
  const workspace = lay(installed === undefined ? batch : []);
  try {
    const session = { workingDirectory: workspace, model: 'stand-in', enableConfigDiscovery: true };
    const provider = { type: 'openai', baseUrl: `http://127.0.0.1:${service.port}/v1` };
    const open = async (agent?: string): Promise<string> => {
      const made = await host.ask('session.create', {
        ...session,
        provider,
        ...(agent !== undefined && { agent, requestPermission: false }),
      });
      return (made as { sessionId: string }).sessionId;
    };
    const sessionId = await open();
    const updated = host.event(sessionId, 'session.custom_agents_updated');
    await host.ask('session.agent.reload', { sessionId });
    const { warnings, ...loaded } = (await updated) as Loaded;
    // Of plugins, the program reports rejected agents as warnings.
    const errors = [...loaded.errors, ...warnings.filter((one) => one.includes(' is malformed: '))];
    const list = await host.ask('session.agent.list', { sessionId, includePrompt: true });
    await host.ask('session.destroy', { sessionId });
    const { agents } = list as { agents: readonly Agent[] };
    const agentAt = new Map(agents.map((agent) => [agent.path, agent]));
    const asked = batch.map((question) => ({
      question,
      agent: agentAt.get(path.join(installed ?? workspace, question.path)) ?? null,
    }));
    const granted = await grantedToAll(
      { host, service, open },
      asked.flatMap(({ question, agent }) =>
        agent?.id === undefined || question.brief ? [] : [{ id: agent.id, text: question.text }],
      ),
    );
    const found = asked.map(({ question: { path: file }, agent }) => {
      const about = (lines: readonly string[]): string[] =>
        lines.flatMap((line) =>
          line.includes(`${file}: `)
            ? [line.slice(line.indexOf(`${file}: `) + file.length + 2)]
            : [],
        );
      const own = granted.get(agent?.id ?? '');
      return answerFacts({
        agent,
        errors: about(errors),
        warnings: about(warnings),
        ...(own && { granted: own }),
      });
    });
    return found;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

interface Sessions {
  readonly host: Peer;
  readonly service: Service;
  /** Begins a session with that agent, and returns its id. */
  readonly open: (agent?: string) => Promise<string>;
}

/** After so many requests the conversation of a session is long enough to slow it down. */
const perSession = 40;

/** The tools of each agent. Many are selected in one session after another; where that fails, and where the first request of a
 *  session may be another, the agent gets a session of its own. */
async function grantedToAll(
  sessions: Sessions,
  agents: readonly { readonly id: string; readonly text: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const granted = new Map<string, readonly string[]>();
  const isSimple = (text: string): boolean => !/^[\s"']*mcp/m.test(text);
  const shared = agents.filter(({ text }) => isSimple(text));
  for (let from = 0; from < shared.length && shared.length > 1; from += perSession) {
    const some = shared.slice(from, from + perSession).map(({ id }) => id);
    for (const [id, names] of await grantedInOneSession(sessions, some)) granted.set(id, names);
  }
  for (const { id } of agents) {
    if (granted.has(id)) continue;
    const names = await grantedTo(sessions, id);
    if (names) granted.set(id, names);
  }
  return granted;
}

/** Of as many of the agents as the session lets select and answers. */
async function grantedInOneSession(
  { host, service, open }: Sessions,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const granted = new Map<string, readonly string[]>();
  try {
    const sessionId = await open(ids[0]);
    for (const id of ids) {
      await host.ask('session.agent.select', { sessionId, name: id });
      const names = await firstRequest({ host, service }, sessionId);
      const { agent } = (await host.ask('session.agent.getCurrent', { sessionId })) as {
        agent: { readonly id?: string } | null;
      };
      if (names && agent?.id === id) granted.set(id, names);
    }
    await host.ask('session.destroy', { sessionId });
  } catch (error) {
    console.error(String(error));
  }
  return granted;
}

/** The tools of the first request that the session makes; nothing where it makes none. */
async function grantedTo(
  { host, service, open }: Sessions,
  agent: string,
): Promise<readonly string[] | undefined> {
  try {
    const sessionId = await open(agent);
    const names = await firstRequest({ host, service }, sessionId);
    await host.ask('session.destroy', { sessionId });
    return names;
  } catch (error) {
    console.error(String(error));
    return undefined;
  }
}

/** Sends a message in the session, and returns the tools of the request that it makes. */
async function firstRequest(
  { host, service }: Pick<Sessions, 'host' | 'service'>,
  sessionId: string,
): Promise<readonly string[] | undefined> {
  service.taken();
  const idle = host.event(sessionId, 'session.idle');
  await host.ask('session.send', { sessionId, prompt: 'Say ok.' });
  await idle;
  return service.taken()[0]?.tools?.flatMap((tool) => tool.function?.name ?? []);
}

/** A folder that looks like the root of a repository. */
function lay(batch: readonly Question[]): string {
  const workspace = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-copilot-ws-')));
  for (const folder of ['objects', 'refs/heads'])
    mkdirSync(path.join(workspace, '.git', folder), { recursive: true });
  put(path.join(workspace, '.git/HEAD'), 'ref: refs/heads/main\n');
  put(
    path.join(workspace, '.git/config'),
    '[core]\n\trepositoryformatversion = 0\n\tbare = false\n',
  );
  for (const question of batch) put(path.join(workspace, question.path), question.text);
  return workspace;
}

function put(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
