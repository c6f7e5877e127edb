// The references of a Claude Code agent to agents, skills, MCP servers and files. In parentheses after a tool, only names of
// agents count: Claude Code ignores everything else there.
import { namesIn as partsOf } from '../../agent/names';
import { slice } from '../../text/span';
import { textOf, type Value } from '../../yaml/value';
import {
  atMentionedFiles,
  createReference,
  hasPrompt,
  linkedFiles,
  nameTokenOf,
  settled,
  stringItems,
} from '../judge/reference-builders';
import type { FieldVerdict } from '../model/field-verdict';
import type { MentionForm } from '../model/mention-form';
import type { PersonaInput } from '../model/persona-builder';
import type { Reference } from '../model/reference';
import { scripts } from './scripts';
import { type Name, namesIn } from './tool-names';
import { delegateTool } from './tools';

/**
 * Measured in prompts, commands and skills: Claude Code finds these at the start or after white space, compares names with
 * case, and expects the name of the plugin before that of its agents. In parentheses or before a full stop it finds nothing,
 * but the author clearly refers to the agent, so that these are found too.
 */
export const mentions: readonly MentionForm[] = [
  { contains: '@agent-', form: () => /(?<![\w@./:`-])@agent-([\w:.@-]*\w)/dg },
  { contains: '@"', form: () => /(?<![\w@./:`-])@"([\w:.@-]+) \(agent\)"/dg },
];

export function references(input: PersonaInput): readonly Reference[] {
  const found: Reference[] = [];
  // Some fields have no effect in a plugin.
  for (const field of input.fields) {
    const referencesOf = field.outcome === 'ignored' ? undefined : referringFields.get(field.key);
    if (referencesOf) found.push(...referencesOf(input, field));
  }
  if (hasPrompt(input)) found.push(...linkedFiles(input), ...atMentionedFiles(input));
  return settled(input.text, found);
}

type How = Reference['how'];
type FieldReferences = (input: PersonaInput, field: FieldVerdict) => readonly Reference[];

const inTools =
  (ofAgents: How, ofServers: How): FieldReferences =>
  (input, field) => {
    if (!hasReferences(field.value)) return none;
    return namesIn(input, field).flatMap((name) => [
      ...agentsIn(name, input.text, ofAgents),
      ...serverIn(name, ofServers),
    ]);
  };

/** Most lists contain only built-in tools, so that their names need not be split. */
function hasReferences(value: Value): boolean {
  if (value.kind === 'text') return mayRefer(value.text);
  if (value.kind !== 'list') return false;
  for (const item of value.items) if (item.kind === 'text' && mayRefer(item.text)) return true;
  return false;
}

/** The shortest reference is `mcp__x`. */
const mayRefer = (tools: string): boolean =>
  tools.length > 5 && (tools.includes('(') || tools.includes('mcp__'));

const none: readonly Reference[] = [];

/** The names in `Agent(a, b)`, each with its span. */
function agentsIn({ base, argument, token, key }: Name, text: string, how: How): Reference[] {
  if (base !== delegateTool || !argument || slice(text, token.span) !== token.text) return [];
  const argumentSpan = {
    start: token.span.start + token.text.indexOf('(') + 1,
    end: token.span.end - 1,
  };
  return partsOf(text, argumentSpan, ',')
    .filter((name) => name.text !== '*')
    .map((name) => {
      const found = createReference(name, { kind: 'agent', how, path: [key] });
      return how === 'rules' ? { ...found, effect: 'deny' } : found;
    });
}

const serverForm = /^mcp__(.+?)(?:__.*)?$/s;

/** The server of `mcp__server__tool`, `mcp__server__*` or `mcp__server`. */
function serverIn({ base, token, key }: Name, how: How): Reference[] {
  const server = serverForm.exec(base)?.[1];
  if (server === undefined || server.includes('*')) return [];
  const start = token.span.start + 'mcp__'.length;
  const span = { start, end: start + server.length };
  return [createReference({ text: server, span }, { kind: 'mcp-server', how, path: [key] })];
}

const skills: FieldReferences = (input, field) =>
  namesIn(input, field).map(({ token, key }) =>
    createReference(token, { kind: 'skill', how: 'uses', path: [key] }),
  );

/** Claude Code accepts only a list. A map in it defines a server of the agent itself. */
const servers: FieldReferences = (_, { key, value }) =>
  stringItems(value).map((item) =>
    createReference(nameTokenOf(item), { kind: 'mcp-server', how: 'uses', path: [key] }),
  );

const observers: FieldReferences = ({ text }, { key, value }) => {
  if (textOf(value) === undefined) return [];
  const isQuoted = /^["']/.test(slice(text, value.span));
  const { start, end } = value.span;
  const span = isQuoted ? { start: start + 1, end: end - 1 } : value.span;
  return partsOf(text, span, ',').map((name) =>
    createReference(name, { kind: 'agent', how: 'uses', path: [key] }),
  );
};

/** The fields that refer to anything. */
const referringFields: ReadonlyMap<string, FieldReferences> = new Map([
  ['tools', inTools('calls', 'uses')],
  ['disallowedTools', inTools('rules', 'rules')],
  ['skills', skills],
  ['mcpServers', servers],
  ['observer', observers],
  ['hooks', ({ text }, { value }) => scripts(text, value)],
]);
