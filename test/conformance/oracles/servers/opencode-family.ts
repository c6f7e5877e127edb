// OpenCode and Kilo answer which MCP servers they have, by a request to their server. Each server is started with a program that ends at
// once, or at an address that does not answer.
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, facts, names, yesNo } from '../../facts';
import type { Question } from '../../question';
import { lay, programOf } from '../opencode-family';
import { type Server, startServer } from '../opencode-family/server';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';
import { asksForKeys, keyFacts, serversIn } from './stand-in';

export const askOpencode: Ask = (folder, questions) =>
  answersOf(programOf('opencode', folder), questions);

export const askKilo: Ask = (folder, questions) => answersOf(programOf('kilo', folder), questions);

async function answersOf(
  program: string,
  questions: readonly Question[],
): Promise<readonly Facts[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-servers-')));
  const server = await startServer(
    program,
    path.join(root, 'home'),
    lay(path.join(root, 'first'), {}),
  );
  try {
    const found: Facts[] = [];
    for (const [index, question] of questions.entries()) {
      const project = lay(path.join(root, `p${index}`), { [question.path]: question.text });
      found.push(await answerOf(server, project, question));
      await server.forget(project);
    }
    return found;
  } finally {
    await server.close();
    removeFolder(root);
  }
}

interface Configuration {
  readonly mcp?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

type Statuses = Readonly<Record<string, { readonly status: string; readonly error?: string }>>;

async function answerOf(server: Server, project: string, question: Question): Promise<Facts> {
  const config = await server.get('/config', project);
  // It does not start with this configuration.
  if (config.status !== 200) return { starts: yesNo(false), servers: names([]) };
  const { mcp = {} } = config.body as Configuration;
  const { body } = await server.get('/mcp', project);
  const statuses = body as Statuses;
  const has = (name: string): boolean => Object.hasOwn(statuses, name);
  const loaded = Object.entries(mcp).filter(
    ([name]) => has(name) && !unstartable.test(statuses[name]?.error ?? ''),
  );
  const keys = loaded.flatMap(([name, own]) =>
    Object.keys(own).flatMap((key) => (key === 'type' ? [] : [`${name}.${key}`])),
  );
  return facts({
    starts: yesNo(true),
    servers: names(
      loaded.map(
        ([name, { type }]) =>
          `${name}:${String(type)}${statuses[name]?.status === 'disabled' ? ' off' : ''}`,
      ),
    ),
    keys: names(keys),
    ...(asksForKeys(question) && {
      unread: keyFacts(
        serversIn(question),
        loaded.map(([name]) => name),
        keys,
      )['unread'],
    }),
  });
}

/** What the program reports of a server that it cannot start with any program or at any address. */
const unstartable = /Invalid MCP URL|The (?:"file" argument must be|argument 'file' cannot be)/;
