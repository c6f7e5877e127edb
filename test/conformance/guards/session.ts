// A session of Claude Code in which a stand-in for the model makes some calls: which of them are asked about, denied or made, and which
// hooks run before each.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ToolCall } from '../../../server/hosts/model/guards';
import { answering } from '../oracles/claude-code/service';
import { environment } from '../oracles/claude-code/session';
import { removeFolder } from '../oracles/remove-folder';
import { serverCommand } from '../oracles/served-tools';
import { ofPlugin } from './pairs';
import { type Result, refusedCalls } from './refused-calls';

/** `+` made, `?` asked, `-` denied, `.` not decided, because the call was not valid. */
export type Answer = '+' | '?' | '-' | '.';

interface Held {
  readonly answers: readonly Answer[];
  /** For each call, the positions of the hooks that ran. */
  readonly hooks: readonly (readonly number[])[];
}

interface Setting {
  readonly settings: object;
  readonly local?: object;
  readonly calls: readonly ToolCall[];
  /** A hook for each, which runs before the calls. */
  readonly hooks?: readonly AskedHook[];
}

interface AskedHook {
  /** Null for none. */
  readonly matcher?: string | null;
  /** Other keys of the hook, and of the entry that it is in. */
  readonly keys?: object;
  readonly entry?: object;
  /** What the hook ends with; 2 denies the call. */
  readonly exit?: number;
}

const patience = 120_000;
/** Each file of the project contains this. */
const content = 'hello\n';
const files = [
  'src/a.ts',
  'a.ts',
  '.env',
  'src/.env',
  'secrets/k',
  'src/deep/c.ts',
  'README.md',
  'x',
];

/** @param program the path of the program. */
export async function hold(program: string, setting: Setting): Promise<Held> {
  const { settings, local, calls, hooks: asked = [] } = setting;
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-claude-')));
  const project = path.join(root, 'project');
  const put = (file: string, text: string): void => {
    const whole = path.join(root, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  };
  for (const file of files) put(`project/${file}`, content);
  const skills = calls.flatMap(({ tool, subject }) => (tool === 'Skill' ? [subject] : []));
  for (const name of skills) put(fileOfSkill(name), '---\ndescription: d\n---\n\nDo it.\n');
  const plugin = path.join(root, 'plug');
  const hasPlugin = calls.some(({ subject }) => ofPlugin[subject] !== undefined);
  if (hasPlugin) {
    put('plug/.claude-plugin/plugin.json', '{ "name": "pp" }');
    put('plug/agents/helper.md', '---\nname: helper\ndescription: d\n---\n\nDo it.\n');
  }
  put('outside.txt', content);
  put('project/.git/HEAD', 'ref: refs/heads/main\n');
  for (const folder of ['objects', 'refs/heads'])
    mkdirSync(path.join(project, '.git', folder), { recursive: true });
  put(
    'home/.claude.json',
    JSON.stringify({ projects: { [project]: { hasTrustDialogAccepted: true } } }),
  );
  const server = serverCommand(root);
  put('project/.mcp.json', JSON.stringify({ mcpServers: { server, other: server } }));
  put('home/.claude/settings.json', '{"enableAllProjectMcpServers":true}');
  const logOf = (index: number): string => path.join(root, `hook-${index}`);
  const hooks = asked.map(({ matcher = null, keys, entry, exit }, index) => ({
    ...entry,
    ...(matcher !== null && { matcher }),
    hooks: [
      {
        type: 'command',
        command: `cat >> ${logOf(index)}; echo >> ${logOf(index)}${exit === undefined ? '' : `; exit ${exit}`}`,
        ...keys,
      },
    ],
  }));
  put(
    'project/.claude/settings.json',
    JSON.stringify({ ...settings, ...(hooks.length > 0 && { hooks: { PreToolUse: hooks } }) }),
  );
  if (local) put('project/.claude/settings.local.json', JSON.stringify(local));
  const model = await startModel(calls.map((call) => blockOf(call, project)));
  try {
    const { asked: questions, results } = await talk(
      program,
      root,
      model.port,
      hasPlugin ? ['--plugin-dir', plugin] : [],
    );
    return {
      answers: calls.map((_, index) =>
        answerOf(questions.has(idOf(index)), results.get(idOf(index))),
      ),
      hooks: calls.map((_, index) =>
        asked.flatMap((_, at) =>
          existsSync(logOf(at)) && readFileSync(logOf(at), 'utf8').includes(`"${idOf(index)}"`)
            ? [at]
            : [],
        ),
      ),
    };
  } finally {
    await model.close();
    removeFolder(root);
  }
}

/** A command where the name has a folder. */
function fileOfSkill(name: string): string {
  const file = ofPlugin[name];
  if (file !== undefined) return `plug/${file}`;
  return name.includes(':')
    ? `project/.claude/commands/${name.replace(':', '/')}.md`
    : `project/.claude/skills/${name}/SKILL.md`;
}

function answerOf(isAsked: boolean, result: Result | undefined): Answer {
  if (isAsked) return '?';
  const text = JSON.stringify(result?.content ?? '');
  if (!result || /No such tool available/.test(text)) return '-';
  if (!result.is_error) return '+';
  if (/\bdenied\b|Permission to use|blocked by permission rules|hook error/.test(text)) return '-';
  return /tool_use_error/.test(text) ? '.' : '+';
}

const idOf = (index: number): string => `toolu_${index}x`;

interface Call {
  readonly name: string;
  readonly input: object;
}

function blockOf({ tool, subject }: ToolCall, project: string): Call {
  // As it is written: what the program does with `..` is a part of the question.
  const file = path.isAbsolute(subject) ? subject : `${project}/${subject}`;
  const inputs: Readonly<Record<string, object>> = {
    Bash: { command: subject, description: 'd' },
    Read: { file_path: file },
    Edit: { file_path: file, old_string: content.trim(), new_string: 'bye' },
    Write: { file_path: file, content },
    WebFetch: { url: subject, prompt: 'p' },
    WebSearch: { query: subject },
    Agent: { description: 'd', prompt: 'p', subagent_type: subject || 'nobody' },
    Skill: { skill: subject },
  };
  return { name: tool, input: inputs[tool] ?? {} };
}

/** Only the session itself has such a prompt, in UTF-16 units. */
const longSystem = 4000;

/** It makes all calls at once when it is first asked, and then ends. */
function startModel(blocks: readonly Call[]): ReturnType<typeof answering> {
  let isFirst = true;
  return answering(({ system }) => {
    // A rule may take all tools away.
    const isMain = isFirst && JSON.stringify(system ?? '').length > longSystem;
    if (isMain) isFirst = false;
    return isMain
      ? blocks.map((block, index) => ({ type: 'tool_use', id: idOf(index), ...block }))
      : [{ type: 'text', text: 'ok' }];
  });
}

function talk(program: string, root: string, port: number, more: readonly string[]) {
  const words = ['-p', '--input-format', 'stream-json', '--output-format', 'stream-json'];
  const child = spawn(
    program,
    [
      ...words,
      '--verbose',
      '--no-session-persistence',
      '--permission-prompt-tool',
      'stdio',
      ...more,
    ],
    {
      cwd: path.join(root, 'project'),
      env: environment(path.join(root, 'home'), port, { background: false }),
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  return refusedCalls(child, { name: 'Claude Code', patience, pause: 700 });
}
