// Answers of Claude Code: many files per run, identified by their names. Files that cannot be distinguished are asked
// separately.
import path from 'node:path';
import { type Facts, facts, names, quoted, yesNo } from '../facts';
import type { Oracle } from '../oracle';
import { callsIn, pluginFolder, type Question } from '../question';
import { inBatches } from './batches';
import type { Request } from './claude-code/service';
import { hold, type Setting, type Started } from './claude-code/session';
import { isServed, servedFact, serversOf } from './served-tools';

const version = '2.1.328';
const atOnce = 100;

export const claudeCode: Oracle = {
  host: 'claude-code',
  answers: {
    part: 'program',
    how: 'A session without a terminal starts each agent, and the request to the model shows prompt, model and tools.',
    license: 'its own (README.md of the package)',
  },
  packages: [{ name: '@anthropic-ai/claude-code', version }],
  start: async (folder) => {
    const platform = `claude-code-${process.platform}-${process.arch}`;
    const program = path.join(folder, 'node_modules/@anthropic-ai', platform, 'claude');
    const { version } = await hold(program, settingOf([]));
    return {
      version,
      ask: (questions) =>
        inBatches(questions, {
          atOnce,
          marks: marksOf,
          kind: kindOf,
          ask: (batch) => answers(program, batch),
        }),
      close: async () => {},
    };
  },
};

const nameLine = /(?:^[ \t]?|[{,][ \t]*)["']?name["']?[ \t]*:[ \t]*([^\n\r]*)/gim;

/** What may become the agent's name, and its prompt: two files with the same one are not asked together. */
function marksOf({ text, path: file }: Question): readonly string[] {
  const head = text.slice(0, 20_000);
  const written = [...head.matchAll(nameLine)].map(([, value = '']) =>
    value.replace(/^["']|["']?\s*$/g, ''),
  );
  const end = text.trimEnd().slice(-200);
  return [
    ...[...written, path.basename(file, '.md')].flatMap((one) => [one, simple(one)]),
    ...(end.length < 200 ? [] : [end]),
    path.basename(file),
  ];
}

/** The program also finds an agent if case, spaces and hyphens differ. */
const simple = (name: string): string =>
  name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '') || name;

/** What can share a run: the same context, and all in plugins or none. */
const kindOf = ({ path: file, context, around }: Question): string =>
  JSON.stringify([
    file.startsWith(`${pluginFolder}/`),
    context?.model,
    context?.background,
    context?.mcp,
    around,
  ]);

function settingOf(batch: readonly Question[]): Setting {
  const [first] = batch;
  const plugin = first?.path.startsWith(`${pluginFolder}/`) ?? false;
  return {
    files: Object.fromEntries([
      ...(plugin ? [[`${pluginFolder}/.claude-plugin/plugin.json`, manifest]] : []),
      ...Object.entries(first?.around ?? {}),
      ...batch.map((question) => [question.path, question.text]),
    ]),
    plugin,
    background: first?.context?.background ?? false,
    model: first?.context?.model ?? null,
    servers: (first && serversOf(first)) ?? [],
    calls: [...new Set(batch.flatMap(({ text }) => callsIn(text)))],
  };
}

const manifest = JSON.stringify({ name: pluginFolder, version: '1.0.0', description: 'd' });

/** Null for a question whose answer is not certain in this company. */
async function answers(
  program: string,
  batch: readonly Question[],
): Promise<readonly (Facts | null)[]> {
  const session = await hold(program, settingOf(batch));
  const calledBy = ({ text }: Question): Facts => {
    const [name] = callsIn(text);
    return name === undefined ? {} : { calls: session.calls.get(name) ? 'starts' : 'not found' };
  };
  const reportedOf = (question: Question): string =>
    names(session.reported.get(question.path) ?? []);
  const [only] = batch;
  if (only && batch.length === 1)
    return [{ ...answer(ownOf(session.started, only), reportedOf(only), only), ...calledBy(only) }];
  const owners = new Map<Question, Started>();
  const strangers: Started[] = [];
  for (const started of session.started) {
    const owner = ownerOf(started, batch);
    if (owner && !owners.has(owner)) owners.set(owner, started);
    else strangers.push(started);
  }
  return batch.map((question) => {
    if (session.doubles.includes(`/${question.path}`)) return null;
    const started = owners.get(question);
    const doubtful = !started && strangers.some((one) => mayBe(one, question));
    return doubtful
      ? null
      : { ...answer(started, reportedOf(question), question), ...calledBy(question) };
  });
}

/** Where other files of the project are agents too, the one of the question is found by its name. */
const ownOf = (started: readonly Started[], question: Question): Started | undefined =>
  question.around
    ? started.find(({ agent }) => marksOf(question).includes(withoutPlugin(agent.name)))
    : started[0];

/** `plug:reviewer`: `reviewer`. */
const withoutPlugin = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

function ownerOf(started: Started, batch: readonly Question[]): Question | null {
  const plain = withoutPlugin(started.agent.name);
  const likely = batch.filter((each) => mayBe(started, each));
  const named = likely.filter((each) => marksOf(each).includes(plain));
  const [only, ...others] = named.length > 0 ? named : likely;
  return others.length === 0 ? (only ?? null) : null;
}

/** The text contains its prompt and the first words of its description; an agent that was not started shows no prompt. */
function mayBe({ agent, request }: Started, { text, path: file }: Question): boolean {
  if (file.startsWith(pluginFolder) && /^Agent from /.test(agent.description)) return true;
  const words = agent.description.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  if (!words.slice(0, 8).every((word) => text.includes(word))) return false;
  return !request || file.startsWith(pluginFolder) || text.includes(promptOf(request));
}

function answer(started: Started | undefined, reported: string, question: Question): Facts {
  if (!started) return { agent: 'no', reported };
  const { agent, request, refusal } = started;
  const given = (request?.tools ?? []).map((tool) => tool.name);
  const zero = refusal !== undefined && /zero tools/.test(refusal);
  return facts({
    agent: 'yes',
    name: quoted(agent.name),
    description: quoted(agent.description),
    starts: request || zero ? yesNo(request !== undefined) : undefined,
    model: request && quoted(request.model),
    tools: request && names(given.filter((name) => !isServed(name))),
    ...(request && servedFact(question, given)),
    prompt: request && isWithEnd(request) ? String(promptOf(request).length) : undefined,
    reported,
  });
}

const behind = 'Messages from the agent that launched you';
const memory = '# Persistent Agent Memory\n\nYou have a persistent';

const blocksOf = ({ system }: Request): readonly string[] =>
  typeof system === 'string' ? [system] : (system ?? []).map(({ text }) => text);

/** Earlier versions add other words, so that the end of the prompt is not known. */
const isWithEnd = (request: Request): boolean =>
  blocksOf(request).some((text) => text.includes(behind));

/** The agent's own words, without what the program adds behind them. */
function promptOf(request: Request): string {
  const block = blocksOf(request).find((text) => text.includes(behind)) ?? '';
  const whole = block.slice(0, block.lastIndexOf(behind));
  const cut = whole.lastIndexOf(memory);
  return (cut < 0 ? whole : whole.slice(0, cut)).replace(/\n\n$/, '');
}
