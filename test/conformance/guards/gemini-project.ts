// A project in which Gemini CLI decides on calls.
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { ToolCall } from '../../../server/hosts/model/guards';
import { noNetwork } from '../oracles/no-network';
import { serverCommand } from '../oracles/served-tools';
import type { Call, FlowProgram, Laid } from './flow';

/** Each file of the project contains this. */
const content = 'hello\n';
const files = [
  ...['src/a.ts', 'a.ts', '.env', 'src/.env', 'secrets/k', 'src/deep/c.ts', 'README.md', 'x'],
  'package.json',
];

/** A policy that would deny a tool if the program read it. */
const policy = '[[rule]]\ntoolName = "glob"\ndecision = "deny"\npriority = 100\n';

/** Settings with servers, each with other keys, get what starts them. */
function withCommands(settings: object, root: string): object {
  const { mcpServers, ...others } = settings as {
    readonly mcpServers?: Readonly<Record<string, object>>;
  };
  if (!mcpServers) return others;
  const server = serverCommand(root);
  return {
    ...others,
    mcpServers: Object.fromEntries(
      Object.entries(mcpServers).map(([name, keys]) => [name, { ...server, ...keys }]),
    ),
  };
}

/** A project with these settings. */
export function layGemini(settings: object): Laid {
  const parent = path.join(homedir(), '.cache');
  mkdirSync(parent, { recursive: true });
  const root = realpathSync(mkdtempSync(path.join(parent, 'dossier-gemini-')));
  const put = (file: string, text: string): void => {
    const whole = path.join(root, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  };
  for (const file of files) put(`project/${file}`, content);
  for (const name of ['review', 'deploy'])
    put(
      `project/.gemini/skills/${name}/SKILL.md`,
      `---\nname: ${name}\ndescription: d\n---\n\nDo it.\n`,
    );
  put('project/.gemini/policies/deny.toml', policy);
  put('project/.gemini/settings.json', JSON.stringify(withCommands(settings, root)));
  return { root, project: path.join(root, 'project') };
}

export function inputOfGemini({ tool, subject }: ToolCall, project: string): Call {
  const file = path.isAbsolute(subject) ? subject : `${project}/${subject}`;
  const inputs: Readonly<Record<string, object>> = {
    run_shell_command: { command: subject },
    read_file: { file_path: file },
    list_directory: { dir_path: file },
    replace: {
      ...{ file_path: file, instruction: 'i', old_string: content.trim(), new_string: 'bye' },
    },
    write_file: { file_path: file, content: 'other\n' },
    web_fetch: { prompt: `Read ${subject}` },
    google_web_search: { query: subject },
    activate_skill: { name: subject },
    glob: { pattern: subject },
    grep_search: { pattern: subject },
    invoke_agent: { agent_name: subject, prompt: 'p' },
  };
  return { name: tool.replace(/^mcp__(\w+?)__/, 'mcp_$1_'), input: inputs[tool] ?? {} };
}

/** The program, which decides without a model. */
export const geminiFlow: FlowProgram = {
  ...{ name: 'Gemini CLI', script: 'gemini-flow.mjs', parts: '@google/gemini-cli/bundle' },
  environment: { GEMINI_CLI_TRUST_WORKSPACE: 'true', GEMINI_API_KEY: 'none', ...noNetwork },
  ...{ layProject: layGemini, inputOf: inputOfGemini },
};
