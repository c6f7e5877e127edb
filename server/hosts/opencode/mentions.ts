// What an agent of OpenCode's family names that lies elsewhere: agents and skills in the rules about them, and MCP servers
// where a rule is for all the tools of one.
import { type Entry, entryOf } from '../../agent/value';
import type { PersonaInput } from '../persona';
import { entriesIn, hasPrompt, linkedFiles, refer, ruledNames, settled } from '../refer';
import type { Reference } from '../reference';
import { type Kin, toolNames } from './kin';
import { kin } from './persona';
import { matches } from './rules';

export const references = (input: PersonaInput): readonly Reference[] =>
  settled(input.text, [...inRules(input, kin), ...(hasPrompt(input) ? linkedFiles(input) : [])]);

/** Read in the program: in a prompt and in the template of a command, where no file has that name. */
export const mentions: readonly RegExp[] = [/(?<![\w`])@([^\s`,]*[^\s`,.])/dg];

/** Of the maps `permission` and `tools`. */
export function inRules({ agent }: PersonaInput, family: Kin): readonly Reference[] {
  const permission = entryOf(agent.fields, 'permission');
  const tools = entryOf(agent.fields, 'tools');
  if (!permission && !tools) return none;
  const rules = entriesIn(permission?.value);
  const ruled = (key: 'task' | 'skill', kind: Reference['kind']): readonly Reference[] =>
    ruledNames(entryOf(rules, key)?.value, kind, ['permission', key]);
  return [
    ...ruled('task', 'agent'),
    ...ruled('skill', 'skill'),
    ...serversIn(rules, 'permission', family),
    ...serversIn(entriesIn(tools?.value), 'tools', family),
  ];
}

const none: readonly Reference[] = [];

/**
 * `server_*`. Of `server_tool` nobody can say where the server ends, and what matches a tool of the host's own is meant
 * for that.
 */
function serversIn(rules: readonly Entry[], key: string, family: Kin): readonly Reference[] {
  return rules.flatMap(({ key: pattern, keySpan }) => {
    const server = pattern.endsWith('_*') ? /^([^*?]+)_\*$/.exec(pattern)?.[1] : undefined;
    if (server === undefined) return [];
    const own = [...toolNames(family), ...family.beyondTools];
    if (own.some((name) => matches(pattern, name))) return [];
    const quoted = keySpan.end - keySpan.start - pattern.length === 2 ? 1 : 0;
    const start = keySpan.start + quoted;
    const name = { text: server, span: { start, end: start + server.length } };
    return [refer(name, { kind: 'mcp-server', how: 'rules', path: [key] })];
  });
}
