// Claude Code answers which MCP servers it has, by a request of its protocol. Each is started with a program that is missing or ends at
// once.
import { type Facts, names } from '../../facts';
import { pluginFolder, type Question } from '../../question';
import { control, each, programIn } from '../claude-code/control';
import type { Ask } from '../skills';

/** All files have one path, so each is asked about alone. */
export const askClaudeCode: Ask = (folder, questions) =>
  each(questions, (question) => answerOf(programIn(folder), question));

interface Answer {
  readonly mcpServers?: readonly {
    readonly name: string;
    readonly config?: { readonly type?: string };
  }[];
}

async function answerOf(program: string, question: Question): Promise<Facts> {
  const isInPlugin = question.path.startsWith(`${pluginFolder}/`);
  const manifest = { name: pluginFolder, version: '1.0.0', description: 'd' };
  const { answer } = await control<Answer>(
    program,
    {
      ...question,
      ...(isInPlugin && {
        around: { [`${pluginFolder}/.claude-plugin/plugin.json`]: JSON.stringify(manifest) },
      }),
    },
    {
      subtype: 'mcp_status',
      home: { '.claude/settings.json': '{"enableAllProjectMcpServers":true}' },
      words: (project) => (isInPlugin ? ['--plugin-dir', `${project}/${pluginFolder}`] : []),
    },
  );
  const prefix = `plugin:${pluginFolder}:`;
  return {
    servers: names(
      (answer.mcpServers ?? []).map(({ name, config }) => {
        const own = name.startsWith(prefix) ? name.slice(prefix.length) : name;
        return `${own}:${config?.type ?? ''}`;
      }),
    ),
  };
}
