// The permission rules of a settings file. A value of the wrong type makes Claude Code ignore the file. A rule that it cannot read is
// skipped, and one that names a path of the wrong tool matches nothing.
import { textOf, type Value } from '../../../yaml/value';
import { check, phrase, problem } from '../../judge/check';
import { otherDenials, withLimits } from '../../judge/misspelled-limits';
import type { Consequence, CustomCheckResult } from '../../model/field';
import type { Expected, Problem, Type } from '../../model/type';
import { tools } from '../tools';
import { fileIgnored } from './file-ignored';

const rules: Type = { type: 'list', of: { type: 'any' } };

const choice = (value: string, means: string) => ({ value, means });

export const permissionsType = {
  type: 'map',
  keys: {
    allow: { type: rules, summary: 'Calls that need no question.' },
    ask: { type: rules, summary: 'Calls that are always asked about.' },
    deny: { type: rules, summary: 'Calls that are never made.' },
    additionalDirectories: {
      type: { type: 'list', of: { type: 'text' } },
      summary: 'Folders outside of the project in which it may work.',
    },
    defaultMode: {
      type: {
        type: 'one-of',
        choices: [
          choice('default', 'Asks before the first use of each tool.'),
          choice('acceptEdits', 'Changes files without asking.'),
          choice('plan', 'Changes nothing.'),
          choice('manual', 'The same as `default`.'),
          choice('auto', 'Decides on each call.'),
          choice('dontAsk', 'Denies what no rule allows.'),
          { ...choice('bypassPermissions', 'Asks about nothing.'), grants: true },
        ],
      },
      summary: 'The mode in which a session begins.',
    },
    disableBypassPermissionsMode: {
      type: { type: 'one-of', choices: [choice('disable', 'The only value.')] },
      summary: 'Takes the mode `bypassPermissions` away.',
    },
    disableAutoMode: {
      type: { type: 'one-of', choices: [choice('disable', 'The only value.')] },
      summary: 'Takes the mode `auto` away.',
    },
  },
  rest: { type: 'any' },
} satisfies Type;

const unapplied: Consequence = {
  outcome: 'coerced',
  effect: '{host} does not apply the rule.',
};

/** What Claude Code does with the value of `permissions`. @param type another one in a version whose keys have other types */
export const judgePermissionsOf = (
  type: Type = permissionsType,
): ((value: Value) => CustomCheckResult | null) =>
  withLimits(
    (value) => judgeAs(type, value),
    { deny: otherDenials, ask: ['confirm'] },
    Object.keys(permissionsType.keys),
  );

function judgeAs(type: Type, value: Value): CustomCheckResult | null {
  const wrong = check(type, value).problems;
  if (wrong.length > 0) return { outcome: 'refused', problems: wrong, otherwise: fileIgnored };
  const problems = lists.flatMap((list) => {
    const written = new Set(rulesIn(value, list).map((rule) => textOf(rule)));
    return rulesIn(value, list).flatMap((rule, index) =>
      isCovered(rule, list, written) ? [] : problemsOf(rule, list, index),
    );
  });
  if (problems.length === 0) return null;
  return { outcome: unapplied.outcome, problems, otherwise: unapplied };
}

const lists = ['allow', 'ask', 'deny'] as const;
export type RuleList = (typeof lists)[number];

export const isRuleList = (key: string): key is RuleList =>
  (lists as readonly string[]).includes(key);

/** The rules of a list, whatever they are. @param value that of `permissions`. */
export function rulesIn(value: Value, list: RuleList): readonly Value[] {
  const found =
    value.kind === 'map' ? value.entries.find(({ key }) => key === list)?.value : undefined;
  return found?.kind === 'list' ? found.items : [];
}

/** Whether another rule of the list does what was meant, so that nothing is lost. */
function isCovered(rule: Value, list: RuleList, written: ReadonlySet<string | undefined>): boolean {
  const meant = faultOf(textOf(rule) ?? '', list)?.meant;
  if (meant === undefined) return false;
  const [tool] = /^\w+(?=\()/.exec(meant) ?? [];
  return [meant, ...(tool === undefined ? [] : [tool, `${tool}(**)`])].some(
    (other) => written.has(other) && faultOf(other, list) === null,
  );
}

/** Whether Claude Code applies a rule of the list. */
export const isApplied = (rule: Value, list: RuleList): boolean =>
  problemsOf(rule, list, 0).length === 0;

function problemsOf(rule: Value, list: RuleList, index: number): readonly Problem[] {
  const path = [list, index];
  const text = textOf(rule);
  if (rule.kind !== 'text' || text === undefined)
    return [problem('type', rule, { type: 'text' }, path)];
  const fault = faultOf(text, list);
  if (fault === null) return [];
  const { expected, meant, isGuess } = fault;
  // A fix must not allow more than is allowed now.
  const isOffered = meant !== undefined && list !== 'allow';
  const offered = isOffered && { meant, ...(isGuess && { isGuess }) };
  return [{ ...problem('value', rule, expected, path), ...offered }];
}

interface Fault extends Pick<Problem, 'meant' | 'isGuess'> {
  readonly expected: Expected;
}

/** Why the rule is not applied; null for one that is. */
function faultOf(rule: string, list: RuleList): Fault | null {
  if (rule === '') return { expected: { type: 'text', nonEmpty: true } };
  const parts = /^([^()]*)(?:\((.*)\))?$/s.exec(rule);
  const [, tool = '', argument] = parts ?? [];
  const isServer = rule.startsWith('mcp_');
  if (/^[a-z]/.test(rule) && !isServer) {
    const name = tool.slice(0, 1).toUpperCase() + tool.slice(1);
    return {
      expected: phrase('a tool whose name begins with an uppercase letter'),
      ...(isKnown(name) && { meant: name + rule.slice(tool.length) }),
    };
  }
  if (!parts)
    return { expected: phrase('a tool with a pattern in parentheses, and nothing after it') };
  if (argument === '')
    return { expected: phrase('a tool with a pattern, or without parentheses'), meant: tool };
  if (isServer)
    return argument !== undefined
      ? { expected: phrase('a tool of a server, without parentheses'), meant: tool }
      : wildcardFault(tool, list);
  return (
    wildcardFault(tool, list) ??
    (argument === undefined ? null : patternFault(tool, argument)) ??
    // Allowing a tool that does not exist is harmless.
    (list === 'allow' || tool.includes('*') || isKnown(tool) ? null : unknownTool(tool, rule))
  );
}

/** What is allowed must name its server. */
const wildcardFault = (tool: string, list: RuleList): Fault | null =>
  list === 'allow' && tool.includes('*') && !/^mcp__[^*]+__/.test(tool)
    ? { expected: phrase('a tool without "*" in its name') }
    : null;

/** Former names that rules no longer know either. */
const forgotten: ReadonlySet<string> = new Set([
  'LS',
  'MultiEdit',
  'NotebookRead',
  'Replace',
  'SlashCommand',
  'TodoRead',
  'View',
]);

const isKnown = (name: string): boolean =>
  tools.tools.some((tool) => tool.name === name) ||
  tools.former.some((tool) => tool.name === name && !forgotten.has(name));

function unknownTool(tool: string, rule: string): Fault {
  const now = tools.former.find(({ name }) => name === tool)?.now ?? [];
  const [only] = now.length === 1 ? now : [];
  return {
    expected: phrase('a tool that exists'),
    ...(only !== undefined && { meant: only + rule.slice(tool.length) }),
  };
}

/** The tools whose paths are matched by the rules of another one. */
const pathRules: Readonly<Record<string, string>> = {
  Glob: 'Read',
  MultiEdit: 'Edit',
  NotebookEdit: 'Edit',
  Write: 'Edit',
};

/** The tools that were asked about a pattern with nothing before ":*", and whose rule is then skipped. */
const withPrefix: ReadonlySet<string> = new Set(['Bash', 'Read', 'Edit']);

/** The tools for which a pattern that ends in ":*" is skipped. For others it is kept. */
const withoutPrefix: ReadonlySet<string> = new Set([
  'Edit',
  'Glob',
  'MultiEdit',
  'NotebookEdit',
  'Read',
  'WebSearch',
  'Write',
]);

function patternFault(tool: string, pattern: string): Fault | null {
  if (pattern === ':*' && withPrefix.has(tool))
    return { expected: phrase('a command before ":*"'), meant: tool };
  if (pattern.endsWith(':*') && withoutPrefix.has(tool))
    return { expected: phrase('a pattern that does not end in ":*", which is for commands') };
  if (tool === 'Bash') return commandFault(pattern);
  if (tool === 'WebFetch') return domainFault(pattern);
  const other = Object.hasOwn(pathRules, tool) ? pathRules[tool] : undefined;
  // "*" is the whole tool. What a colon means in a path was not asked.
  if (other === undefined || pattern === '*' || pattern.includes(':')) return null;
  const meant = `${other}(${pattern})`;
  return {
    expected: phrase(
      other === 'Edit'
        ? 'a rule of "Edit", which holds for all tools that change files'
        : 'a rule of "Read", which holds for all tools that read files',
    ),
    meant,
  };
}

function commandFault(pattern: string): Fault | null {
  if (!pattern.endsWith(':*')) return null;
  const command = pattern.slice(0, -2);
  if (!command.includes('*') || command.endsWith(':*')) return null;
  return {
    expected: phrase('a pattern without ":*" at its end, because it contains "*"'),
    meant: `Bash(${command.endsWith('*') ? command : `${command}*`})`,
    isGuess: true,
  };
}

function domainFault(argument: string): Fault | null {
  if (argument === '*' || argument.startsWith('domain:')) return null;
  const [, host] = /^(?:https?:\/\/)?([\w-]+(?:\.[\w-]+)+)\/?$/.exec(argument) ?? [];
  return {
    expected: phrase('a domain, such as "WebFetch(domain:example.com)"'),
    ...(host !== undefined && { meant: `WebFetch(domain:${host})` }),
  };
}
