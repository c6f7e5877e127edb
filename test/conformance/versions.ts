// What another version of a program does differently, in the words of the facts: from the cases that prove facts.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compareVersions } from '../../server/hosts/model/version';
import type { Case } from './case-file';
import { caseFilesOf } from './cases';
import { linksOf } from './evidence/links';
import { type Difference, differences, type Facts, names } from './facts';
import type { Compared } from './live';
import type { Question } from './question';

/** A difference between a version and the one that the declarations are of. */
export interface VersionChange {
  /** `tool X appeared`, `field y, other values: agent: no there, yes here`. */
  readonly what: string;
  /** `group: title` of a case that shows it. */
  readonly shownBy: string;
  /** The tool or the field that it is about. */
  readonly tool?: string;
  readonly field?: string;
}

export interface VersionRun {
  readonly version: string;
  /** ISO date. */
  readonly on: string;
  readonly asked: number;
  readonly changes: readonly VersionChange[];
  /** Why the declarations do not have this version: its differences are listed, and no verdict is given for it. */
  readonly undeclared?: string;
  /** The cases that the version answers in another way: by `group: title`, the facts that differ. */
  readonly answers?: Readonly<Record<string, Facts>>;
}

const folder = 'test/hosts/versions';
const fileOf = (host: string): string => path.join(folder, `${host}.data.json`);

export const versionRunsOf = (host: string): readonly VersionRun[] =>
  existsSync(fileOf(host)) ? (JSON.parse(readFileSync(fileOf(host), 'utf8')) as VersionRun[]) : [];

/** In place of an earlier run of the same version; the newest version first. */
export function recordVersionRun(host: string, run: VersionRun): void {
  mkdirSync(folder, { recursive: true });
  const runs = [...versionRunsOf(host).filter(({ version }) => version !== run.version), run];
  runs.sort((a, b) => compareVersions(b.version, a.version));
  writeFileSync(fileOf(host), `${JSON.stringify(runs, null, 1)}\n`);
}

/** For a version that is the one of the declaration from now on. */
export function removeVersionRun(host: string, version: string): void {
  const runs = versionRunsOf(host).filter((run) => run.version !== version);
  if (existsSync(fileOf(host))) writeFileSync(fileOf(host), `${JSON.stringify(runs, null, 1)}\n`);
}

/** Besides the answers that are known of that version. */
export function recordVersionAnswers(
  host: string,
  version: string,
  answers: Readonly<Record<string, Facts>>,
): void {
  const run = versionRunsOf(host).find((one) => one.version === version);
  if (!run) throw new Error(`ask ${host} ${version} with --linked first`);
  recordVersionRun(host, { ...run, answers: { ...run.answers, ...answers } });
}

/** The cases that prove facts, each once. */
export function linkedCases(host: string): readonly Case[] {
  const linked = new Set(Object.values(linksOf(host)).flat());
  return [...caseFilesOf(host)].flatMap(([group, { cases }]) =>
    cases.filter(({ id }) => linked.has(`${group}: ${id}`)),
  );
}

/** The differences from the recorded answers, each in the words of the facts that the case proves. */
export function changesIn(host: string, found: readonly Compared[]): readonly VersionChange[] {
  const recorded = recordedByKey(host);
  const factsByCase = new Map<string, string[]>();
  for (const [fact, cases] of Object.entries(linksOf(host)))
    for (const id of cases) factsByCase.set(id, [...(factsByCase.get(id) ?? []), fact]);
  const changes = new Map<string, VersionChange>();
  const answered = found.flatMap(({ question, there }) => {
    const one = recorded.get(keyOf(question));
    return one ? [{ question, one, there }] : [];
  });
  const [first] = answered;
  const general = generalTools(answered.map(({ one, there }) => [one.facts, there]));
  for (const { tool, is } of general) {
    const what = `tool ${tool} ${is} to every agent`;
    changes.set(what, { what, tool, shownBy: first?.one.id ?? '' });
  }
  const specific = ({ fact, there, here }: Difference): Difference[] => {
    if (fact !== 'granted') return [{ fact, there, here }];
    const [before, now] = [there, here].map((text) =>
      names(toolsIn(text).filter((tool) => !general.some((one) => one.tool === tool))),
    );
    return before === undefined || now === undefined || before === now
      ? []
      : [{ fact, there: before, here: now }];
  };
  for (const { question, one, there } of answered) {
    const facts = factsByCase.get(one.id) ?? [];
    for (const difference of reportedDifferences(one.facts, there).flatMap(specific)) {
      const { fact, there: before, here: now } = difference;
      const isListed = there['tools'] !== undefined && there['tools'] !== '*';
      const byName =
        fact === 'granted'
          ? facts.filter((each) => (isListed ? ofNameOrTool : ofName).test(each))
          : [];
      const byTool = byName.length > 0 ? [] : nameChanges(fact, before, now);
      const ofSession = fact === 'model' && !/^model\s*:/m.test(question.text);
      const about =
        byName.length > 0
          ? byName.map((each) => valueChange(each, fact, before, now))
          : byTool.length > 0
            ? byTool
            : ofSession
              ? [{ what: `the model of the session is ${now}, not ${before}` }]
              : [valueChange(facts[0] ?? one.id, fact, before, now)];
      for (const change of about)
        if (!changes.has(change.what)) changes.set(change.what, { ...change, shownBy: one.id });
    }
  }
  return [...changes.values()].sort((a, b) => (a.what < b.what ? -1 : 1));
}

const toolsIn = (text: string): readonly string[] =>
  text.split(', ').filter((name) => name !== '(none)');

/** The tools that only one of the versions gives to every agent, whatever is in its file. */
function generalTools(
  pairs: readonly (readonly [Facts, Facts])[],
): readonly { readonly tool: string; readonly is: string }[] {
  const granted = pairs.flatMap(([before, now]) =>
    before['granted'] === undefined || now['granted'] === undefined
      ? []
      : [[toolsIn(before['granted']), toolsIn(now['granted'])] as const],
  );
  const inAll = (at: 0 | 1): readonly string[] =>
    (granted[0]?.[at] ?? []).filter((tool) => granted.every((pair) => pair[at].includes(tool)));
  const [before, now] = [inAll(0), inAll(1)];
  return [
    ...now.filter((tool) => !before.includes(tool)).map((tool) => ({ tool, is: 'is given' })),
    ...before.filter((tool) => !now.includes(tool)).map((tool) => ({ tool, is: 'is not given' })),
  ];
}

/** A case of a name that stands for tools is about the name, not about these tools. */
const ofName = /^(?:tool name|former tool) /;
/** Where a file lists tools, what the name of one stands for. */
const ofNameOrTool = /^(?:tool|tool name|former tool) /;

/** What differs from the recorded answers, by the id of the case. */
export function otherAnswers(
  host: string,
  found: readonly Compared[],
): Readonly<Record<string, Facts>> {
  const recorded = recordedByKey(host);
  return Object.fromEntries(
    found.flatMap(({ question, there }) => {
      const one = recorded.get(keyOf(question));
      if (!one) return [];
      const changed = reportedDifferences(one.facts, there).map(
        ({ fact, here }) => [fact, here] as const,
      );
      return changed.length === 0 ? [] : [[one.id, Object.fromEntries(changed)] as const];
    }),
  );
}

/** Of an agent that does not start, the program reports nothing more: that is no further difference. */
const reportedDifferences = (recorded: Facts, there: Facts): readonly Difference[] =>
  differences(recorded, there).filter(({ fact }) => Object.hasOwn(there, fact));

interface RecordedCase extends Pick<Case, 'id' | 'facts'> {}

function recordedByKey(host: string): ReadonlyMap<string, RecordedCase> {
  return new Map(
    [...caseFilesOf(host)].flatMap(([group, { cases }]) =>
      cases.map((one) => [keyOf(one), { id: `${group}: ${one.id}`, facts: one.facts }] as const),
    ),
  );
}

const keyOf = ({ path: at, text, context, around }: Question): string =>
  JSON.stringify([at, text, context, around]);

/** Facts that are sets of tools. */
const toolFacts = new Set(['tools', 'granted', 'offered']);

type Change = Omit<VersionChange, 'shownBy'>;

function nameChanges(fact: string, before: string, now: string): readonly Change[] {
  if (!toolFacts.has(fact) || before === '*' || now === '*') return [];
  const [old, present] = [before, now].map(
    (names) => new Set(names.split(', ').filter((name) => name !== '(none)')),
  );
  if (!old || !present) return [];
  const change = (tool: string, is: string): Change => ({ what: `tool ${tool} ${is}`, tool });
  return [
    ...[...present].filter((name) => !old.has(name)).map((name) => change(name, 'is given')),
    ...[...old].filter((name) => !present.has(name)).map((name) => change(name, 'is not given')),
  ];
}

function valueChange(declared: string, fact: string, before: string, now: string): Change {
  const field = /^field (\S+?)(?:,| |$)/.exec(declared)?.[1];
  const about = field === undefined ? {} : { field };
  if (fact === 'agent') {
    const outcome =
      now === 'yes' ? 'is accepted' : now === 'no' ? 'leads to no agent' : `: the program ${now}`;
    return { what: `${declared} ${outcome}`, ...about };
  }
  return { what: `${declared}: ${fact} is ${shortened(now)}, not ${shortened(before)}`, ...about };
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
