// How OpenCode and Kilo evaluate their permission rules for one action: the last matching rule wins, whatever its origin.
// The rules of every agent come first, then those of the file, then those that the program adds after them.

import { memoize } from '../../text/memoize';
import type { Sentence } from '../../text/message';
import { commandsIn, programOf } from '../../text/shell-commands';
import type { Evidence } from '../model/evidence';
import type {
  Decision,
  IntendedPermission,
  PermissionEvaluator,
  PurposeEvaluation,
} from '../model/permission-evaluator';
import type { Persona } from '../model/persona';
import type { ToolPurpose } from '../model/tool-purposes';
import type { ToolCatalog } from '../model/tools';
import {
  type Family,
  isHiddenByRules,
  ruleAround,
  rulesBeyondBase,
  rulesOfPersona,
} from './family';
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
  /** The permission that files outside of the project need besides that of the tool. */
  readonly outside?: string;
  readonly purposes: PermissionEvaluator['purposes'];
  /** The permission that a tool purpose requires. */
  readonly permissions: Readonly<Partial<Record<ToolPurpose, string>>>;
  readonly evidence: Evidence;
}

const onPath = (effect: Sentence): PurposeEvaluation => ({ effect, example: 'src/index.ts' });

export const purposes: PermissionEvaluator['purposes'] = {
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

export const splitCommands = (line: string): readonly string[] | null =>
  commandsIn(line)?.filter((command) => !folderCommands.has(programOf(command))) ?? null;

export const evaluatorWith = (family: Family, manner: Manner): PermissionEvaluator => ({
  permissionsIn: memoize(({ tools }: ToolCatalog) => [
    ...new Set([...tools.map(({ name }) => permissionOf(name)), ...family.beyondTools]),
  ]),
  actionOn: (persona, permission, subject) =>
    evaluatorFor(family, persona, manner)(permission, subject).action,
  meant: (permission, catalog) => intendedPermission(family, permission, catalog),
  purposes: manner.purposes,
  permissionFor: permissionOf,
  evidence: manner.evidence,
  hides: (persona, tool) => {
    const rules = [
      ...rulesOfPersona(family, persona),
      ...rulesOfCalledAgent(family, persona, manner),
    ];
    return isHiddenByRules(family, rules, permissionOf(tool));
  },
  evaluate(persona, purpose, typed) {
    const permission = manner.permissions[purpose];
    if (permission === undefined) return '{host} has no permission rules for this.';
    const subjects = subjectsOf(purpose, typed.trim(), manner);
    if (typeof subjects === 'string') return subjects;
    const evaluate = evaluatorFor(family, persona, manner);
    return subjects.map((subject) => evaluate(permission, subject));
  },
  ...(manner.outside !== undefined && {
    evaluateOutside: (persona, purpose) => {
      const { permissions: own, permissionsAround: around = [] } = persona;
      const { outside = '', permissions: needed } = manner;
      const permission = needed[purpose];
      if (permission === undefined) return '{host} has no permission rules for this.';
      const rules: readonly Rule[] = [...(own ?? []), ...around.map(ruleAround)];
      const isSpecific = rules.some(
        (rule) =>
          (rule.permission === outside && rule.pattern !== '*') ||
          (rule.permission === permission &&
            (isOutside(rule.pattern) || atHome(rule.pattern) !== rule.pattern)),
      );
      if (isSpecific) return '{host} applies rules for certain folders outside the project.';
      const evaluate = evaluatorFor(family, persona, manner);
      return [evaluate(outside, '*'), evaluate(permission, anyOutside)];
    },
  }),
});

/** A path that only a pattern for everything matches. */
const anyOutside = '../*';

const isOutside = (path: string): boolean => /^(?:[/~\\]|[a-z]:|\.\.)/i.test(path);

function subjectsOf(
  purpose: ToolPurpose,
  typed: string,
  { commands }: Manner,
): readonly string[] | string {
  if (purpose === 'run-command')
    return commands(typed) ?? 'It is not known how {host} splits this command line.';
  if (purpose !== 'change-file' && purpose !== 'read-file') return [typed];
  const below = typed.replace(/^(?:\.\/)+/, '');
  // Files outside the project need another permission too, for a path that depends on the machine.
  return isOutside(below)
    ? '{host} has a separate permission for files outside the project. Enter a path inside the project.'
    : [below];
}

export const keptFromCalled = ['todowrite', 'task'];

export const outside = 'external_directory';

/** The rules of the session that a called subagent gets, which come last. */
function rulesOfCalledAgent(
  family: Family,
  { id, mode, permissions: own }: Persona,
  { keptFromCalled: kept = [] }: Manner,
): readonly Rule[] {
  if (mode !== 'subagent') return [];
  const named = rulesBeyondBase(family, id, own ?? []).map(({ permission }) => permission);
  return kept
    .filter((permission) => !named.includes(permission))
    .map((permission) => ({ permission, pattern: '*', action: 'deny' }));
}

function evaluatorFor(
  family: Family,
  persona: Persona,
  manner: Manner,
): (permission: string, subject: string) => Decision {
  const { id, permissions: own } = persona;
  const { hardened } = manner;
  const builtin = family.builtin(id);
  const file = own ?? [];
  const around = (persona.permissionsAround ?? []).map((one) => ({
    ...ruleAround(one),
    from: one,
  }));
  const called = rulesOfCalledAgent(family, persona, manner);
  const appliesTo = (permission: string, subject: string) => (rule: Rule) =>
    matches(rule.permission, permission) && matches(atHome(rule.pattern), subject);
  return (permission, subject) => {
    const matching = appliesTo(permission, subject);
    const after = builtin?.after?.(file).findLast(matching);
    const last =
      called.findLast(matching) ??
      after ??
      file.findLast(matching) ??
      around.findLast(matching) ??
      builtin?.rules.findLast(matching) ??
      family.baseRules.findLast(matching);
    // Without a matching rule, all programs of the family ask.
    if (!last) return { subject, action: 'ask', rule: null, of: 'host' };
    const rule = hardened?.(permission, subject, last) ?? last;
    const isOwn = (file as readonly Rule[]).includes(rule);
    const from = around.find((one) => one === rule)?.from;
    return {
      ...{ subject, action: actionOf(rule), rule, of: isOwn ? 'file' : 'host' },
      ...(from && { around: from }),
    };
  };
}

/** The program inserts the home folder, which is unknown here, so such a pattern must match nothing. */
const atHome = (pattern: string): string => pattern.replace(/^(?:~(?=\/|$)|\$HOME)/, '\0');

/** Any action other than allow and deny means ask. */
const actionOf = ({ action }: Rule): Decision['action'] =>
  action === 'allow' || action === 'deny' ? action : 'ask';

// The permission that an author intended by a name that OpenCode and Kilo accept but never check.
/** Null for a permission that is checked, and for a name that may be a tool of an MCP server or a plugin. */
function intendedPermission(
  { beyondTools }: Family,
  permission: string,
  { tools, former: formerTools }: ToolCatalog,
): IntendedPermission | null {
  if (beyondTools.has(permission)) return null;
  const known = tools.find(({ name }) => name === permission);
  if (known)
    return isChecked(permission) ? null : { now: [permissionOf(permission)], why: 'shared' };
  const lower = permission.toLowerCase();
  if (beyondTools.has(lower) || tools.some(({ name }) => name === lower))
    return { now: [permissionOf(lower)], why: 'case' };
  const former = formerTools.find(({ name }) => name === lower);
  if (former)
    return {
      now: [...new Set(former.now.map(permissionOf))],
      why: former.mapped ? 'shared' : 'removed',
    };
  const [, server, tool] = /^mcp__(.(?:(?!__).)*)__(.+)$/.exec(permission) ?? [];
  return server === undefined ? null : { now: [`${server}_${tool}`], why: 'form' };
}

const isChecked = (tool: string): boolean => permissionOf(tool) === tool;
