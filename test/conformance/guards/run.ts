// `npm run conformance -- --guards --live`: what Claude Code decides about calls, compared with what we state, and recorded.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { matcherOf } from '../../../server/hosts/claude-code/guards/matcher';
import { claudeCode } from '../../../server/hosts/claude-code/host';
import type { ToolCall } from '../../../server/hosts/model/guards';
import { installed } from '../install';
import { claudeCode as oracle } from '../oracles/claude-code';
import { programIn } from '../oracles/claude-code/control';
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
import { hold } from './session';

/** A character for each call of the group. */
export interface Recorded {
  readonly version: string;
  /** By the group, then by the list and the rule. */
  readonly rules: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly layers: Readonly<Record<string, string>>;
  /** `+` where the hook ran before the call. */
  readonly matchers: readonly (readonly [matcher: string | null, ran: string])[];
  readonly hooks: RecordedHooks;
}

const file = 'test/hosts/guards/claude-code.data.json';

export const recorded = (): Recorded => JSON.parse(readFileSync(file, 'utf8')) as Recorded;

export interface Compared {
  readonly asked: number;
  /** About which we state nothing. */
  readonly open: number;
  readonly differences: readonly string[];
}

const meanings: Readonly<Record<string, string>> = { '+': 'allow', '?': 'ask', '-': 'deny' };

const project = '/project';

/** As `dossier probe` resolves a path, which Claude Code does too. */
const resolved = ({ tool, subject }: ToolCall): ToolCall => ({
  tool,
  subject: /^(?:Read|Edit|Write)$/.test(tool)
    ? path.posix.relative(project, path.posix.resolve(project, subject))
    : subject,
});

/** Our statements on all pairs of the record. */
export function compare(record: Recorded): Compared {
  const differences: string[] = [];
  let asked = 0;
  let open = 0;
  const put = (
    title: string,
    calls: readonly ToolCall[],
    answers: string,
    settings: readonly [object, object?],
  ): void => {
    const texts = settings.flatMap((one, index) =>
      one ? [{ file: claudeCode.guards?.files[index] ?? '', text: JSON.stringify(one) }] : [],
    );
    calls.forEach((call, index) => {
      const there = meanings[answers[index] ?? ''];
      if (there === undefined) return;
      asked++;
      const here = claudeCode.guards?.decide(resolved(call), texts).action;
      if (here === 'unknown') open++;
      else if (here !== there)
        differences.push(`${title}, ${call.tool} ${call.subject}: ${there} there, ${here} here`);
    });
  };
  for (const [name, { calls, rules }] of Object.entries(groups))
    for (const list of lists)
      for (const rule of rules) {
        const title = `${list} ${rule}`;
        put(title, calls, record.rules[name]?.[title] ?? '', [settingsWith(list, rule)]);
      }
  for (const [title, [project, local]] of Object.entries(layers))
    put(title, callsInLayers, record.layers[title] ?? '', [project, local]);
  for (const [matcher, ran] of record.matchers)
    callsBeforeHooks.forEach(({ tool }, index) => {
      asked++;
      const here = matcherOf(matcher)?.(tool) ?? false;
      if (here !== (ran[index] === '+')) differences.push(`matcher ${matcher}, ${tool}`);
    });
  asked += hookFactsAsked(record.hooks);
  differences.push(...hookDifferences(record.hooks));
  return { asked, open, differences };
}

const atOnce = 3;

/**
 * @param only asks about rules with this text in `group: list rule`, or about `hooks`, and takes the other answers from the record.
 */
async function ask(only: string): Promise<Recorded> {
  const folder = installed(oracle.packages);
  const program = programIn(folder);
  if (only === 'hooks') return { ...recorded(), hooks: await askHooks(program) };
  const rules: Record<string, Record<string, string>> = {};
  const found: Record<string, string> = {};
  const jobs: (() => Promise<void>)[] = [];
  for (const [name, { calls, rules: own }] of Object.entries(groups)) {
    rules[name] = Object.fromEntries(
      lists.flatMap((list) =>
        own.map((rule) => {
          const title = `${list} ${rule}`;
          return [
            title,
            `${name}: ${title}`.includes(only) ? '' : (recorded().rules[name]?.[title] ?? ''),
          ];
        }),
      ),
    );
    for (const list of lists)
      for (const rule of own)
        if (`${name}: ${list} ${rule}`.includes(only))
          jobs.push(async () => {
            const { answers } = await hold(program, { settings: settingsWith(list, rule), calls });
            (rules[name] ?? {})[`${list} ${rule}`] = answers.join('');
          });
  }
  for (const [title, [settings, local]] of only === '' ? Object.entries(layers) : [])
    jobs.push(async () => {
      const { answers } = await hold(program, {
        ...{ settings, calls: callsInLayers },
        ...(local && { local }),
      });
      found[title] = answers.join('');
    });
  const work = async (): Promise<void> => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await job();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (only !== '') return { ...recorded(), version: oracle.packages[0]?.version ?? '', rules };
  const { hooks: ran } = await hold(program, {
    ...{ settings: {}, calls: callsBeforeHooks },
    hooks: matchers.map((matcher) => ({ matcher })),
  });
  return {
    version: oracle.packages[0]?.version ?? '',
    rules,
    layers: Object.fromEntries(Object.keys(layers).map((title) => [title, found[title] ?? ''])),
    matchers: matchers.map((matcher, at) => [
      matcher,
      ran.map((before) => (before.includes(at) ? '+' : '-')).join(''),
    ]),
    hooks: await askHooks(program),
  };
}

/** @returns how many differ. */
export async function runGuards({
  live,
  record,
  only,
}: {
  readonly live: boolean;
  readonly record: boolean;
  readonly only: string;
}): Promise<number> {
  const answers = live ? await ask(only) : recorded();
  const { asked, open, differences } = compare(answers);
  console.log(
    `claude-code ${answers.version}, guards: ${asked} asked, ${asked - open - differences.length} agree, ${differences.length} disagree, ${open} not predicted`,
  );
  for (const line of differences.slice(0, 60)) console.log(`  ${JSON.stringify(line)}`);
  if (record) writeFileSync(file, `${JSON.stringify(answers, null, 1)}\n`);
  return differences.length;
}
