// The references of OpenCode and Kilo agents: agents and skills in the rules about them, and MCP servers in rules that
// apply to all of their tools.
import { before } from '../../text/before';
import { type Entry, entryOf } from '../../yaml/value';
import {
  createReference,
  entriesIn,
  exactNameSpan,
  hasPrompt,
  linkedFiles,
  ruleReferences,
  settled,
} from '../judge/mentions/reference-builders';
import type { Reference } from '../model/companion';
import type { MentionForm } from '../model/host';
import { fieldValue, type PersonaInput } from '../model/persona-builder';
import { availableTools } from '../model/tools';
import { beyondTools } from './permission';
import { matches } from './rules';

export const references = (input: PersonaInput): readonly Reference[] =>
  settled(input.text, [
    ...referencesInRules(input, beyondTools),
    ...modelReferences(input),
    ...(hasPrompt(input) ? linkedFiles(input) : []),
  ]);

/** Read in the program. Applies in prompts and command templates if no file has that name. */
export const mentions: readonly MentionForm[] = [
  { contains: '@', form: () => /(?<![\w`])@([^\s`,]*[^\s`,.])/dg },
];

/** The provider and the model that a file names, which the configuration may define. */
export function modelReferences(input: PersonaInput): readonly Reference[] {
  const value = fieldValue(input, 'model');
  if (value?.kind !== 'text') return none;
  const found = exactNameSpan(input.text, { name: value.text, span: value.span });
  const provider = before(value.text, '/');
  if (!found || provider === value.text) return none;
  const end = found.start + provider.length;
  const origin = { how: 'uses', path: ['model'] } as const;
  return [
    createReference(
      { text: provider, span: { start: found.start, end } },
      { kind: 'provider', ...origin },
    ),
    createReference({ text: value.text, span: found }, { kind: 'model', ...origin }),
  ];
}

/**
 * The references in the maps `permission` and `tools`.
 * @param beyond the permissions without a tool of the same name that have an effect nevertheless.
 */
export function referencesInRules(
  { agent, dialect }: PersonaInput,
  beyond: ReadonlySet<string>,
): readonly Reference[] {
  const permission = entryOf(agent.fields, 'permission');
  const tools = entryOf(agent.fields, 'tools');
  if (!permission && !tools) return none;
  const rules = entriesIn(permission?.value);
  const isOwn = (pattern: string): boolean =>
    [...availableTools(dialect.tools), ...beyond].some((name) => matches(pattern, name));
  const ruled = (key: 'task' | 'skill', kind: Reference['kind']): readonly Reference[] =>
    ruleReferences(entryOf(rules, key)?.value, kind, ['permission', key]);
  return [
    ...ruled('task', 'agent'),
    ...ruled('skill', 'skill'),
    ...serversIn(rules, 'permission', isOwn),
    ...serversIn(entriesIn(tools?.value), 'tools', isOwn),
  ];
}

const none: readonly Reference[] = [];

/**
 * The servers in patterns such as `server_*`. In `server_tool` the end of the server's name is ambiguous, and a pattern
 * that matches a built-in tool refers to that tool.
 * @param isOwn whether a pattern matches a tool or a permission of the program.
 */
function serversIn(
  rules: readonly Entry[],
  key: string,
  isOwn: (pattern: string) => boolean,
): readonly Reference[] {
  return rules.flatMap(({ key: pattern, keySpan }) => {
    const server = pattern.endsWith('_*') ? /^([^*?]+)_\*$/.exec(pattern)?.[1] : undefined;
    if (server === undefined || isOwn(pattern)) return [];
    const quoteLength = keySpan.end - keySpan.start - pattern.length === 2 ? 1 : 0;
    const start = keySpan.start + quoteLength;
    const name = { text: server, span: { start, end: start + server.length } };
    return [createReference(name, { kind: 'mcp-server', how: 'rules', path: [key] })];
  });
}
