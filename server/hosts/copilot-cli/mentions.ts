// What an agent of Copilot CLI names that lies elsewhere. It knows neither handoffs nor a list of agents to call.
import { entryOf, type Value } from '../../agent/value';
import { slice } from '../../text/span';
import type { PersonaInput } from '../persona';
import { hasPrompt, linkedFiles, namedBy, refer, settled, textItems } from '../refer';
import type { Reference } from '../reference';
import { namesIn, ownerOf } from './resolve-tools';
import { setsOfTheEditor, toolsFor } from './tools';

export function references(input: PersonaInput): readonly Reference[] {
  const { text, agent } = input;
  const field = (key: string): Value | undefined => entryOf(agent.fields, key)?.value;
  return settled(text, [
    ...serversIn(text, field('tools')),
    ...textItems(field('skills')).map((item) =>
      refer(namedBy(item), { kind: 'skill', how: 'uses', path: ['skills'] }),
    ),
    ...(hasPrompt(input) ? linkedFiles(input) : []),
  ]);
}

/**
 * `server/tool` and `server/*`. Of `server-tool` nobody can say where the server ends, and a name with a dot is that of an
 * extension of the editor.
 */
function serversIn(text: string, value: Value | undefined): readonly Reference[] {
  // Most lists hold nothing but tools of the program's own.
  if (!value || !slice(text, value.span).includes('/')) return [];
  return namesIn(text, value).flatMap(({ text: written, span }) => {
    const server = ownerOf(written);
    if (server === null || /[.()]/.test(server) || isOwn(server, written)) return [];
    const name = { text: server, span: { start: span.start, end: span.start + server.length } };
    return [refer(name, { kind: 'mcp-server', how: 'uses', path: ['tools'] })];
  });
}

/** A set of the editor's, or one word that has a slash in it. */
const isOwn = (owner: string, written: string): boolean =>
  setsOfTheEditor.has(owner.toLowerCase()) ||
  (toolsFor(written).length > 0 && toolsFor(`-/${written.slice(owner.length + 1)}`).length === 0);
