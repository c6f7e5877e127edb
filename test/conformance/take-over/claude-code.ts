// The 639 cases in which Claude Code was first measured, from the recordings outside the repository.
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { oracles, readJson, required, seeds as seedFolder } from '../../support/resources';
import type { Case } from '../case-file';
import { facts, names, quoted, yesNo } from '../facts';
import { pluginFolder } from '../question';
import type { Taken } from './taken';

type Written =
  | string
  | { readonly raw?: string; readonly fm?: string; readonly file?: string; readonly name?: string };

interface Group {
  readonly plugin?: boolean;
  readonly env?: object;
  readonly cases: Readonly<Record<string, Written>>;
}

interface Answer {
  readonly loaded: boolean;
  readonly sent: { readonly model: string; readonly tools: readonly string[] } | null;
  readonly refused: string | null;
}

/** What is no text at a place in a context that we know. */
const outside: Readonly<Record<string, string>> = {
  todoenv: 'an environment variable of the program brings the to-do tools back',
  ts: 'an environment variable of the program holds tools back until they are searched for',
  restricted: 'the program was started with --restricted and read no project at all',
  seed001: "a seed: another's text, replayed with the corpus",
  seed002: "a seed: another's text, replayed with the corpus",
  seed004: "a seed: another's text, replayed with the corpus",
  seedall: 'five texts in one folder, three of one name: the order of the directory decides',
};

const contexts: Readonly<Record<string, Case['context']>> = {
  sonnet46: { model: 'claude-sonnet-4-6' },
  defaultenv: { background: true },
};

/** Files whose answer was that of another file with the same name are asked again, alone in their folder. */
const shadowed = new Set(['A8', 'A33', 'A34', 'f2']);

export async function claudeCodeCases(): Promise<Taken> {
  const seeds = seedsByOldNames();
  const recorded = required(oracles, 'DOSSIER_ORACLES');
  const { groups: answers } = readJson<{
    groups: Readonly<Record<string, { cases: Readonly<Record<string, Answer>> }>>;
  }>(recorded, 'claude/golden-2.1.328.json');
  const groups: Record<string, readonly Case[]> = {};
  const left: { what: string; why: string }[] = [];
  for (const number of ['', '2', '3', '4', '5', '6', '7']) {
    const file = pathToFileURL(path.join(recorded, `claude/cases${number}.mjs`)).href;
    const { groups: written } = (await import(file)) as { groups: Readonly<Record<string, Group>> };
    for (const [name, group] of Object.entries(written)) {
      const found = answers[name]?.cases ?? {};
      const why = outside[name];
      const ids = Object.keys(group.cases);
      if (why !== undefined) left.push({ what: `${name}: ${ids.length} cases`, why });
      else groups[name] = ids.map((id) => caseOf(name, id, group, found[id]));
    }
  }
  rmSync(seeds, { recursive: true });
  return { host: 'claude-code', version: '2.1.328', groups, left };
}

/** The lists of cases ask for the seeds under the names they had. */
function seedsByOldNames(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-seeds-'));
  for (const file of readdirSync(seedFolder))
    for (const end of oldEnds)
      copyFileSync(
        path.join(seedFolder, file),
        path.join(folder, `${file.slice(0, 3)}_${end}.txt`),
      );
  process.env['SEEDS'] = folder;
  return folder;
}

const oldEnds = [
  'aa996b096df9b711',
  '6863014e70f319c7',
  '269f0cdf3199131d',
  'bcee76f5e56ba4d0',
  'dddc7b5a6de283f6',
];

function caseOf(
  group: string,
  id: string,
  { plugin, cases }: Group,
  answer: Answer | undefined,
): Case {
  const written = cases[id] ?? '';
  const own = typeof written === 'string' ? { fm: written } : written;
  const text =
    ('raw' in own ? own.raw : undefined) ??
    `---\nname: ${id}\ndescription: d ${id}\n${own.fm ?? ''}\n---\nBODY-${id}\n`;
  const file = ('file' in own ? own.file : undefined) ?? `${id}.md`;
  const name = ('name' in own ? own.name : undefined) ?? id;
  const context = contexts[group];
  return {
    id,
    path: `${plugin ? pluginFolder : '.claude'}/agents/${file}`,
    text,
    ...(context && { context }),
    facts:
      answer && !shadowed.has(id)
        ? factsOf(answer, plugin && !name.startsWith('plug:') ? `plug:${name}` : name)
        : {},
  };
}

function factsOf({ loaded, sent, refused }: Answer, name: string): Case['facts'] {
  if (!loaded) return { agent: 'no' };
  const zero = /zero tools/.test(refused ?? '');
  return facts({
    agent: 'yes',
    name: quoted(name),
    starts: sent || zero ? yesNo(sent !== null) : undefined,
    model: sent ? quoted(sent.model) : undefined,
    tools: sent ? names(sent.tools) : undefined,
  });
}
