// OpenCode and Kilo answer about skills and commands by their server, which lists those of a project.
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, quoted, yesNo } from '../../facts';
import type { Question } from '../../question';
import { inBatches } from '../batches';
import { programOf } from '../opencode-family';
import { type Server, startServer } from '../opencode-family/server';
import { removeFolder } from '../remove-folder';
import { laySkills, skillAnswer, skillBatching } from './batch';
import type { Ask } from './index';

type Member = Parameters<typeof programOf>[0];

/** About skills. */
export const askSkillsOf =
  (member: Member): Ask =>
  (folder, questions) =>
    inBatches(questions, {
      ...skillBatching,
      ask: (batch) => skillAnswers(programOf(member, folder), batch),
    });

/** About commands. */
export const askCommandsOf =
  (member: Member): Ask =>
  (folder, questions) =>
    inBatches(questions, {
      atOnce: 400,
      // The server caches its result for a text, so the same text is sent to another server.
      marks: ({ text }) => [text],
      kind: () => '',
      ask: (batch) => commandAnswers(programOf(member, folder), batch),
    });

interface Skill {
  readonly name: string;
  readonly description?: string | null;
  readonly location: string;
}

interface Folders {
  readonly project: string;
  readonly home: string;
}

/** One server for each batch: it keeps what it has read of the home folder. */
async function withServer<T>(
  program: string,
  use: (server: Server, at: Folders) => Promise<T>,
  lay: (at: Folders) => void = () => {},
): Promise<T> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-opencode-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  try {
    lay(at);
    const server = await startServer(program, at.home, root);
    try {
      return await use(server, at);
    } finally {
      await server.close();
    }
  } finally {
    removeFolder(root);
  }
}

/** The programs look for the settings of the user in this folder of their home. */
const inHome = (question: Question): Question => ({
  ...question,
  path: question.path.replace(/^~\/\.config\//, '~/config/'),
});

function skillAnswers(program: string, batch: readonly Question[]): Promise<readonly Facts[]> {
  let files: readonly string[] = [];
  return withServer(
    program,
    async (server, { project }) => {
      const { status, body } = await server.get('/skill', project);
      if (status !== 200) return batch.map(() => ({ skill: 'stops' }));
      const skills = new Map((body as readonly Skill[]).map((one) => [one.location, one]));
      return files.map((file) => {
        const skill = skills.get(file);
        if (!skill) return skillAnswer(null);
        const { name, description = null } = skill;
        return skillAnswer({ name, description, listed: description !== null });
      });
    },
    (at) => {
      files = laySkills(at, batch.map(inHome));
    },
  );
}

interface Command {
  readonly name: string;
  readonly description?: string | null;
  readonly agent?: string | null;
  readonly model?: string | null;
  readonly subtask?: boolean | null;
  readonly template: string;
}

/** Each in a project of its own: one wrong value may stop all commands of a project. */
const commandAnswers = (program: string, batch: readonly Question[]): Promise<readonly Facts[]> =>
  withServer(program, async (server, { project, home }) => {
    const own = new Set(
      ((await server.get('/command', home)).body as readonly Command[]).map(idOf),
    );
    const found: Facts[] = [];
    for (const [index, question] of batch.entries()) {
      const folder = `${project}-${index}`;
      laySkills({ project: folder, home }, [inHome(question)]);
      found.push(await commandAnswer(server, folder, own));
      await server.forget(folder);
    }
    return found;
  });

const idOf = ({ name, template }: Command): string => JSON.stringify([name, template]);

async function commandAnswer(
  server: Server,
  folder: string,
  own: ReadonlySet<string>,
): Promise<Facts> {
  const { status, body } = await server.get('/command', folder);
  if (status !== 200) return { command: 'stops' };
  // A built-in template contains the path of the project.
  const command = (body as readonly Command[]).find(
    (one) =>
      !own.has(idOf({ ...one, template: one.template.replaceAll(folder, path.dirname(folder)) })) &&
      !own.has(idOf(one)) &&
      !one.template.includes(folder),
  );
  if (!command) return { command: 'no' };
  const { name, description, agent, model, subtask, template } = command;
  return {
    command: 'yes',
    name: quoted(name),
    description: quoted(description),
    agent: quoted(agent),
    model: quoted(model),
    subtask: typeof subtask === 'boolean' ? yesNo(subtask) : '(none)',
    text: String(template.length),
  };
}
