// How the programs of OpenCode's family weigh their rules on one act: the last that matches wins, whoever wrote it. The
// rules that every agent has come first, then the file's, then what the program adds behind them.
import { commandsIn, programOf } from '../../text/commands';
import type { Message } from '../../text/message';
import type { Deed } from '../deeds';
import type { Evidence } from '../evidence';
import type { Persona } from '../persona';
import type { Ruling, Weighed, Weighing } from '../weighing';
import { hidesBeyond, type Kin, rulesBeyondBase } from './kin';
import { meantPermission } from './meant';
import { matches, type Rule } from './rules';
import { permissionOf } from './tools';

/** What the members of the family do in their own ways. */
export interface Manner {
  /** Of a line what is held against the rules, each by itself; null where that was not found out. */
  readonly commands: (line: string) => readonly string[] | null;
  /** What the program makes of a rule that is not about this alone. */
  readonly hardened?: (permission: string, subject: string, rule: Rule) => Rule;
  /** Permissions that an agent has not when another calls it, unless its rules name them. */
  readonly keptFromCalled?: readonly string[];
  readonly deeds: Weighing['deeds'];
  /** The permission behind a deed. */
  readonly permissions: Readonly<Partial<Record<Deed, string>>>;
  readonly evidence: Evidence;
}

const path = (effect: Message): Weighed => ({ effect, example: 'src/index.ts' });

export const deeds: Weighing['deeds'] = {
  'run-command': {
    effect: '{host} holds its rules against each command of a line by itself.',
    example: 'git push --force',
  },
  'change-file': path('{host} holds its rules against the path below the project.'),
  'read-file': path('{host} holds its rules against the path below the project.'),
  'fetch-page': {
    effect: '{host} holds its rules against the address.',
    example: 'https://example.com',
  },
  delegate: {
    effect: "{host} holds its rules against the other agent's name.",
    example: 'reviewer',
  },
  'use-skill': {
    effect: "{host} holds its rules against the skill's name.",
    example: 'release-notes',
  },
};

export const permissions: Manner['permissions'] = {
  'run-command': 'bash',
  'change-file': 'edit',
  'read-file': 'read',
  'fetch-page': 'webfetch',
  delegate: 'task',
  'use-skill': 'skill',
};

/** Going to another folder is no command to ask for. */
const moves: ReadonlySet<string> = new Set(['cd', 'chdir', 'popd', 'pushd']);

export const commandsApart = (line: string): readonly string[] | null =>
  commandsIn(line)?.filter((command) => !moves.has(programOf(command))) ?? null;

export const weighingWith = (kin: Kin, manner: Manner): Weighing => ({
  permissions: [
    ...new Set([...kin.tools.tools.map(({ name }) => permissionOf(name)), ...kin.beyondTools]),
  ],
  actionOn: (persona, permission, subject) =>
    weigherFor(kin, persona, manner)(permission, subject).action,
  meant: (permission) => meantPermission(kin, permission),
  deeds: manner.deeds,
  evidence: manner.evidence,
  hides: (persona, tool) => {
    const rules = [
      ...rulesBeyondBase(kin, persona.id, persona.permissions ?? []),
      ...rulesOfCalled(kin, persona, manner),
    ];
    return hidesBeyond(kin, rules, permissionOf(tool));
  },
  weigh(persona, deed, typed) {
    const permission = manner.permissions[deed];
    if (permission === undefined) return 'has no rules on this';
    const subjects = subjectsOf(deed, typed.trim(), manner);
    if (typeof subjects === 'string') return subjects;
    const weigh = weigherFor(kin, persona, manner);
    return subjects.map((subject) => weigh(permission, subject));
  },
});

function subjectsOf(deed: Deed, typed: string, { commands }: Manner): readonly string[] | string {
  if (deed === 'run-command')
    return commands(typed) ?? 'takes such a line apart in a way that is not known here';
  if (deed !== 'change-file' && deed !== 'read-file') return [typed];
  const below = typed.replace(/^(?:\.\/)+/, '');
  // What lies elsewhere is asked for as another permission too, by a path that hangs on the machine.
  return /^(?:[/~\\]|[a-z]:|\.\.)/i.test(below)
    ? 'asks for files outside the project apart: write a path below it'
    : [below];
}

export const keptFromCalled = ['todowrite', 'task'];

/** Of an agent that is only ever called: the session that it gets has rules of its own, and they come last. */
function rulesOfCalled(
  kin: Kin,
  { id, mode, permissions: own }: Persona,
  { keptFromCalled: kept = [] }: Manner,
): readonly Rule[] {
  if (mode !== 'subagent') return [];
  const named = rulesBeyondBase(kin, id, own ?? []).map(({ permission }) => permission);
  return kept
    .filter((permission) => !named.includes(permission))
    .map((permission) => ({ permission, pattern: '*', action: 'deny' }));
}

function weigherFor(
  kin: Kin,
  persona: Persona,
  manner: Manner,
): (permission: string, subject: string) => Ruling {
  const { id, permissions: own } = persona;
  const { hardened } = manner;
  const builtin = kin.builtin(id);
  const file = own ?? [];
  const called = rulesOfCalled(kin, persona, manner);
  const isIt = (permission: string, subject: string) => (rule: Rule) =>
    matches(rule.permission, permission) && matches(atHome(rule.pattern), subject);
  return (permission, subject) => {
    const about = isIt(permission, subject);
    const after = builtin?.after?.(file).findLast(about);
    const last =
      called.findLast(about) ??
      after ??
      file.findLast(about) ??
      builtin?.rules.findLast(about) ??
      kin.baseRules.findLast(about);
    // Nobody has said anything: all of them ask then.
    if (!last) return { subject, action: 'ask', rule: null, of: 'host' };
    const rule = hardened?.(permission, subject, last) ?? last;
    const isOwn = (file as readonly Rule[]).includes(rule);
    return { subject, action: actionOf(rule), rule, of: isOwn ? 'file' : 'host' };
  };
}

/** The program puts the home folder in: nothing that is typed here stands for it. */
const atHome = (pattern: string): string => pattern.replace(/^(?:~(?=\/|$)|\$HOME)/, '\0');

/** What is neither allowed nor denied is asked for. */
const actionOf = ({ action }: Rule): Ruling['action'] =>
  action === 'allow' || action === 'deny' ? action : 'ask';
