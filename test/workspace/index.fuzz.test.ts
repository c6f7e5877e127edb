// After any changes of the files, the index equals one that is built from scratch, and whenever an answer differs, so does its
// revision.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { defaultContext } from '../../server/hosts/model/context';
import { rules } from '../../server/rules/registry';
import { runWorkspaceRules } from '../../server/rules/run-workspace-rules';
import type { KnownAgent } from '../../server/rules/workspace-view';
import { companionNamesAt } from '../../server/workspace/companions/look';
import { type CompanionContent, WorkspaceIndex } from '../../server/workspace/index';
import { knownAgents } from '../../server/workspace/known-agents';
import { type Dice, dice } from '../conformance/random';
import { catalog, hosts, placesOf } from '../support/catalog';
import { isWhole, times } from '../support/share';
import { words } from '../support/words';

const names = ['reviewer', 'reviewr', 'tester', 'lead', 'helper', 'helpr', 'build'];
const home = '/home/me';
const around = {
  home,
  has: (path: string): boolean => path === '/w/plug/.claude-plugin/plugin.json',
};
const skills = ['style', 'stlye', 'docs'];
const servers = ['tracker', 'trackr', 'Tracker', 'my db'];

/** Companions of the agents, of the workspace and of the user's home. */
const besides = [
  '/w/.github/prompts/help.prompt.md',
  '/w/.mcp.json',
  `${home}/.claude.json`,
  '/w/.claude/settings.json',
  '/w/packages/a/.claude/settings.local.json',
  `${home}/.claude/settings.json`,
  '/w/.claude/skills/style/SKILL.md',
  '/w/.claude/skills/docs/SKILL.md',
  `${home}/.claude/skills/style/SKILL.md`,
  '/w/opencode.json',
  '/w/packages/a/opencode.jsonc',
  `${home}/.config/opencode/opencode.json`,
];

const folders = [
  `${home}/.claude/agents`,
  `${home}/.config/opencode/agent`,
  '/w/plug/agents',
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
  const isLong = folder.includes('.github') && !roll.once(3);
  return `${folder}/${roll.of(names)}${isLong ? '.agent' : ''}.md`;
};

/** Three of the last are more than a host takes. They are long without many words, because rules compare words. */
const usual = [...Array(5).fill('Works on all that comes in.'), `Works ${'.'.repeat(24_000)}`];

function textFrom(path: string, roll: Dice): string | null {
  if (roll.once(5)) return null;
  if (roll.once(12)) return 'no agent at all\n';
  const [callee, other] = [roll.of(names), roll.of(names)];
  const body = `---\nYou work${roll.once(2) ? ' well' : ''}.\n`;
  const description = roll.once(4) ? 'Works on all that comes.' : roll.of(usual);
  if (path.includes('.opencode')) {
    const may = roll.once(2) ? '  edit: deny\n  bash: deny\n' : '';
    const rules = `${may}  task:\n    ${callee}: allow\n`;
    return `---\ndescription: ${description}\n${roll.of(['', '', 'disable: false\n', 'disable: true\n'])}mode: ${roll.of(['all', 'subagent'])}\nmodel: ${providers[callee.length % 2]}/o3\npermission:\n${rules}${body}`;
  }
  const more = roll.of(['', ', Bash', ', Edit']);
  const open = roll.once(2) ? '' : 'user-invocable: false\ndisable-model-invocation: true\n';
  const uses = `mcp__${roll.of(servers).replace(' ', '_')}__x\nskills: ${roll.of(skills)}`;
  const script = `./scripts/${roll.of(['yes', 'no'])}.sh`;
  const hook = `hooks: {Stop: [{hooks: [{type: command, command: ${script}}]}]}\n`;
  const calls = path.includes('.github')
    ? `${roll.of(['', 'tools:\n', ...Array(4).fill(`tools: [read, agent${more.toLowerCase()}]\n`)])}agents: ['${callee}']\n${open}`
    : `tools: Read${more}, Agent(${callee}, ${other}), ${uses}\n${roll.once(3) ? hook : ''}`;
  return `---\nname: ${roll.of(names)}\ndescription: ${description}\n${roll.once(3) ? open : calls}${body}`;
}

const providers = ['openai', 'azure'];

/** Rules that found something: what is not found is not proven. */
const spoke = new Set<string>();

function companionFrom(path: string, roll: Dice): string | null {
  if (roll.once(4)) return null;
  const name = roll.of(names);
  const off = roll.once(3) ? 'disable-model-invocation: true\n' : '';
  if (path.endsWith('.md'))
    return `---\nname: ${roll.of(skills)}\nagent: ${name}\n${off}---\nKnow.\n`;
  if (roll.once(8)) return '{ "mcpServers": {';
  if (path.includes('settings'))
    return JSON.stringify({ permissions: { deny: [`Agent(${name})`] } });
  if (path.includes('mcp') || path.includes('.claude.json'))
    return JSON.stringify({ mcpServers: { [roll.of(servers)]: {} } });
  const isOff = roll.once(2) ? { disable: true } : {};
  const agents = { [name]: { description: roll.once(2) ? 'a' : 'b' }, [roll.of(names)]: isOff };
  const limits = [{}, { disabled_providers: ['openai'] }, { enabled_providers: ['openai'] }];
  const limit = limits[name.length % limits.length];
  return JSON.stringify(
    { default_agent: roll.of(names), agent: agents, ...limit },
    null,
    roll.once(2) ? 2 : 0,
  );
}

/** Like a file that is read from disk with that text, or a missing file. */
const foundIn = (path: string, text: string | null): CompanionContent | null =>
  companionNamesAt(catalog, path, { has: () => text !== null, read: () => text ?? '' }, around);

/** The same texts come again and again. */
const read = new Map<string, readonly KnownAgent[]>();

function entries(path: string, text: string | null): readonly KnownAgent[] {
  if (text === null) return [];
  const key = `${path}\n${text}`;
  const agents =
    read.get(key) ?? knownAgents(outlineOf(text), placesOf(path, around), defaultContext);
  read.set(key, agents);
  return agents;
}

const findingsOf = (path: string, index: WorkspaceIndex): string =>
  JSON.stringify(
    runWorkspaceRules(catalog, { chosen: {}, strict: [] }, index.at(path), index).map(
      ({ rule, host, message, severity }) => {
        spoke.add(rule);
        return [rule, host, words(message), severity];
      },
    ),
  );

const kinds = ['agent', 'skill', 'mcp-server'] as const;

/** @param asksIds not at every step: what comes and goes between two is not to be seen. */
function state(index: WorkspaceIndex, asksIds: boolean): unknown {
  return {
    all: index.all().map(({ path, place, id }) => [path, place.host.id, id]),
    size: index.size,
    called: hosts.map((host) =>
      names.map((name) => [
        index.called(host, name).map(({ path }) => path),
        index.callers(host, name).map(({ path }) => path),
      ]),
    ),
    ids: asksIds && hosts.map((host) => index.ids(host)),
    definedNames: hosts.map((host) =>
      kinds.map((kind) =>
        index
          .definedNames(host, kind)
          .map((name) => [name, index.companions(host, kind, 'defines', name)]),
      ),
    ),
    named: hosts.map((host) =>
      names.map((name) => [
        index.companions(host, 'agent', 'names', name),
        index.companions(host, 'agent', 'denies', name),
      ]),
    ),
    seesAll: index.seesAll,
  };
}

describe('workspace/index.fuzz', function () {
  this.timeout(400_000);

  it('is the same as one built from nothing, at every step', () => {
    const roll = dice(3);
    const files = new Map<string, string>();
    /** The content of companions: for one that cannot be read, its previous content. */
    const companions = new Map<string, string>();
    const unread = new Set<string>();
    const index = new WorkspaceIndex(catalog, { has: (path) => path.endsWith('yes.sh') });
    index.seeHome(true);
    let largest = 0;
    /** The findings of each file after the previous step. */
    let before = new Map<string, string>();
    for (let step = 0; step < times(2_000); step++) {
      const isCompanion = roll.once(3);
      const path = isCompanion ? roll.of(besides) : pathFrom(roll);
      const text = isCompanion ? companionFrom(path, roll) : textFrom(path, roll);
      const { revision } = index;
      if (isCompanion) index.putCompanion(path, foundIn(path, text));
      else index.put(path, entries(path, text));
      if (isCompanion) {
        unread.delete(path);
        if (text === null) companions.delete(path);
        else if (foundIn(path, text) === null) unread.add(path);
        else companions.set(path, text);
      } else if (text === null) files.delete(path);
      else files.set(path, text);
      const fresh = new WorkspaceIndex(catalog, { has: (path) => path.endsWith('yes.sh') });
      fresh.seeHome(true);
      for (const [one, held] of files) fresh.put(one, entries(one, held));
      for (const [one, held] of companions) fresh.putCompanion(one, foundIn(one, held));
      for (const one of unread) fresh.putCompanion(one, null);
      const asksIds = step % 5 === 0;
      assert.deepEqual(state(index, asksIds), state(fresh, asksIds), `step ${step}: ${path}`);
      const now = new Map([...files.keys()].map((one) => [one, findingsOf(one, index)]));
      for (const [one, finding] of now) {
        assert.equal(finding, findingsOf(one, fresh), `step ${step}: ${one}`);
        if (finding === before.get(one)) continue;
        assert.ok(one === path || index.revision > revision, `step ${step}: the same revision`);
      }
      before = now;
      largest = Math.max(largest, files.size);
    }
    assert.ok(largest > 25, `${largest} files at most`);
    if (!isWhole) return;
    const across = rules.filter((rule) => rule.across && !rule.off).map(({ name }) => name);
    assert.deepEqual([...spoke].sort(), across);
  });
});
