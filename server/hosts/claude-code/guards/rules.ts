// Whether a permission rule matches a call of a tool.
import type { ToolCall } from '../../model/guards';
import type { RuleList } from '../settings/permissions';
import { matchesAll, matchesAny } from './commands';
import { folderOf, isInProject, matchesPath } from './paths';

/** The tools of which a pattern in a rule of "Edit" or "Read" is for. The rule without a pattern is for one tool. */
const ofPaths: Readonly<Record<string, readonly string[]>> = {
  Edit: ['Edit', 'Write', 'NotebookEdit'],
  Read: ['Read'],
};

/** Null where that is not known. */
export function ruleMatches(
  rule: string,
  { tool, subject }: ToolCall,
  list: RuleList,
): boolean | null {
  const [, name = '', argument = '*'] = /^([^()]*)(?:\((.*)\))?$/s.exec(rule) ?? [];
  // Allowing all paths allows none outside of the project; allowing the tool does.
  if (rule.endsWith('(*)') && list === 'allow' && name === tool && mayBeOutside(tool, subject))
    return null;
  if (argument === '*') return namesTool(name, tool);
  const paths = ofPaths[name];
  if (paths) {
    if (tool === 'Bash') return list === 'allow' ? null : mayTouch(argument, subject, list);
    if (!paths.includes(tool)) return false;
    return isInProject(subject) ? matchesPath(argument, subject, list) : null;
  }
  if (name !== tool) return false;
  if (subject === '') return null;
  if (tool === 'Bash') return (list === 'allow' ? matchesAll : matchesAny)(argument, subject);
  return tool === 'WebFetch' ? matchesAddress(argument, subject) : null;
}

/** Only of commands and addresses it is known that they are no paths. */
const mayBeOutside = (tool: string, subject: string): boolean =>
  !/^(?:Bash|WebFetch|mcp__.*)$/.test(tool) && !isInProject(subject);

/** `*` stands for any characters of a name; the name of a server for all of its tools. */
function namesTool(name: string, tool: string): boolean {
  if (name.includes('*'))
    return new RegExp(
      `^${name.replaceAll(/[^\w*]/g, String.raw`\$&`).replaceAll('*', '.*')}$`,
    ).test(tool);
  return name === tool || (/^mcp__(?:(?!__).)+$/.test(name) && tool.startsWith(`${name}__`));
}

/** Commands are denied by the files that they name, too. Which files these are is not followed here. */
function mayTouch(pattern: string, command: string, list: RuleList): false | null {
  const folder = folderOf(pattern);
  const isOther = command
    .split(/[\s<>|;&()]+/)
    .filter((word) => word !== '')
    .every((word) => {
      if (/[*?~$"'`\\]|^\.{0,2}\/?$|^(?:cd|pushd)$/.test(word)) return false;
      const path = word.replace(/^\.\//, '').replace(/\/$/, '');
      return matchesPath(pattern, path, list) === false && !`${folder}/`.startsWith(`${path}/`);
    });
  return isOther ? false : null;
}

function matchesAddress(argument: string, address: string): boolean | null {
  const [, host] = /^https?:\/\/([^/:?#@]+)(?:[:/?#]|$)/i.exec(address) ?? [];
  const [, domain] = /^domain:(.*)$/s.exec(argument) ?? [];
  if (host === undefined || domain === undefined) return null;
  if (domain === '*') return true;
  // `*.` is for any depth, and any other `*` for one part of the name.
  const form = domain.toLowerCase().replaceAll(/^\*\.|\*|[^\w]/g, (part) => {
    if (part === '*.') return String.raw`.+\.`;
    return part === '*' ? '[^.]*' : `\\${part}`;
  });
  return new RegExp(`^${form}$`).test(host.toLowerCase());
}
