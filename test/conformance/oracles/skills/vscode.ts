// VS Code answers about skills and commands in a window of its own: by its API for extensions, which lists those that its chat has, and
// by the request that it sends to a model.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, names, quoted } from '../../facts';
import type { Question, SkillSubject } from '../../question';
import { inBatches } from '../batches';
import { removeFolder } from '../remove-folder';
import { folderOf, laySkills, skillAnswer } from './batch';
import type { Ask } from './index';

interface Entry {
  /** Its absolute path. */
  readonly file: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly argumentHint?: string | undefined;
  readonly userInvocable: boolean;
  readonly disableModelInvocation?: boolean | undefined;
}

export interface Listed {
  readonly version: string;
  readonly skills: readonly Entry[];
  /** What its chat offers after "/", skills too. */
  readonly commands: readonly Entry[];
  /** The list of skills in a request: `<name>x</name>`, `<file>/a/x/SKILL.md</file>`. */
  readonly model: string;
  /** What was sent for a call of a command, by its file. */
  readonly calls: Readonly<Record<string, Call>>;
}

interface Call {
  /** Null for the agent that was selected before. */
  readonly agent: string | null;
  /** Null for the model that was selected before. */
  readonly model: string | null;
  /** Null for all that the window has. */
  readonly tools: readonly string[] | null;
}

/** It names skills by their folders and lists all of those that differ in them together. */
const together = {
  atOnce: 300,
  marks: ({ path: file }: Question): readonly string[] => [folderOf(file).toLowerCase()],
  kind: () => '',
};

export const askSkills: Ask = (_, questions) =>
  inBatches(questions, { ...together, ask: async (batch) => answers(batch, 'skill') });

/** All are listed by their paths; of several with one name, none is called. */
export const askCommands: Ask = (_, questions) =>
  inBatches(questions, {
    atOnce: 300,
    marks: ({ path: file }) => [file.toLowerCase()],
    kind: () => '',
    ask: async (batch) => answers(batch, 'command'),
  });

/** The agents that commands name, of which neither limits the tools. */
const agents: readonly Question[] = ['base', 'reviewer'].map((name) => ({
  id: name,
  path: `.github/agents/${name}.agent.md`,
  text: `---\nname: ${name}\n---\nWork.\n`,
}));

function answers(batch: readonly Question[], subject: SkillSubject): readonly Facts[] {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-vscode-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  try {
    mkdirSync(at.home);
    laySkills(at, agents);
    const files = laySkills(at, batch);
    const listed = listedIn(at);
    return files.map((file) => answer(listed, file, subject));
  } finally {
    removeFolder(root);
  }
}

function answer(
  { skills, commands, model, calls }: Listed,
  file: string,
  subject: SkillSubject,
): Facts {
  const found = (subject === 'skill' ? skills : commands).find((one) => one.file === file);
  if (!found) return skillAnswer(null, subject);
  const { name, userInvocable, argumentHint } = found;
  const description = found.description || null;
  const isListed = model.includes(`<file>${file}</file>`);
  const facts = skillAnswer(
    { name, description, user: userInvocable, ...(subject === 'skill' && { listed: isListed }) },
    subject,
  );
  if (subject === 'skill') return facts;
  const call = calls[file];
  return { ...facts, hint: quoted(argumentHint || null), ...(call && callFacts(call)) };
}

/** The tools that the window has without an account, and of which commands name some. */
export const toolsInWindow = [
  'agent/runSubagent',
  'execute/runInTerminal',
  'todo',
  'vscode/askQuestions',
  'vscode/extensions',
] as const;

/** The agents "ask" and "edit" have no tools that could be limited. */
const callFacts = ({ agent, model, tools }: Call): Facts => ({
  agent: quoted(agent),
  model: quoted(model),
  ...(agent !== 'ask' &&
    agent !== 'edit' && {
      tools: tools === null ? '*' : names(tools.filter((one) => isOneOf(toolsInWindow, one))),
    }),
});

const isOneOf = (all: readonly string[], one: string): boolean => all.includes(one);

function listedIn({ project, home }: { readonly project: string; readonly home: string }): Listed {
  const out = path.join(home, 'listed.json');
  const script = path.resolve('test/editor/listed/ask.mjs');
  const { status } = spawnSync(process.execPath, [script, project, home, out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('VS Code did not list its skills');
  return JSON.parse(readFileSync(out, 'utf8')) as Listed;
}
