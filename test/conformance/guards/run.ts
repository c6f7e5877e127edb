// `npm run conformance -- --guards --live`: what programs decide about calls, compared with what we state, and recorded.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { matcherOf } from '../../../server/hosts/claude-code/guards/matcher';
import { claudeCode } from '../../../server/hosts/claude-code/host';
import type { ToolCall } from '../../../server/hosts/model/guards';
import { installed } from '../install';
import { claudeCode as claudeOracle } from '../oracles/claude-code';
import { programIn } from '../oracles/claude-code/control';
import { geminiCli as geminiOracle } from '../oracles/gemini-cli';
import { qwenCode as qwenOracle } from '../oracles/qwen-code';
import {
  type AskedRules,
  askRules,
  type Compared,
  compareRules,
  type RecordedRules,
} from './asked-rules';
import { flowOf } from './flow';
import { geminiCli } from './gemini-cli';
import { geminiFlow } from './gemini-project';
import { askHooks, hookDifferences, hookFactsAsked, type RecordedHooks } from './hook-keys';
import {
  callsBeforeHooks,
  callsInLayers,
  groups,
  layers,
  lists,
  matchers,
  settingsWith,
} from './pairs';
import { qwenCode } from './qwen-code';
import { holdQwen, qwenFlow } from './qwen-session';
import { hold } from './session';
import { vscode } from './vscode';
import { windowForAll } from './vscode-window';

/** Answers of a version of a program. */
interface Recorded extends RecordedRules {
  readonly version: string;
}

interface RecordedOfClaude extends Recorded {
  /** `+` where the hook ran before the call. */
  readonly matchers: readonly (readonly [matcher: string | null, ran: string])[];
  readonly hooks: RecordedHooks;
}

const fileOf = (host: string): string => `test/hosts/guards/${host}.data.json`;

const read = (host: string): unknown => JSON.parse(readFileSync(fileOf(host), 'utf8'));

export const recorded = (): RecordedOfClaude => read('claude-code') as RecordedOfClaude;
export const recordedOfQwen = (): Recorded => read('qwen-code') as Recorded;
export const recordedOfGemini = (): Recorded => read('gemini-cli') as Recorded;
export const recordedOfVSCode = (): Recorded => read('vscode') as Recorded;

const project = '/project';

const rulesOfClaude: AskedRules = {
  ...{ host: claudeCode, groups, lists, layers, callsInLayers },
  settingsWith: (list, rule) => settingsWith(list as (typeof lists)[number], rule),
  // As `dossier probe` resolves a path, which Claude Code does too.
  resolved: ({ tool, subject }) => ({
    tool,
    subject: /^(?:Read|Edit|Write)$/.test(tool)
      ? path.posix.relative(project, path.posix.resolve(project, subject))
      : subject,
  }),
};

/** Our statements on all pairs of the record. */
export function compare(record: RecordedOfClaude): Compared {
  const { asked, open, differences } = compareRules(rulesOfClaude, record);
  const ofMatchers = record.matchers.flatMap(([matcher, ran]) =>
    callsBeforeHooks.flatMap(({ tool }, index) => {
      const here = matcherOf(matcher)?.(tool) ?? false;
      return here === (ran[index] === '+') ? [] : [`matcher ${matcher}, ${tool}`];
    }),
  );
  return {
    asked: asked + record.matchers.length * callsBeforeHooks.length + hookFactsAsked(record.hooks),
    open,
    differences: [...differences, ...ofMatchers, ...hookDifferences(record.hooks)],
  };
}

export const compareQwen = (record: Recorded): Compared => compareRules(qwenCode, record);
export const compareGemini = (record: Recorded): Compared => compareRules(geminiCli, record);
export const compareVSCode = (record: Recorded): Compared => compareRules(vscode, record);

/**
 * @param only asks about rules with this text in `group: list rule`, or about `hooks`, and takes the other answers from the record.
 */
async function askClaude(only: string): Promise<RecordedOfClaude> {
  const folder = installed(claudeOracle.packages);
  const program = programIn(folder);
  if (only === 'hooks') return { ...recorded(), hooks: await askHooks(program) };
  const before = only === '' ? { rules: {}, layers: {} } : recorded();
  const answers = await askRules(
    rulesOfClaude,
    async ([settings, local], calls) =>
      (await hold(program, { ...{ settings, calls }, ...(local && { local }) })).answers,
    before,
    { only, atOnce: 3 },
  );
  const version = claudeOracle.packages[0]?.version ?? '';
  if (only !== '') return { ...recorded(), version, ...answers };
  const { hooks: ran } = await hold(program, {
    ...{ settings: {}, calls: callsBeforeHooks },
    hooks: matchers.map((matcher) => ({ matcher })),
  });
  return {
    ...{ version, ...answers },
    matchers: matchers.map((matcher, at) => [
      matcher,
      ran.map((before) => (before.includes(at) ? '+' : '-')).join(''),
    ]),
    hooks: await askHooks(program),
  };
}

async function askQwen(only: string): Promise<Recorded> {
  const folder = installed(qwenOracle.packages);
  const flow = flowOf(qwenFlow, folder);
  const before = only === '' ? { rules: {}, layers: {} } : recordedOfQwen();
  // A session is slow. Modes and servers need one.
  const isSession = (calls: readonly ToolCall[]): boolean =>
    calls.some(({ tool }) => tool.startsWith('mcp__'));
  const ofRules = await askRules(
    { ...qwenCode, groups: without(qwenCode.groups, isSession), layers: {} },
    ([settings], calls) => flow.ask(settings, calls),
    before,
    { only, atOnce: 1 },
  );
  flow.close();
  const ofSessions = await askRules(
    { ...qwenCode, groups: without(qwenCode.groups, (calls) => !isSession(calls)) },
    ([settings], calls) => holdQwen(folder, settings, calls),
    before,
    { only, atOnce: 2 },
  );
  return {
    version: qwenOracle.packages[0]?.version ?? '',
    rules: { ...ofRules.rules, ...ofSessions.rules },
    layers: ofSessions.layers,
  };
}

async function askGemini(only: string): Promise<Recorded> {
  const flow = flowOf(geminiFlow, installed(geminiOracle.packages));
  const answers = await askRules(
    geminiCli,
    ([settings], calls) => flow.ask(settings, calls),
    only === '' ? { rules: {}, layers: {} } : recordedOfGemini(),
    { only, atOnce: 1 },
  );
  flow.close();
  return { version: geminiOracle.packages[0]?.version ?? '', ...answers };
}

async function askVSCode(only: string): Promise<Recorded> {
  const before = only === '' ? { rules: {}, layers: {} } : recordedOfVSCode();
  const answers = await askRules(vscode, windowForAll(), before, {
    ...{ only, atOnce: Number.POSITIVE_INFINITY },
  });
  return { version: vscode.host.version, ...answers };
}

const without = (
  all: AskedRules['groups'],
  isLeftOut: (calls: readonly ToolCall[]) => boolean,
): AskedRules['groups'] =>
  Object.fromEntries(Object.entries(all).filter(([, { calls }]) => !isLeftOut(calls)));

interface Asked<Answers extends Recorded> {
  readonly host: string;
  readonly ask: (only: string) => Promise<Answers>;
  readonly recorded: () => Answers;
  readonly compare: (record: Answers) => Compared;
}

async function run<Answers extends Recorded>(
  { host, ask, recorded, compare }: Asked<Answers>,
  { live, record, only }: Options,
): Promise<number> {
  const answers = live ? await ask(only) : recorded();
  if (record) writeFileSync(fileOf(host), `${JSON.stringify(answers, null, 1)}\n`);
  const { asked, open, differences } = compare(answers);
  console.log(
    `${host} ${answers.version}, guards: ${asked} asked, ${asked - open - differences.length} agree, ${differences.length} disagree, ${open} not predicted`,
  );
  for (const line of differences.slice(0, 60)) console.log(`  ${JSON.stringify(line)}`);
  return differences.length;
}

interface Options {
  readonly live: boolean;
  readonly record: boolean;
  readonly only: string;
  /** The ids of the asked programs; all of them where it is empty. */
  readonly hosts: readonly string[];
}

const isAskedIn =
  ({ hosts }: Options) =>
  (host: string): boolean =>
    hosts.length === 0 || hosts.includes(host);

/** Downloads the packages, for a run that has no network access. */
export function installGuardedPrograms(options: Options): void {
  if (!options.live) return;
  for (const { host, packages } of [claudeOracle, qwenOracle, geminiOracle])
    if (isAskedIn(options)(host)) installed(packages);
}

/** @returns how many differ. */
export async function runGuards(options: Options): Promise<number> {
  const isAsked = isAskedIn(options);
  let different = 0;
  if (isAsked('claude-code'))
    different += await run({ host: 'claude-code', ask: askClaude, recorded, compare }, options);
  if (isAsked('qwen-code'))
    different += await run(
      { host: 'qwen-code', ask: askQwen, recorded: recordedOfQwen, compare: compareQwen },
      options,
    );
  if (isAsked('gemini-cli'))
    different += await run(
      { host: 'gemini-cli', ask: askGemini, recorded: recordedOfGemini, compare: compareGemini },
      options,
    );
  if (isAsked('vscode'))
    different += await run(
      { host: 'vscode', ask: askVSCode, recorded: recordedOfVSCode, compare: compareVSCode },
      options,
    );
  return different;
}
