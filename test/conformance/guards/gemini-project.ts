// A project in which Gemini CLI decides on calls.
import path from 'node:path';
import type { ToolCall } from '../../../server/hosts/model/guards';
import { noNetwork } from '../oracles/no-network';
import { serverCommand } from '../oracles/served-tools';
import type { Call, FlowProgram, Laid } from './flow';
import { content, layProjectOf } from './laid';

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
export const layGemini = (settings: object): Laid =>
  layProjectOf('.gemini', (root) => ({
    'project/package.json': content,
    'project/.gemini/policies/deny.toml': policy,
    'project/.gemini/settings.json': JSON.stringify(withCommands(settings, root)),
  }));

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
