// What an agent of Claude Code names that lies elsewhere. Of what stands in parentheses behind a tool only the names of
// agents count; the program cuts off everything else.
import { namesIn as partsOf } from '../../agent/names';
import { textOf, type Value } from '../../agent/value';
import { slice } from '../../text/span';
import type { PersonaInput } from '../persona';
import { atFiles, hasPrompt, linkedFiles, namedBy, refer, settled, textItems } from '../refer';
import type { Reference } from '../reference';
import type { FieldVerdict } from '../verdict';
import { scripts } from './scripts';
import { type Name, namesIn } from './tool-names';
import { delegateTool } from './tools';

/**
 * Measured in prompts, commands and skills: at the start or after white space, letter by letter, and with the plugin's name
 * for an agent of a plugin. In parentheses or before a full stop the program misses it, and an author means it all the same.
 */
export const mentions: readonly RegExp[] = [
  /(?<![\w@./:`-])@agent-([\w:.@-]*\w)/dg,
  /(?<![\w@./:`-])@"([\w:.@-]+) \(agent\)"/dg,
];

export function references(input: PersonaInput): readonly Reference[] {
  const found: Reference[] = [];
  // In a plugin some fields have no effect.
  for (const field of input.fields) {
    const naming = field.fate === 'ignored' ? undefined : namingFields.get(field.key);
    if (naming) found.push(...naming(input, field));
  }
  if (hasPrompt(input)) found.push(...linkedFiles(input), ...atFiles(input));
  return settled(input.text, found);
}

type How = Reference['how'];
type InField = (input: PersonaInput, field: FieldVerdict) => readonly Reference[];

const inTools =
  (ofAgents: How, ofServers: How): InField =>
  (input, field) => {
    if (!mayName(field.value)) return none;
    return namesIn(input, field).flatMap((name) => [
      ...agentsIn(name, input.text, ofAgents),
      ...serverIn(name, ofServers),
    ]);
  };

/** Most lists hold nothing but tools of the program's own. */
function mayName(value: Value): boolean {
  if (value.kind === 'text') return namesAny(value.text);
  if (value.kind !== 'list') return false;
  for (const item of value.items) if (item.kind === 'text' && namesAny(item.text)) return true;
  return false;
}

/** `mcp__x` is the shortest. */
const namesAny = (tools: string): boolean =>
  tools.length > 5 && (tools.includes('(') || tools.includes('mcp__'));

const none: readonly Reference[] = [];

/** `Agent(a, b)`: each name with its place. */
function agentsIn({ base, argument, token, key }: Name, text: string, how: How): Reference[] {
  if (base !== delegateTool || !argument || slice(text, token.span) !== token.text) return [];
  const inside = {
    start: token.span.start + token.text.indexOf('(') + 1,
    end: token.span.end - 1,
  };
  return partsOf(text, inside, ',')
    .filter((name) => name.text !== '*')
    .map((name) => {
      const found = refer(name, { kind: 'agent', how, path: [key] });
      return how === 'rules' ? { ...found, effect: 'deny' } : found;
    });
}

const serverForm = /^mcp__(.+?)(?:__.*)?$/s;

/** Of `mcp__server__tool`, `mcp__server__*` and `mcp__server` the server. */
function serverIn({ base, token, key }: Name, how: How): Reference[] {
  const server = serverForm.exec(base)?.[1];
  if (server === undefined || server.includes('*')) return [];
  const start = token.span.start + 'mcp__'.length;
  const span = { start, end: start + server.length };
  return [refer({ text: server, span }, { kind: 'mcp-server', how, path: [key] })];
}

const skills: InField = (input, field) =>
  namesIn(input, field).map(({ token, key }) =>
    refer(token, { kind: 'skill', how: 'uses', path: [key] }),
  );

/** Only a list counts; a map in it is a server of the agent's own. */
const servers: InField = (_, { key, value }) =>
  textItems(value).map((item) =>
    refer(namedBy(item), { kind: 'mcp-server', how: 'uses', path: [key] }),
  );

const observers: InField = ({ text }, { key, value }) => {
  if (textOf(value) === undefined) return [];
  const isQuoted = /^["']/.test(slice(text, value.span));
  const { start, end } = value.span;
  const span = isQuoted ? { start: start + 1, end: end - 1 } : value.span;
  return partsOf(text, span, ',').map((name) =>
    refer(name, { kind: 'agent', how: 'uses', path: [key] }),
  );
};

/** The fields that name anything. */
const namingFields: ReadonlyMap<string, InField> = new Map([
  ['tools', inTools('calls', 'uses')],
  ['disallowedTools', inTools('rules', 'rules')],
  ['skills', skills],
  ['mcpServers', servers],
  ['observer', observers],
  ['hooks', ({ text }, { value }) => scripts(text, value)],
]);
