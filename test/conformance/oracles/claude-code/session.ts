// One run of Claude Code over one folder of agent files: which agents it lists, and what each is started with.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { serverCommand } from '../served-tools';
import { callId, type Request, startService } from './service';

export interface Listed {
  readonly name: string;
  readonly description: string;
}

export interface Started {
  readonly agent: Listed;
  /** Absent where it was refused. */
  readonly request?: Request;
  readonly refusal?: string;
}

export interface Session {
  readonly version: string;
  readonly started: readonly Started[];
  /** What the program wrote down of files that bear the same name: their paths are in it. */
  readonly doubles: string;
  /** The other names that were called, and whether an agent started. */
  readonly calls: ReadonlyMap<string, boolean>;
  /** The fields that its debug log reports, by the path of the file. */
  readonly reported: ReadonlyMap<string, readonly string[]>;
}

export interface Setting {
  /** Path below the project, or below the home with `~/`, to text. */
  readonly files: Readonly<Record<string, string>>;
  readonly plugin: boolean;
  readonly background: boolean;
  readonly model: string | null;
  /** The names of its MCP servers. */
  readonly servers: readonly string[];
  /** Names to call after the agents, whether or not there is such an agent. */
  readonly calls: readonly string[];
}

const builtins = new Set(['claude', 'Explore', 'general-purpose', 'Plan', 'statusline-setup']);
const patience = 180_000;

export async function hold(program: string, setting: Setting): Promise<Session> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-claude-')));
  const service = await startService();
  try {
    const project = lay(root, setting.files);
    const servers = setting.servers.map((name) => [name, serverCommand(root)]);
    const config = JSON.stringify({ mcpServers: Object.fromEntries(servers) });
    const log = path.join(root, 'debug.log');
    const args = [
      ...['-p', '--input-format', 'stream-json', '--output-format', 'stream-json', '--verbose'],
      ...['--no-session-persistence', '--debug-file', log],
      ...(servers.length > 0 ? ['--mcp-config', config] : []),
      ...(setting.plugin ? ['--plugin-dir', path.join(project, 'plug')] : []),
      ...(setting.model === null ? [] : ['--model', setting.model]),
    ];
    const child = spawn(program, args, {
      cwd: project,
      env: environment(path.join(root, 'home'), service.port, setting),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    const send = (line: object): void => {
      child.stdin.write(`${JSON.stringify(line)}\n`);
    };
    send({ type: 'control_request', request_id: '1', request: { subtype: 'initialize' } });
    let agents: readonly Listed[] | undefined;
    let version = '';
    const refusals = new Map<string, string>();
    for await (const line of createInterface({ input: child.stdout })) {
      const message = parsed(line);
      if (message?.type === 'control_response' && !agents) {
        version = message.response?.response?.claude_code_version ?? '';
        agents = ofFiles(message.response?.response?.agents ?? [], setting.files);
        if (agents.length === 0) child.stdin.end();
        else {
          service.call([...agents.map(({ name }) => name), ...setting.calls]);
          send({ type: 'user', message: { role: 'user', content: 'Call them.' } });
        }
      }
      if (message?.type === 'user') noteRefusals(message.message?.content, refusals);
      if (message?.type === 'result') child.stdin.end();
    }
    clearTimeout(timer);
    if (!agents) throw new Error(`Claude Code did not answer: ${complaints.slice(-500)}`);
    const started = agents.map((agent, number): Started => {
      const request = service.requests.get(number);
      const refusal = refusals.get(callId(number));
      return { agent, ...(request && { request }), ...(refusal !== undefined && { refusal }) };
    });
    const calls = new Map(
      setting.calls.map((name, index) => [
        name,
        service.requests.has((agents?.length ?? 0) + index),
      ]),
    );
    const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
    return {
      version,
      started,
      calls,
      doubles: doublesIn(lines),
      reported: reportedIn(lines, project),
    };
  } finally {
    await service.close();
    rmSync(root, { recursive: true, force: true });
  }
}

const doublesIn = (lines: readonly string[]): string =>
  lines.filter((line) => line.includes('Duplicate agent name')).join('\n');

const report = /gent file (.+?\.md) has (?:invalid (\w+)|.* not recognize or apply: (.*))/;
const hint = / \(did you mean [^)]*\)/g;

/** Below the project; a file of the home folder is in no case with such a field. */
function reportedIn(
  lines: readonly string[],
  project: string,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const [, file = '', field, unknown = ''] = report.exec(line) ?? [];
    if (!file.startsWith(`${project}/`)) continue;
    const keys = field
      ? [field]
      : [...unknown.replaceAll(hint, '').matchAll(/"([^"]*)"/g)].map(([, key = '']) => key);
    const path = file.slice(project.length + 1);
    found.set(path, [...(found.get(path) ?? []), ...keys]);
  }
  return found;
}

/** Built-in agents of the program are left out, unless a file overrides them. */
const ofFiles = (agents: readonly Listed[], files: Setting['files']): readonly Listed[] =>
  agents.filter(
    ({ name, description }) =>
      !builtins.has(name) ||
      Object.values(files).some((text) => text.includes(name) && text.includes(description)),
  );

function lay(root: string, files: Readonly<Record<string, string>>): string {
  const home = path.join(root, 'home');
  const project = path.join(root, 'project');
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  mkdirSync(path.join(project, '.claude/agents'), { recursive: true });
  // Nothing of an agent file is run: hooks are off, and no MCP server finds its program.
  put(path.join(home, '.claude/settings.json'), '{"disableAllHooks":true}');
  const trusted = { projects: { [project]: { hasTrustDialogAccepted: true } } };
  put(path.join(home, '.claude.json'), JSON.stringify(trusted));
  for (const [file, text] of Object.entries(files))
    put(file.startsWith('~/') ? path.join(home, file.slice(2)) : path.join(project, file), text);
  return project;
}

/** As in the recordings: in the foreground, all tools named, nothing sent anywhere but to the stand-in. */
export const environment = (
  home: string,
  port: number,
  { background }: Pick<Setting, 'background'>,
): Record<string, string> => ({
  PATH: '/usr/bin:/bin',
  HOME: home,
  LANG: 'C.UTF-8',
  TERM: 'dumb',
  ANTHROPIC_API_KEY: 'none',
  ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}`,
  HTTPS_PROXY: 'http://127.0.0.1:9',
  HTTP_PROXY: 'http://127.0.0.1:9',
  NO_PROXY: '127.0.0.1',
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  DISABLE_TELEMETRY: '1',
  DISABLE_ERROR_REPORTING: '1',
  DISABLE_AUTOUPDATER: '1',
  CLAUDE_CODE_MAX_CONCURRENT_SUBAGENTS: '1000',
  ENABLE_TOOL_SEARCH: 'false',
  ...(!background && { CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: '1' }),
});

interface Message {
  readonly type?: string;
  readonly response?: {
    readonly response?: {
      readonly claude_code_version?: string;
      readonly agents?: readonly Listed[];
    };
  };
  readonly message?: { readonly content?: unknown };
}

export function parsed(line: string): Message | null {
  try {
    return JSON.parse(line) as Message;
  } catch {
    return null;
  }
}

function noteRefusals(content: unknown, refusals: Map<string, string>): void {
  if (!Array.isArray(content)) return;
  for (const part of content as { type?: string; tool_use_id?: string; is_error?: boolean }[]) {
    if (part.type === 'tool_result' && part.is_error && part.tool_use_id !== undefined)
      refusals.set(part.tool_use_id, JSON.stringify(part));
  }
}
