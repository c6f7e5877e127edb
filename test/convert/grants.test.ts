// No conversion lets an agent do more, judged by models of the programs that know nothing of our declarations: each of them agrees
// with the recorded answers of its program.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { formOf } from '../../server/agent/outline';
import { caseFilesOf } from '../conformance/cases';
import { times } from '../support/share';
import { narrower, wider } from './grants/acts';
import { madeAgentOf } from './grants/agents';
import { type Fields, type Program, programs } from './grants/programs';
import { convertedAt, pairs } from './pairs';

const headOf = (text: string): string => /^---\n(.*?)\n---(?:\n|$)/s.exec(text)?.[1] ?? '';

/** Whether every parser reads the frontmatter of a case alike. */
const isPlain = (text: string): boolean =>
  headOf(text) !== '' && !/[&!|>#]|^\s*\*|\t|---|: .*: |\[[^\]]*$/m.test(headOf(text));

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
  ...{ 'claude-code': 666, 'copilot-cli': 58, factory: 23, 'gemini-cli': 16, grok: 8, kimi: 35 },
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

const byId = new Map(programs.map((program) => [program.id, program]));

/** How many agents are made of all programs together; each is converted to every other program. */
const madeAgents = 3000;

describe('an agent made of lists, rules and modes', () => {
  it('is made of every host of which agents are converted', () =>
    assert.deepEqual([...new Set(pairs.map(([{ id }]) => id))].sort(), [...byId.keys()].sort()));

  for (const [id, { grants, always: given = [] }] of byId)
    it(`of ${id} can do no more in any other program, and less only where the account says so`, () => {
      const targets = pairs.filter(([source]) => source.id === id);
      const [source] = targets[0] ?? [];
      assert.ok(source);
      const file = formOf(source.ownFile) === 'toml' ? 'made-agent.toml' : 'made-agent.md';
      const found = new Map<string, string>();
      fc.assert(
        fc.property(madeAgentOf(id), (text) => {
          const before = grants(fieldsIn(text) ?? {});
          for (const [, target] of targets) {
            const made = convertedAt({ file, text }, source, target);
            if (!made || made.converted.isRefused) continue;
            const { account, text: written } = made.converted;
            const program = byId.get(target.id);
            assert.ok(program && written !== null);
            const now = program.grants(fieldsIn(written) ?? {});
            const { always = [] } = program;
            const more = wider(before, now).filter((act) => !always.includes(act));
            const less = narrower(before, now).filter((act) => !given.includes(act));
            const isNamed = account.some(({ change }) => change !== 'same');
            const note = (what: string): void => {
              const rows = account.map((row) => `${row.change} ${row.part.name}: ${row.why}`);
              const where = [text, written, ...rows].join('\n');
              if (!found.has(what)) found.set(what, where);
            };
            for (const act of more) note(`${target.id} wider: ${act}`);
            if (less.length > 0 && !isNamed && id !== 'codex')
              note(`${target.id} silently narrower: ${less.join(', ')}`);
          }
        }),
        { numRuns: times(Math.ceil(madeAgents / byId.size)), seed: 38 },
      );
      const [first] = [...found].map((one) => one.join('\n'));
      assert.equal(first, undefined, [...found.keys(), first].join('\n'));
    });
});
