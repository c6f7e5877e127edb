// Which hooks Copilot CLI runs before a call. The name of the event decides how a matcher is read: as for Copilot CLI itself, or as for
// Claude Code. Recorded in `test/hosts/hooks/matchers.data.json`.
import { entryOf } from '../../yaml/value';
import { phrase } from '../judge/check';
import {
  type MatcherFault,
  renamedMatcher,
  toolOfRule,
  withoutPattern,
} from '../judge/hook-matchers';
import { hooksBefore } from '../judge/hooks-before';
import { enabledHooks } from '../judge/hooks-in';
import type { HooksBefore, PurposefulCall, UsedSettings } from '../model/guards';
import type { ToolPurposes } from '../model/tool-purposes';
import { hooksRan } from './evidence';

export const ownEvent = 'preToolUse';
export const claudeEvent = 'PreToolUse';

/** The names of Claude Code for tools. Another tool has its own name. */
export const claudeNames: Readonly<Record<string, string>> = {
  bash: 'Bash',
  create: 'Write',
  edit: 'Edit',
  glob: 'Glob',
  grep: 'Grep',
  view: 'Read',
};

/** Names, with `|` between them. */
const list = /^[\w|-]*$/;

/** @param event one of the two names of the event before a call */
export function isMatched(matcher: string | null, tool: string, event: string): boolean {
  if (matcher === null) return true;
  const form = expressionOf(matcher);
  if (event === ownEvent) return form?.test(tool) ?? false;
  const name = claudeNames[tool] ?? tool;
  const trimmed = matcher.trim();
  if (matcher !== '' && /^(?:\*{0,2})$/.test(trimmed)) return true;
  return list.test(trimmed)
    ? trimmed.split('|').some((one) => one === tool || one === name)
    : (form?.test(name) ?? false);
}

/** By the name of Claude Code, in lowercase: that of Copilot CLI. */
const ownNames = new Map(
  Object.entries(claudeNames).flatMap(([own, name]) => [
    [name.toLowerCase(), own],
    [own, own],
  ]),
);

/** Null for a matcher that may name a tool: there are tools that are not known here. @param event as it is written */
export function faultOf(matcher: string | undefined, event: string): MatcherFault | null {
  if (matcher === undefined || (event !== ownEvent && event !== claudeEvent)) return null;
  const [, server, tool = ''] = /^mcp__((?:(?!__)[\w-])+)(?:__(.*))?$/.exec(matcher) ?? [];
  const own = `${server}-${/^\*?$/.test(tool) ? '.*' : tool}`;
  // At an event with the name of Claude Code, the hook may be for Claude Code as well.
  if (server !== undefined)
    return {
      expected: phrase('the name of a server and of its tool, with a hyphen between them'),
      meant: event === ownEvent ? own : `${matcher}|${own}`,
    };
  const ofRule = ownNames.get(toolOfRule(matcher)?.toLowerCase() ?? '');
  if (ofRule !== undefined)
    return withoutPattern(event === ownEvent ? ofRule : (claudeNames[ofRule] ?? ofRule));
  if (event !== ownEvent) return null;
  if (/^\s+$/.test(matcher))
    return { expected: phrase('a regular expression for whole names of tools'), meant: '.*' };
  const meant = renamedMatcher(matcher, (name) => ownNames.get(name.toLowerCase()) ?? name);
  return meant === null ? null : { expected: phrase('the names of tools at this event'), meant };
}

/** It matches names as a whole; null for no expression. */
export function expressionOf(matcher: string): RegExp | null {
  if (matcher === '') return null;
  try {
    return new RegExp(`^(?:${matcher})$`);
  } catch {
    return null;
  }
}

/** The tools that are called for a purpose. Names in `tools` of an agent may stand for several. */
export const called: ToolPurposes = {
  'run-command': ['bash'],
  'create-file': ['create'],
  'change-file': ['edit'],
  'find-files': ['glob'],
  'search-text': ['grep'],
  'read-file': ['view'],
};

/** The tool that hooks get, and whether its name at an event of Claude Code is known. */
function toolOf({ tool, purposes: [purpose] }: PurposefulCall) {
  const [prefix, server, ...rest] = tool.split('__');
  if (prefix === 'mcp' && server !== undefined && rest.length > 0)
    return { name: `${server}-${rest.join('__')}`, isKnown: true };
  const name = (purpose && called[purpose]?.[0]) ?? tool;
  return { name, isKnown: Object.hasOwn(claudeNames, name) };
}

/** Whether settings of the repository turn hooks off, and not only their own. */
function turnsOff({ file, settings }: UsedSettings): boolean {
  const off = entryOf(settings, 'disableAllHooks')?.value;
  return file.startsWith('.github/copilot/') && off?.kind === 'boolean' && off.boolean;
}

export const hooksBeforeCall: HooksBefore = {
  of: (call, files) => {
    const { name, isKnown } = toolOf(call);
    const runs = (matcher: string | null, event: string): boolean =>
      (event === ownEvent || (event === claudeEvent && (isKnown || matcher === null))) &&
      isMatched(matcher, name, event);
    // Which hooks a repository can turn off is not known.
    if (files.some(turnsOff)) return [];
    return files.flatMap(({ file, settings }) => hooksBefore(file, enabledHooks(settings), runs));
  },
  evidence: hooksRan,
};
