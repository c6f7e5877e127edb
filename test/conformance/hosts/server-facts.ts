// Our verdict on a file of MCP servers in the words of the programs' answers.
import type { Host } from '../../../server/hosts/model/host';
import { entryOf, textOf, type Value } from '../../../server/yaml/value';
import { type Facts, names, notPredicted } from '../facts';
import { isServers, type Question } from '../question';
import { verdictOn, why } from './verdict-on';

/** Null where the question is not about servers. */
export function serverFacts(question: Question, host: Host): Facts | null {
  if (!isServers(question)) return null;
  const verdict = verdictOn(host, question);
  if (!verdict) return { servers: names([]) };
  const { outcome } = verdict;
  if (outcome === 'unknown') return { servers: notPredicted(why(verdict)) };
  const field = verdict.fields.find(({ key }) => key === 'mcpServers');
  const isLoaded = outcome === 'loads' || outcome === 'loads-changed';
  if (!isLoaded || field?.value.kind !== 'map') return { servers: names([]) };
  const lost = new Set(field.problems.map(({ path: [name] }) => name));
  return {
    servers: names(
      field.value.entries.flatMap(({ key, value }) =>
        lost.has(key) ? [] : [`${key}:${typeOf(value)}`],
      ),
    ),
  };
}

/** Types that the programs show as another one, or not at all. */
const asShown: Readonly<Record<string, string>> = {
  local: 'stdio',
  'streamable-http': 'http',
  ws: '',
};

function typeOf(server: Value): string {
  if (server.kind !== 'map') return '';
  const type = entryOf(server.entries, 'type')?.value;
  const written = type && textOf(type);
  if (written === undefined) return entryOf(server.entries, 'command') ? 'stdio' : 'http';
  return asShown[written] ?? written;
}
