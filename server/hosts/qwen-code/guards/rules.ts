// Whether a permission rule matches a call of a tool.
import { commandsIn, programOf } from '../../../text/shell-commands';
import { isInProject } from '../../judge/project-paths';
import type { ToolCall } from '../../model/guards';
import { idOfName } from '../settings/names';
import { matchesAll, matchesAny } from './commands';
import { matchesPath } from './paths';

export type RuleList = 'deny' | 'ask' | 'allow';

const shell = 'run_shell_command';

/** The tools that a rule is for, besides the one that it names. */
export const covered: Readonly<Record<string, readonly string[]>> = {
  edit: ['write_file', 'notebook_edit'],
  read_file: ['zoom_image', 'grep_search', 'glob', 'list_directory'],
  [shell]: ['monitor'],
};

export interface Rule {
  /** The ID of a tool, or the name as it is written. */
  readonly tool: string;
  /** Null for all calls. */
  readonly pattern: string | null;
}

/** Null for a rule that is skipped, because its parentheses are not closed. */
export function ruleIn(written: string): Rule | null {
  const text = written.trim();
  const open = text.indexOf('(');
  if (open < 0) return { tool: idOfName(text) ?? text, pattern: null };
  if (!text.endsWith(')')) return null;
  const name = text.slice(0, open).trim();
  return { tool: idOfName(name) ?? name, pattern: text.slice(open + 1, -1) || null };
}

export type PatternKind = 'command' | 'path' | 'domain' | 'name';

/** What the pattern of a rule for the tool is compared with. */
export function kindOf(tool: string): PatternKind {
  if (tool === shell || tool === 'monitor') return 'command';
  if (tool === 'web_fetch') return 'domain';
  return Object.keys(covered).some((one) => one === tool || covered[one]?.includes(tool))
    ? 'path'
    : 'name';
}

/** Null where that is not known. */
export function ruleMatches(written: string, call: ToolCall, list: RuleList): boolean | null {
  const rule = ruleIn(written);
  if (!rule) return false;
  const { tool, subject } = call;
  if (rule.tool.startsWith('mcp__') || tool.startsWith('mcp__'))
    return rule.pattern === null ? namesServerTool(rule.tool, tool) : false;
  const isNamed = rule.tool === tool || covered[rule.tool]?.includes(tool) === true;
  if (!isNamed)
    return tool === shell && list !== 'allow' && isOfFiles(rule.tool) ? mayConcern(subject) : false;
  if (rule.pattern === null) return true;
  switch (kindOf(rule.tool)) {
    case 'command': {
      const pattern = rule.pattern.replaceAll(':*', ' *');
      return (list === 'allow' ? matchesAll : matchesAny)(pattern, subject);
    }
    case 'path':
      return /^(?:grep_search|glob|zoom_image)$/.test(tool) || !isInProject(subject)
        ? null
        : matchesPath(rule.pattern, subject);
    case 'domain':
      return matchesAddress(rule.pattern, subject);
    default:
      return rule.pattern.includes(':') || subject === '' ? null : rule.pattern === subject;
  }
}

/** `*` at the end of a name stands for any characters, but not alone; the name of a server for all of its tools. */
function namesServerTool(name: string, tool: string): boolean | null {
  if (name === tool) return true;
  if (name === '*') return false;
  if (name.endsWith('*')) return tool.startsWith(name.slice(0, -1));
  const parts = name.split('__');
  if (parts.length === 2) return parts[0] === 'mcp' && tool.startsWith(`${name}__`);
  // Names are compared after some characters were replaced.
  return parts.length > 2 && plain(name) === plain(tool) ? null : false;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z\d]/g, '');

/** Whether its rules are also for commands that read or change files, or fetch pages. */
const isOfFiles = (tool: string): boolean => kindOf(tool) === 'path' || tool === 'web_fetch';

/** Programs that neither read nor change files that their arguments name, as Qwen Code sees them. */
const withoutFiles = /^(?:git|npm)$/;

/** What a command does with files is not followed here. */
const mayConcern = (line: string): false | null =>
  !/[<>]/.test(line) &&
  commandsIn(line)?.every((command) => withoutFiles.test(programOf(command))) === true
    ? false
    : null;

/** A domain is also for those below it. */
function matchesAddress(pattern: string, address: string): boolean | null {
  const [, host] = /^https?:\/\/([^/:?#@]+)(?:[:/?#]|$)/i.exec(address) ?? [];
  if (host === undefined) return null;
  const domain = pattern
    .replace(/^domain:/, '')
    .trim()
    .toLowerCase();
  const name = host.toLowerCase();
  return domain !== '' && (name === domain || name.endsWith(`.${domain}`));
}
