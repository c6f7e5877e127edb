// No conversion lets an agent do more, judged by models of the programs that know nothing of our declarations: each of them agrees
// with the recorded answers of its program.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { formOf } from '../../server/agent/outline';
import type { Converted } from '../../server/convert/convert';
import type { Host } from '../../server/hosts/model/host';
import { english } from '../../server/text/translate';
import { caseFilesOf } from '../conformance/cases';
import { hosts } from '../support/catalog';
import { corpusFiles } from '../support/corpus';
import { times } from '../support/share';
import { type Act, narrower, wider } from './grants/acts';
import { madeAgentOf } from './grants/agents';
import { type Fields, isCovered, type Program, programs } from './grants/programs';
import { convertedAt, pairs, type SourceFile } from './pairs';

const headOf = (text: string): string => /^---\n(.*?)\n---(?:\n|$)/s.exec(text)?.[1] ?? '';

/** Whether every parser reads the frontmatter of a case alike. */
const isPlain = (text: string): boolean =>
  headOf(text)
    .split('\n')
    .every((line) => line.split('"').length % 2 === 1) &&
  headOf(text) !== '' &&
  !/[&!|>#]|^\s*\*|\t|---|: .*: |\[[^\]]*$/m.test(headOf(text));

/** The fields of a frontmatter; null where it is no map. */
function fieldsIn(text: string): Fields | null {
  const head = headOf(text);
  try {
    const fields: unknown = parse(head, { logLevel: 'silent' });
    return typeof fields === 'object' && fields !== null && !Array.isArray(fields)
      ? { ...fields }
      : null;
  } catch {
    return null;
  }
}

const wordsOf = (fact: string, separator: string): readonly string[] =>
  fact === '(none)' ? [] : fact.split(separator);

const sorted = (names: readonly string[]): string => [...new Set(names)].sort().join(', ');

/** The answers that the model predicts, and those that it predicts wrongly. */
function compared({ id, answer }: Program) {
  const wrong: string[] = [];
  let right = 0;
  for (const { cases } of caseFilesOf(id).values())
    for (const { id: title, path, text, facts, context, around } of cases) {
      const fields = isPlain(text) ? fieldsIn(text) : null;
      const { mcp, ...other } = context ?? {};
      // VS Code reads the files of Claude Code too.
      if (id === 'vscode' && path.includes('.claude/')) continue;
      if (!fields || !answer || around || Object.keys(other).length > 0) continue;
      if (facts['agent'] !== 'yes' || facts['starts'] === 'no') continue;
      for (const [fact, names] of Object.entries(answer(fields, mcp ?? []) ?? {})) {
        const actual = facts[fact];
        if (actual === undefined || actual.includes('"') || actual.startsWith('(')) continue;
        const isOrdered = fact === 'permissions';
        const predicted = isOrdered ? names.join(' | ') : sorted(names);
        const there = isOrdered ? actual : sorted(wordsOf(actual, ', '));
        if (predicted === there) right++;
        else wrong.push(`${title}: ${fact} ${there}, not ${predicted}`);
      }
    }
  return { right, wrong };
}

/** How many recorded answers the models predicted when they were written. */
const least: Readonly<Record<string, number>> = {
  ...{ 'claude-code': 664, 'copilot-cli': 58, factory: 23, 'gemini-cli': 16, grok: 8, kimi: 35 },
  ...{ qoder: 31, 'qwen-code': 26, vscode: 49, opencode: 62, kilo: 59, 'opencode@2': 30 },
};

describe('the model of what an agent can do', () => {
  for (const program of programs.filter(({ answer }) => answer))
    it(`agrees with the recorded answers of ${program.id}`, () => {
      const { right, wrong } = compared(program);
      assert.deepEqual(wrong, []);
      assert.ok(right >= (least[program.id] ?? 0), `${right}`);
    });
});

/** The parts of an account that may state that an act is lost. */
const partsOf = (act: Act): readonly string[] => {
  const [verb = ''] = act.split(' ');
  const own = parts[verb] ?? act;
  if (verb !== 'use') return [own, ...(controlled.includes(own) ? modes : [])];
  const [, server = '', tool = ''] = act.split(' ');
  return [server, `${server}/${tool}`, '*', 'git*', 'g*', '*/log', 'git/l*'];
};

const parts: Readonly<Record<string, string>> = {
  ...{ read: 'read-file', list: 'list-folder', find: 'find-files', search: 'search-text' },
  ...{ create: 'create-file', change: 'change-file', notebook: 'edit-notebook' },
  ...{ run: 'run-command', fetch: 'fetch-page', 'search-web': 'search-web', todo: 'track-todos' },
  ...{ skill: 'use-skill', 'ask-user': 'ask-person', call: 'delegate', use: 'tools' },
};

const controlled = ['create-file', 'change-file', 'edit-notebook', 'run-command'];
const modes = ['permissionMode', 'approvalMode'];

/** The acts that the agent loses without a line that states it. */
const silent = (less: readonly Act[], account: Converted['account']): readonly Act[] => {
  const named = new Set(
    account.flatMap(({ change, part, covers = [] }) =>
      change === 'same' ? [] : [part.name, ...covers],
    ),
  );
  return less.filter((act) => !named.has('tools') && !partsOf(act).some((one) => named.has(one)));
};

const byId = new Map(programs.map((program) => [program.id, program]));

/** How many agents are made of all programs together; each is converted to every other program. */
const madeAgents = 3000;

/** What an agent of a program can do in each other one: more, or less without a line of the account that states it. */
function checked({ file, text }: SourceFile, source: Host): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const own = byId.get(source.id);
  assert.ok(own);
  const before = own.grants(fieldsIn(text) ?? {});
  for (const [from, target] of pairs) {
    const made = from === source ? convertedAt({ file, text }, source, target) : null;
    if (!made || made.converted.isRefused) continue;
    const { account, text: written } = made.converted;
    const program = byId.get(target.id);
    assert.ok(program && written !== null);
    const now = program.grants(fieldsIn(written) ?? {});
    const { always = [] } = program;
    const more = wider(before, now).filter((act) => !always.includes(act));
    const less = narrower(before, now).filter((act) => !own.always?.includes(act));
    const rows = account.map((row) => `${row.change} ${row.part.name}: ${english(row.why)}`);
    const where = [text, written, ...rows].join('\n');
    for (const act of more) found.set(`${target.id} wider: ${act}`, where);
    // The limits of a role are those that it states, and not those that its program applies.
    const lost = source.id === 'codex' ? [] : silent(less, account);
    if (lost.length > 0) found.set(`${target.id} silently narrower: ${lost.join(', ')}`, where);
  }
  return found;
}

const failIf = (found: ReadonlyMap<string, string>): void => {
  const [first] = [...found].map((one) => one.join('\n'));
  assert.equal(first, undefined, [...found.keys(), first].join('\n'));
};

describe('an agent made of lists, rules and modes', () => {
  it('is made of every host of which agents are converted', () =>
    assert.deepEqual([...new Set(pairs.map(([{ id }]) => id))].sort(), [...byId.keys()].sort()));

  for (const [id] of byId)
    it(`of ${id} can do no more in any other program, and less only where the account states it`, () => {
      const source = hosts.find((one) => one.id === id);
      assert.ok(source);
      const file = formOf(source.ownFile) === 'toml' ? 'made-agent.toml' : 'made-agent.md';
      fc.assert(
        fc.property(madeAgentOf(id), (text) => failIf(checked({ file, text }, source))),
        { numRuns: times(Math.ceil(madeAgents / byId.size)), seed: 38 },
      );
    });
});

/** The folders of real files, with the programs that they were written for. */
const ownFolders: readonly (readonly [string, string])[] = [
  ...([
    ['claude', 'claude-code'],
    ['copilot', 'copilot-cli'],
    ['copilot', 'vscode'],
  ] as const),
  ...([
    ['cursor', 'cursor'],
    ['factory', 'factory'],
    ['gemini', 'gemini-cli'],
  ] as const),
  ...([
    ['kilo', 'kilo'],
    ['opencode', 'opencode'],
    ['opencode', 'opencode@2'],
  ] as const),
];

describe('real agent files', () => {
  for (const [folder, id] of ownFolders)
    it(`of ${id} keep their limits, and lose nothing that the account does not state`, () => {
      const found = new Map<string, string>();
      const source = hosts.find((one) => one.id === id);
      const program = byId.get(id);
      assert.ok(source && program);
      for (const file of corpusFiles().filter((one) => one.includes(`/${folder}/`))) {
        const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
        const fields = isPlain(text) ? fieldsIn(text) : null;
        if (fields && isCovered(program, fields))
          for (const [what, where] of checked({ file, text }, source))
            found.set(`${file} ${what}`, where);
      }
      failIf(found);
    });
});
