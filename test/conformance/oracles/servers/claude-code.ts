// Claude Code answers which MCP servers it has, by a request of its protocol. Each is started with a program that is missing or ends at
// once.
import { setTimeout } from 'node:timers/promises';
import { type Facts, names } from '../../facts';
import { pluginFolder, type Question } from '../../question';
import { control, each, filesOf, inSession, programIn } from '../claude-code/control';
import type { Ask } from '../skills';
import { asksForKeys, keyFacts, serversIn, startStandIns } from './stand-in';

/** All files have one path, so each is asked about alone. */
export const askClaudeCode: Ask = (folder, questions) =>
  each(questions, (question) =>
    asksForKeys(question)
      ? keysOf(programIn(folder), question)
      : answerOf(programIn(folder), question),
  );

interface Answer {
  readonly mcpServers?: readonly {
    readonly name: string;
    readonly status?: string;
    readonly config?: { readonly type?: string };
  }[];
}

const manifest = JSON.stringify({ name: pluginFolder, version: '1.0.0', description: 'd' });

const isInPlugin = ({ path }: Question): boolean => path.startsWith(`${pluginFolder}/`);

/** Of a plugin with its manifest around it. */
const laid = (question: Question): Question =>
  isInPlugin(question)
    ? { ...question, around: { [`${pluginFolder}/.claude-plugin/plugin.json`]: manifest } }
    : question;

const startingWith = (question: Question) => ({
  home: { '.claude/settings.json': '{"enableAllProjectMcpServers":true}' },
  words: (project: string) =>
    isInPlugin(question) ? ['--plugin-dir', `${project}/${pluginFolder}`] : [],
});

async function answerOf(program: string, question: Question): Promise<Facts> {
  const { answer } = await control<Answer>(program, laid(question), {
    ...{ subtype: 'mcp_status', ...startingWith(question) },
  });
  return { servers: namesOf(answer) };
}

const prefix = `plugin:${pluginFolder}:`;

const ownName = ({ name }: { readonly name: string }): string =>
  name.startsWith(prefix) ? name.slice(prefix.length) : name;

const namesOf = ({ mcpServers = [] }: Answer): string =>
  names(mcpServers.map((one) => `${ownName(one)}:${one.config?.type ?? ''}`));

/** With what its servers are started and reached, once it has tried all. */
async function keysOf(program: string, question: Question): Promise<Facts> {
  const servers = await startStandIns(question);
  const files = filesOf(laid(servers.question));
  try {
    return await inSession(program, files, startingWith(question), async ({ at, ask }) => {
      for (let count = 0; count < 600; count++) {
        const answer = await ask<Answer>('mcp_status');
        if (answer.mcpServers?.every(({ status }) => status !== 'pending'))
          return {
            servers: namesOf(answer),
            ...keyFacts(
              serversIn(question),
              answer.mcpServers.map(ownName),
              servers.keys(at.project),
            ),
          };
        await setTimeout(100);
      }
      throw new Error('Claude Code did not try all servers');
    });
  } finally {
    servers.close();
  }
}
