// The preview of OpenCode 2 answers about skills and commands by its server, which lists those of a project. What it lists of the skills
// to its model is in the first request of a session. The model is a server in this process.
import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Facts, quoted, yesNo } from '../../facts';
import type { Question } from '../../question';
import { inBatches } from '../batches';
import { previewBelow } from '../opencode-2';
import { startProvider } from '../opencode-family/provider';
import { serve } from '../opencode-family/server';
import { removeFolder } from '../remove-folder';
import { commandBatching, laySkills, skillAnswer, skillBatching } from './batch';
import type { Ask } from './index';

/** About skills. */
export const askSkills: Ask = (folder, questions) =>
  inBatches(questions, {
    ...skillBatching,
    ask: (batch) => skillAnswers(previewBelow(folder), batch),
  });

/** About commands. */
export const askCommands: Ask = (folder, questions) =>
  inBatches(questions, {
    ...commandBatching,
    marks: (question) => [
      ...commandBatching.marks(question),
      ...(own.test(question.path) ? ['own'] : []),
    ],
    ask: (batch) => commandAnswers(previewBelow(folder), batch),
  });

/** The commands that the program has in every project. */
const own = /(?:^|\/)(?:init|review)\.md$/;

/** A skill and a command that are always there. Without them, the server has not read the files yet. */
const probe = 'dossier-probe';
const probes: readonly Question[] = [
  {
    id: probe,
    path: `.opencode/skills/${probe}/SKILL.md`,
    text: `---\nname: ${probe}\ndescription: d\n---\nB\n`,
  },
  { id: probe, path: `.opencode/commands/${probe}.md`, text: 'B\n' },
];

interface Skill {
  readonly name: string;
  readonly description?: string;
  readonly location: string;
}

async function skillAnswers(
  program: string,
  batch: readonly Question[],
): Promise<readonly Facts[]> {
  return inProject(program, batch, async ({ files, list, listed }) => {
    const skills = new Map(
      ((await list('skill')) as readonly Skill[]).map((one) => [one.location, one]),
    );
    const names = await listed();
    return files.map((file) => {
      const skill = skills.get(file);
      if (!skill) return skillAnswer(null);
      const { name, description = null } = skill;
      return skillAnswer({ name, description, listed: names.has(name) });
    });
  });
}

interface Command {
  readonly name: string;
  readonly description?: string;
  readonly agent?: string;
  readonly model?: { readonly providerID: string; readonly id: string };
  readonly subtask?: boolean;
  readonly template: string;
}

async function commandAnswers(
  program: string,
  batch: readonly Question[],
): Promise<readonly Facts[]> {
  return inProject(program, batch, async ({ list }) => {
    const commands = new Map(
      ((await list('command')) as readonly Command[]).map((one) => [one.name, one]),
    );
    return batch.map(({ path: file }): Facts => {
      const command = commands.get(idOf(file));
      if (!command) return { command: 'no' };
      const { name, description, agent, model, subtask, template } = command;
      return {
        command: 'yes',
        name: quoted(name),
        description: quoted(description),
        agent: quoted(agent),
        model: quoted(model && [model.providerID, model.id].join('/').replace(/\/$/, '')),
        subtask: subtask === undefined ? '(none)' : yesNo(subtask),
        text: String(template.length),
      };
    });
  });
}

/** The path below the folder of commands, without the ending. */
const idOf = (file: string): string =>
  file.replace(/^.*?(?:^|\/)commands?\//, '').replace(/\.md$/, '');

interface Asked {
  /** Where each file of the batch is. */
  readonly files: readonly string[];
  /** What the server lists, once it has read the files. */
  readonly list: (what: 'skill' | 'command') => Promise<readonly object[]>;
  /** The names of the skills that the first request of a session contains. */
  readonly listed: () => Promise<ReadonlySet<string>>;
}

/** How often a list without the probe is asked for again, and the pause before that in milliseconds. */
const again = 40;
const pause = 250;

async function inProject<T>(
  program: string,
  batch: readonly Question[],
  work: (asked: Asked) => Promise<T>,
): Promise<T> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-opencode-2-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  const provider = await startProvider();
  try {
    laySkills(at, probes);
    laySkills(at, [{ id: '', path: 'opencode.json', text: settingsFor(provider.address) }]);
    const files = laySkills(at, batch.map(inHome));
    const { port, close } = await serve(program, at.home, at.project);
    const password = readFileSync(path.join(at.home, 'state/opencode/password'), 'utf8');
    const headers = {
      authorization: `Basic ${Buffer.from(`opencode:${password}`).toString('base64')}`,
      'content-type': 'application/json',
    };
    const address = `http://127.0.0.1:${port}/api`;
    const post = async (route: string, body: object): Promise<{ readonly id: string }> => {
      const method = { method: 'POST', headers, body: JSON.stringify(body) };
      const response = await fetch(`${address}${route}`, method);
      return ((await response.json()) as { data: { readonly id: string } }).data;
    };
    const list: Asked['list'] = async (what) => {
      const folder = `location[directory]=${encodeURIComponent(at.project)}`;
      for (let left = again; left > 0; left--) {
        const response = await fetch(`${address}/${what}?${folder}`, { headers });
        const { data } = (await response.json()) as { data: readonly { readonly name: string }[] };
        if (data.some(({ name }) => name === probe)) return data;
        await setTimeout(pause);
      }
      throw new Error(`the preview of OpenCode 2 did not list its ${what}s`);
    };
    const listed: Asked['listed'] = async () => {
      const model = { id: 'any', providerID: 'any' };
      const { id } = await post('/session', { location: { directory: at.project }, model });
      await post(`/session/${id}/prompt`, { prompt: { text: 'hello' } });
      // On a busy machine it takes longer than this waits.
      for (let left = 6; provider.requests.length === 0 && left > 0; left--)
        await provider.asked(1);
      return namesIn(provider.requests[0] ?? '');
    };
    try {
      return await work({ files, list, listed });
    } finally {
      await close();
    }
  } finally {
    await provider.close();
    removeFolder(root);
  }
}

/** The program looks for the settings of the user in this folder of its home. */
const inHome = (question: Question): Question => ({
  ...question,
  path: question.path.replace(/^~\/\.config\//, '~/config/'),
});

const settingsFor = (address: string): string =>
  JSON.stringify({
    provider: {
      any: {
        npm: '@ai-sdk/openai-compatible',
        options: { baseURL: `${address}/any`, apiKey: 'any' },
        models: { any: { name: 'any' } },
      },
    },
  });

/** The skills of the system prompt. */
function namesIn(request: string): ReadonlySet<string> {
  const { messages } = JSON.parse(request) as {
    messages: readonly { readonly role: string; readonly content: unknown }[];
  };
  const system = messages.find(({ role }) => role === 'system')?.content;
  const text = typeof system === 'string' ? system : JSON.stringify(system);
  const found = [...text.matchAll(/<name>([\s\S]*?)<\/name>/g)].map(([, name = '']) => name);
  if (!found.includes(probe)) throw new Error('no list of skills in the request');
  return new Set(found);
}
