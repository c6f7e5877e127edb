// Whatever becomes of the files, the index is what one built from nothing would be; and whatever is said anew of a file, the
// change said so.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { defaultContext } from '../../server/hosts/context';
import { placesOf } from '../../server/hosts/places';
import { hosts } from '../../server/hosts/registry';
import type { KnownAgent } from '../../server/rules/neighbours';
import { rules } from '../../server/rules/registry';
import { runAcross } from '../../server/rules/run-across';
import { type WorkspaceIndex, workspaceIndex } from '../../server/workspace/index';
import { knownAgents } from '../../server/workspace/known-agents';
import { type Dice, dice } from '../conformance/random';

const names = ['reviewer', 'reviewr', 'tester', 'lead', 'helper', 'helpr', 'build'];
const folders = [
  '/w/.claude/agents',
  '/w/.claude/agents/team',
  '/w/packages/a/.claude/agents',
  '/w/.opencode/agent',
  '/w/.opencode/agents',
  '/w/packages/a/.opencode/agent',
  '/w/.github/agents',
];

const pathFrom = (roll: Dice): string => {
  const folder = roll.of(folders);
  return `${folder}/${roll.of(names)}${folder.includes('.github') ? '.agent' : ''}.md`;
};

function textFrom(path: string, roll: Dice): string | null {
  if (roll.once(5)) return null;
  if (roll.once(12)) return 'no agent at all\n';
  const [callee, other] = [roll.of(names), roll.of(names)];
  const body = `---\nYou work${roll.once(2) ? ' well' : ''}.\n`;
  const description = roll.once(4) ? 'Works on all that comes.' : 'Works on all that comes in.';
  if (path.includes('.opencode')) {
    const may = roll.once(2) ? '  edit: deny\n  bash: deny\n' : '';
    const rules = `${may}  task:\n    ${callee}: allow\n`;
    return `---\ndescription: ${description}\nmode: ${roll.of(['all', 'subagent'])}\npermission:\n${rules}${body}`;
  }
  const more = roll.of(['', ', Bash', ', Edit']);
  const open = roll.once(2) ? '' : 'user-invocable: false\ndisable-model-invocation: true\n';
  const calls = path.includes('.github')
    ? `tools: [read, agent${more.toLowerCase()}]\nagents: ['${callee}']\n${open}`
    : `tools: Read${more}, Agent(${callee}, ${other})\n`;
  return `---\nname: ${roll.of(names)}\ndescription: ${description}\n${roll.once(3) ? open : calls}${body}`;
}

/** Rules that found something: what is not found is not proven. */
const spoke = new Set<string>();

const entries = (path: string, text: string | null): readonly KnownAgent[] =>
  text === null ? [] : knownAgents(outlineOf(text), placesOf(path), defaultContext);

const saidOf = (path: string, index: WorkspaceIndex): string =>
  JSON.stringify(
    runAcross({ chosen: {}, strict: [] }, index.at(path), index).map(
      ({ rule, host, message, severity }) => {
        spoke.add(rule);
        return [rule, host, message, severity];
      },
    ),
  );

function state(index: WorkspaceIndex): unknown {
  return {
    all: index.all().map(({ path, place, id }) => [path, place.host.id, id]),
    size: index.size,
    called: hosts.map((host) =>
      names.map((name) => [
        index.called(host, name).map(({ path }) => path),
        index.callers(host, name).map(({ path }) => path),
      ]),
    ),
    ids: hosts.map((host) => index.ids(host)),
  };
}

describe('workspace/index.fuzz', function () {
  this.timeout(120_000);

  it('is the same as one built from nothing, at every one of 2,000 steps', () => {
    const roll = dice(7);
    const files = new Map<string, string>();
    const index = workspaceIndex();
    let largest = 0;
    for (let step = 0; step < 2_000; step++) {
      const path = pathFrom(roll);
      const text = textFrom(path, roll);
      const before = new Map([...files.keys()].map((one) => [one, saidOf(one, index)]));
      const { revision } = index;
      const concerned = index.put(path, entries(path, text));
      if (text === null) files.delete(path);
      else files.set(path, text);
      const anew = workspaceIndex();
      for (const [one, now] of files) anew.put(one, entries(one, now));
      assert.deepEqual(state(index), state(anew), `step ${step}: ${path}`);
      for (const one of files.keys()) {
        const said = saidOf(one, index);
        assert.equal(said, saidOf(one, anew), `step ${step}: ${one}`);
        if (said === before.get(one)) continue;
        assert.ok(concerned.has(one), `step ${step}: ${one} was not told of ${path}`);
        assert.ok(one === path || index.revision > revision, `step ${step}: the same revision`);
      }
      largest = Math.max(largest, files.size);
    }
    assert.ok(largest > 25, `${largest} files at most`);
    const across = rules.filter((rule) => rule.across && !rule.off).map(({ name }) => name);
    assert.deepEqual([...spoke].sort(), across);
  });
});
