// The references of a Copilot CLI agent to MCP servers, skills and files. It has neither handoffs nor a list of agents.

import { slice } from '../../text/span';
import type { Value } from '../../yaml/value';
import {
  createReference,
  hasPrompt,
  linkedFiles,
  nameTokenOf,
  settled,
  stringItems,
} from '../judge/mentions/reference-builders';
import type { Reference } from '../model/companion';
import { fieldValue, type PersonaInput } from '../model/persona-builder';
import { namesIn, ownerOf } from './resolve-tools';
import { toolsFor, vscodeToolSets } from './tools';

export function references(input: PersonaInput): readonly Reference[] {
  const { text } = input;
  const field = (key: string): Value | undefined => fieldValue(input, key);
  return settled(text, [
    ...serversIn(text, field('tools')),
    ...stringItems(field('skills')).map((item) =>
      createReference(nameTokenOf(item), { kind: 'skill', how: 'uses', path: ['skills'] }),
    ),
    ...(hasPrompt(input) ? linkedFiles(input) : []),
  ]);
}

/**
 * The servers in `server/tool` and `server/*`. In `server-tool` the end of the server name is unknown, and a name with a dot
 * belongs to an extension of the editor.
 */
function serversIn(text: string, value: Value | undefined): readonly Reference[] {
  // Most lists contain only built-in tools.
  if (!value || !slice(text, value.span).includes('/')) return [];
  return namesIn(text, value).flatMap(({ text: written, span }) => {
    const server = ownerOf(written);
    if (server === null || /[.()]/.test(server) || isBuiltIn(server, written)) return [];
    const name = { text: server, span: { start: span.start, end: span.start + server.length } };
    return [createReference(name, { kind: 'mcp-server', how: 'uses', path: ['tools'] })];
  });
}

/** Whether the name is a tool set of VS Code, or a built-in tool with a slash in its name. */
const isBuiltIn = (owner: string, written: string): boolean =>
  vscodeToolSets.has(owner.toLowerCase()) ||
  (toolsFor(written).length > 0 && toolsFor(`-/${written.slice(owner.length + 1)}`).length === 0);
