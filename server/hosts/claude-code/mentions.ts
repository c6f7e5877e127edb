// What an agent of Claude Code names that lies elsewhere. Of what stands in parentheses behind a tool only the names of
// agents count; the program cuts off everything else.
import { namesIn as partsOf } from '../../agent/names';
import { textOf } from '../../agent/value';
import { slice } from '../../text/span';
import type { PersonaInput } from '../persona';
import { atFiles, linkedFiles, namedBy, refer, settled, textItems } from '../refer';
import type { Reference } from '../reference';
import type { FieldVerdict } from '../verdict';
import { scripts } from './scripts';
import { type Name, namesIn, textsIn } from './tool-names';
import { delegateTool } from './tools';

export function references(input: PersonaInput): readonly Reference[] {
  return settled(input.text, [
    ...inTools(input, 'tools', ['calls', 'uses']),
    ...inTools(input, 'disallowedTools', ['rules', 'rules']),
    ...skills(input),
    ...servers(input),
    ...observers(input),
    ...scripts(input),
    ...linkedFiles(input),
    ...atFiles(input),
  ]);
}

type How = Reference['how'];

/** A field that has an effect here: in a plugin some have none. */
const heard = ({ fields }: PersonaInput, key: string): FieldVerdict | undefined =>
  fields.find((field) => field.key === key && field.fate !== 'ignored');

function inTools(
  input: PersonaInput,
  key: string,
  [ofAgents, ofServers]: readonly [How, How],
): readonly Reference[] {
  const field = heard(input, key);
  if (!field || !textsIn(field.value).some(({ text }) => mayName(text))) return [];
  return namesIn(input, field).flatMap((name) => [
    ...agentsIn(name, input.text, ofAgents),
    ...serverIn(name, ofServers),
  ]);
}

/** Most lists hold nothing but tools of the program's own. */
const mayName = (tools: string): boolean => tools.includes('(') || tools.includes('mcp__');

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

const skills = (input: PersonaInput): readonly Reference[] =>
  namesIn(input, heard(input, 'skills')).map(({ token, key }) =>
    refer(token, { kind: 'skill', how: 'uses', path: [key] }),
  );

/** Only a list counts; a map in it is a server of the agent's own. */
const servers = (input: PersonaInput): readonly Reference[] =>
  textItems(heard(input, 'mcpServers')?.value).map((item) =>
    refer(namedBy(item), { kind: 'mcp-server', how: 'uses', path: ['mcpServers'] }),
  );

function observers(input: PersonaInput): readonly Reference[] {
  const value = heard(input, 'observer')?.value;
  if (!value || textOf(value) === undefined) return [];
  const isQuoted = /^["']/.test(slice(input.text, value.span));
  const { start, end } = value.span;
  const span = isQuoted ? { start: start + 1, end: end - 1 } : value.span;
  return partsOf(input.text, span, ',').map((name) =>
    refer(name, { kind: 'agent', how: 'uses', path: ['observer'] }),
  );
}
