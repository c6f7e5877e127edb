// Names in the lists of tools that stand for no tool. They are compared as they are written. A lowercase word may be the name of an agent
// or of a tool of a server.
import { phrase } from '../../judge/check';
import type { RuleFault } from '../../judge/unapplied-rules';
import { confirmedName, excludedTool } from '../guards/names';
import { byName, renamed, suggestTools } from '../tools';

/** Why a name without a pattern is for no call; null for one that may be for some. */
export function nameFault(rule: string, list: string): RuleFault | null {
  const name = rule.trim();
  if (name.startsWith('mcp_')) return faultOfServed(name);
  if (name.includes('*'))
    return name === '*' ? null : { expected: phrase('a tool without "*" in its name') };
  const meant = toolOf(name, list);
  return meant === undefined || meant === rule
    ? null
    : { expected: phrase('a tool that exists'), meant };
}

const isWord = (rule: string): boolean => /^[a-z\d_-]+$/.test(rule);

/** The name by which the list knows the tool that is named; undefined where that is not certain. */
export function toolOf(name: string, list: string): string | undefined {
  const isKnown =
    byName.has(name) ||
    // The list of built-in tools is compared with the names of today.
    (renamed(name) !== undefined && list !== 'core') ||
    (list === 'exclude' ? excludedTool(name) !== undefined : confirmedName(name) !== name);
  if (isKnown) return name;
  const now = excludedTool(name) ?? renamed(name);
  if (now !== undefined) return now;
  // An agent or a tool of a server may have such a name.
  if (isWord(name)) return undefined;
  const [tool, ...more] = suggestTools(name);
  return more.length === 0 ? (tool ?? ofOthers[name]) : undefined;
}

/** Names of another program. */
const ofOthers: Readonly<Record<string, string>> = {
  ...{ Bash: 'run_shell_command', Read: 'read_file', Write: 'write_file', Grep: 'grep_search' },
};

function faultOfServed(name: string): RuleFault | null {
  const [, server = '', tool = ''] = /^mcp__([^_*]+)(?:__(.*))?$/.exec(name) ?? [];
  if (server !== '')
    return {
      expected: phrase('a name in the form "{words}"', ['mcp_SERVER_TOOL']),
      meant: `mcp_${server}_${tool || '*'}`,
    };
  const [, only] = /^mcp_([^_*]+)$/.exec(name) ?? [];
  if (only !== undefined)
    return {
      expected: phrase('a name in the form "{words}"', ['mcp_SERVER_TOOL']),
      meant: `mcp_${only}_*`,
    };
  return name.includes('*') && !/^mcp_(?:[^*]+_)?\*$/.test(name)
    ? { expected: phrase('a tool without "*" in its name') }
    : null;
}
