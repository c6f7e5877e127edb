// How OpenCode and Kilo evaluate their permission rules for one action: the last matching rule wins, whatever its origin.
// The rules of every agent come first, then those of the file, then those that the program adds after them.
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

/** The differences between the programs of the family. */
export interface Manner {
  /** The commands of a line that are checked separately against the rules; null if that is unknown. */
  readonly commands: (line: string) => readonly string[] | null;
  /** The rule that the program applies instead of a broad one. */
  readonly hardened?: (permission: string, subject: string, rule: Rule) => Rule;
  /** Permissions that are denied when another agent calls this one, unless its rules name them. */
  readonly keptFromCalled?: readonly string[];
  readonly deeds: Weighing['deeds'];
  /** The permission that a tool purpose requires. */
  readonly permissions: Readonly<Partial<Record<Deed, string>>>;
  readonly evidence: Evidence;
}

const onPath = (effect: Message): Weighed => ({ effect, example: 'src/index.ts' });

export const deeds: Weighing['deeds'] = {
  'run-command': {
    effect: '{host} checks each command of a line separately against its rules.',
    example: 'git push --force',
  },
  'change-file': onPath('{host} checks the path relative to the project against its rules.'),
  'read-file': onPath('{host} checks the path relative to the project against its rules.'),
  'fetch-page': {
    effect: '{host} checks the URL against its rules.',
    example: 'https://example.com',
  },
  delegate: {
    effect: '{host} checks the name of the other agent against its rules.',
    example: 'reviewer',
  },
  'use-skill': {
    effect: '{host} checks the name of the skill against its rules.',
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

/** Commands that change the folder need no permission. */
const folderCommands: ReadonlySet<string> = new Set(['cd', 'chdir', 'popd', 'pushd']);

export const commandsApart = (line: string): readonly string[] | null =>
  commandsIn(line)?.filter((command) => !folderCommands.has(programOf(command))) ?? null;

export const weighingWith = (kin: Kin, manner: Manner): Weighing => ({
  permissions: [
    ...new Set([...kin.tools.tools.map(({ name }) => permissionOf(name)), ...kin.beyondTools]),
  ],
  actionOn: (persona, permission, subject) =>
    evaluatorFor(kin, persona, manner)(permission, subject).action,
  meant: (permission) => meantPermission(kin, permission),
  deeds: manner.deeds,
  evidence: manner.evidence,
  hides: (persona, tool) => {
    const rules = [
      ...rulesBeyondBase(kin, persona.id, persona.permissions ?? []),
      ...rulesOfCalledAgent(kin, persona, manner),
    ];
    return hidesBeyond(kin, rules, permissionOf(tool));
  },
  weigh(persona, deed, typed) {
    const permission = manner.permissions[deed];
    if (permission === undefined) return '{host} has no permission rules for this.';
    const subjects = subjectsOf(deed, typed.trim(), manner);
    if (typeof subjects === 'string') return subjects;
    const evaluate = evaluatorFor(kin, persona, manner);
    return subjects.map((subject) => evaluate(permission, subject));
  },
});

function subjectsOf(deed: Deed, typed: string, { commands }: Manner): readonly string[] | string {
  if (deed === 'run-command')
    return commands(typed) ?? 'It is not known how {host} splits this command line.';
  if (deed !== 'change-file' && deed !== 'read-file') return [typed];
  const below = typed.replace(/^(?:\.\/)+/, '');
  // Files outside the project need another permission too, for a path that depends on the machine.
  return /^(?:[/~\\]|[a-z]:|\.\.)/i.test(below)
    ? '{host} has a separate permission for files outside the project. Enter a path inside the project.'
    : [below];
}

export const keptFromCalled = ['todowrite', 'task'];

/** The rules of the session that a called subagent gets, which come last. */
function rulesOfCalledAgent(
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

function evaluatorFor(
  kin: Kin,
  persona: Persona,
  manner: Manner,
): (permission: string, subject: string) => Ruling {
  const { id, permissions: own } = persona;
  const { hardened } = manner;
  const builtin = kin.builtin(id);
  const file = own ?? [];
  const called = rulesOfCalledAgent(kin, persona, manner);
  const appliesTo = (permission: string, subject: string) => (rule: Rule) =>
    matches(rule.permission, permission) && matches(atHome(rule.pattern), subject);
  return (permission, subject) => {
    const matching = appliesTo(permission, subject);
    const after = builtin?.after?.(file).findLast(matching);
    const last =
      called.findLast(matching) ??
      after ??
      file.findLast(matching) ??
      builtin?.rules.findLast(matching) ??
      kin.baseRules.findLast(matching);
    // Without a matching rule, all programs of the family ask.
    if (!last) return { subject, action: 'ask', rule: null, of: 'host' };
    const rule = hardened?.(permission, subject, last) ?? last;
    const isOwn = (file as readonly Rule[]).includes(rule);
    return { subject, action: actionOf(rule), rule, of: isOwn ? 'file' : 'host' };
  };
}

/** The program inserts the home folder, which is unknown here, so such a pattern must match nothing. */
const atHome = (pattern: string): string => pattern.replace(/^(?:~(?=\/|$)|\$HOME)/, '\0');

/** Any action other than allow and deny means ask. */
const actionOf = ({ action }: Rule): Ruling['action'] =>
  action === 'allow' || action === 'deny' ? action : 'ask';
