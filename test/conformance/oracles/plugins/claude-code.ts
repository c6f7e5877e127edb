// Claude Code answers at the start of a session which plugins it loads, and what is in them. Marketplaces are added on its command line.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Facts, facts, names } from '../../facts';
import type { Installed } from '../../installed-plugins';
import { asksForHooks, laterFiles, type Question } from '../../question';
import { startService } from '../claude-code/service';
import { environment } from '../claude-code/session';
import type { Ask } from '../skills';
import { laySkills } from '../skills/batch';
import { eachOf, type Laid, marketplaceAnswer, nameIn, pluginAnswer, withFiles } from './lay';

const patience = 60_000;

export const askClaudeCode: Ask = (folder, questions) => {
  const program = path.join(
    folder,
    'node_modules/@anthropic-ai',
    `claude-code-${process.platform}-${process.arch}`,
    'claude',
  );
  return eachOf(questions, 2, {
    plugin: (question) => withFiles(question, (laid) => plugin(program, laid)),
    marketplace: (question) => withFiles(question, (laid) => marketplace(program, laid, question)),
  });
};

interface Init {
  readonly type: string;
  readonly subtype?: string;
  readonly plugins?: readonly {
    readonly name: string;
    readonly path: string;
    /** Its name with that of its marketplace. */
    readonly source?: string;
  }[];
  readonly agents?: readonly string[];
  readonly slash_commands?: readonly string[];
  readonly mcp_servers?: readonly { readonly name: string }[];
}

async function plugin(program: string, laid: Laid): Promise<Facts> {
  const service = await startService();
  try {
    const init = await initOf(program, laid, service.port, ['--plugin-dir', laid.plugin]);
    const found = init.plugins?.find(({ path: at }) => at === laid.plugin);
    if (!found) return pluginAnswer(null);
    const prefix = `${found.name}:`;
    const own = (list: readonly string[] = []): readonly string[] =>
      list.flatMap((one) => (one.startsWith(prefix) ? [one] : []));
    return pluginAnswer({
      name: found.name,
      agents: own(init.agents),
      skills: own(init.slash_commands),
      servers: (init.mcp_servers ?? []).flatMap(({ name }) =>
        name.startsWith('plugin:') ? [name.slice('plugin:'.length + prefix.length)] : [],
      ),
      hooks: init.hooks,
      // As its model gets them: `- plug:greet: Greets.`
      described: [
        ...JSON.stringify(service.all()).matchAll(/- ([^\s\\]+)(?: \([^)]*\))?: (File [^\s\\]+)/g),
      ].map(([, name = '', text = '']) => [name, text]),
    });
  } finally {
    await service.close();
  }
}

/** What a session begins with. `hooks`: one ran at the start of it. */
export async function initOf(
  program: string,
  { project, home }: Laid,
  port: number,
  more: readonly string[] = [],
): Promise<Init & { readonly hooks: boolean }> {
  const state = path.join(home, '.claude.json');
  const known = existsSync(state) ? (JSON.parse(readFileSync(state, 'utf8')) as object) : {};
  const trusted = { projects: { [project]: { hasTrustDialogAccepted: true } } };
  writeFileSync(state, JSON.stringify({ ...known, ...trusted }));
  const words = ['-p', '--input-format', 'stream-json', '--output-format', 'stream-json'];
  const child = spawn(
    program,
    [...words, ...['--verbose', '--no-session-persistence', '--include-hook-events'], ...more],
    {
      cwd: project,
      env: environment(home, port, { background: false }),
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const message = { type: 'user', message: { role: 'user', content: 'Say ok.' } };
  child.stdin.write(`${JSON.stringify(message)}\n`);
  let init: Init | undefined;
  let hooks = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const read = JSON.parse(line) as Init;
    if (read.type === 'system' && read.subtype === 'init') init = read;
    if (read.subtype === 'hook_started') hooks = true;
    if (read.type === 'result') child.stdin.end();
  }
  clearTimeout(timer);
  if (!init) throw new Error('Claude Code did not begin a session');
  return { ...init, hooks };
}

interface Available {
  readonly available: readonly {
    readonly name: string;
    readonly source: string | { readonly source: string };
  }[];
}

interface InList {
  readonly id: string;
  readonly version: string;
}

async function marketplace(program: string, laid: Laid, question: Question): Promise<Facts> {
  const { home, project } = laid;
  const run = (...words: readonly string[]) =>
    spawnSync(program, ['plugin', ...words], {
      cwd: project,
      env: environment(home, 9, { background: false }),
      timeout: patience,
      encoding: 'utf8',
    });
  const isAdded = run('marketplace', 'add', project).status === 0;
  const listed = isAdded ? run('list', '--available', '--json').stdout : '{"available":[]}';
  const lists = (JSON.parse(listed) as Available).available.flatMap(({ name, source }) =>
    typeof source === 'object' && source.source === 'unsupported' ? [] : [name],
  );
  const load = async (): Promise<Installed> => {
    const service = await startService();
    try {
      const {
        agents = [],
        slash_commands = [],
        mcp_servers = [],
        hooks,
      } = await initOf(program, laid, service.port);
      return {
        versions: (JSON.parse(run('list', '--json').stdout) as readonly InList[]).map(
          ({ id, version }) => [id.split('@')[0] ?? '', version === 'unknown' ? null : version],
        ),
        parts: [...agents, ...slash_commands].filter((name) => name.includes(':')),
        servers: mcp_servers.flatMap(({ name }) => name.split(':')[2] ?? []),
        ...(asksForHooks(question) && { hooks }),
      };
    } finally {
      await service.close();
    }
  };
  const marketName = nameIn(question.text);
  const found = await marketplaceAnswer(
    question,
    isAdded ? lists : null,
    // It installs none that it cannot read, and each attempt takes a while.
    (name) => lists.includes(name) && run('install', `${name}@${marketName}`).status === 0,
    load,
  );
  const later = Object.entries(laterFiles(question));
  if (later.length === 0) return found;
  laySkills(
    laid,
    later.map(([file, text]) => ({ id: '', path: file, text })),
  );
  run('marketplace', 'update', marketName);
  const isUpdated = (name: string): boolean =>
    /updated from|refreshed from/.test(run('update', `${name}@${marketName}`).stdout);
  return facts({ ...found, updates: names(lists.filter(isUpdated)) });
}
