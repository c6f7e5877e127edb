// Our verdict on a file of MCP servers in the words of the programs' answers.
import { rootOfJson } from '../../../server/agent/json-root';
import type { Host } from '../../../server/hosts/model/host';
import { formsOf, isOff, localFolder } from '../../../server/hosts/opencode/family-servers';
import { type Entry, entryOf, textOf, type Value } from '../../../server/yaml/value';
import { type Facts, names, notPredicted, yesNo } from '../facts';
import { isServers, type Question } from '../question';
import { ofStandIns, readFacts } from './read-keys';
import { verdictOn, why } from './verdict-on';

/** Null where the question is not about servers. */
export function serverFacts(question: Question, host: Host): Facts | null {
  if (!isServers(question)) return null;
  const verdict = verdictOn(host, question);
  if (!verdict) return { servers: names([]) };
  const { outcome } = verdict;
  const other = isOfFamily(host) && outcome !== 'stops-host' ? otherKey(question.text) : undefined;
  if (other !== undefined) return { servers: notPredicted(other) };
  if (outcome === 'unknown') return { servers: notPredicted(why(verdict)) };
  const field = verdict.fields.find((one) => one.field?.role === 'servers');
  const starts: Facts = isOfFamily(host) ? { starts: yesNo(outcome !== 'stops-host') } : {};
  const isLoaded = outcome === 'loads' || outcome === 'loads-changed';
  if (!isLoaded || field?.value.kind !== 'map')
    return { ...starts, servers: names([]), keys: names([]) };
  if (field.outcome === 'unknown') return { servers: notPredicted('placeholders') };
  const lost = new Set(
    field.outcome === 'ignored'
      ? []
      : field.problems.flatMap(({ path: [name], otherwise }) =>
          otherwise?.outcome === 'ignored' ? [] : [name],
        ),
  );
  const loaded = field.value.entries.filter(({ key }) => !lost.has(key));
  return isOfFamily(host)
    ? {
        ...starts,
        ...readFacts(field, loaded, (server) => Object.keys(familyForm(host, server)?.keys ?? {})),
        ...familyFacts(host, loaded),
      }
    : {
        servers: names(loaded.map(({ key, value }) => `${key}:${typeOf(value)}`)),
        ...readFacts(field, loaded, (server) => ofStandIns(server, typeOf(server) === 'stdio')),
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

/** What may cost a configuration besides its servers, which is not judged with them; undefined where nothing may. */
function otherKey(text: string): string | undefined {
  const root = rootOfJson(text);
  const entries = root?.kind === 'map' ? root.entries : [];
  const isHarmless = ({ key, value }: Entry): boolean =>
    /^(?:mcp|mcpServers|mcp[-_]servers|own|other|servers|foo)$/.test(key) ||
    (key === '$schema' && value.kind === 'text');
  return entries.find((entry) => !isHarmless(entry))?.key;
}

const isOfFamily = ({ id }: Host): boolean => id === 'opencode' || id === 'kilo';

/** The form of a server; undefined for what is none. */
function familyForm({ id }: Host, server: Value) {
  const forms = formsOf({ local: id === 'kilo' ? {} : localFolder });
  const written = server.kind === 'map' ? entryOf(server.entries, 'type')?.value : undefined;
  const type = written && textOf(written);
  return type === 'local' || type === 'remote' ? { type, keys: forms[type].keys } : undefined;
}

/** With the keys that are read, and the servers that are off. */
function familyFacts(host: Host, loaded: readonly Entry[]): Facts {
  const { id } = host;
  const found = loaded.flatMap(({ key: name, value }) => {
    if (name === '__proto__' || value.kind !== 'map') return [];
    const form = familyForm(host, value);
    if (!form) return [];
    const { type, keys } = form;
    const readsNextForm = id === 'opencode' ? (true as const) : undefined;
    const off = isOff(value, readsNextForm ? { readsNextForm } : {});
    const known = value.entries.flatMap(({ key }) => {
      const own = id === 'kilo' && key === 'env' && type === 'local' ? 'environment' : key;
      return Object.hasOwn(keys, own) ? [`${name}.${own}`] : [];
    });
    // It is read as the other key.
    const isMoved =
      readsNextForm &&
      !entryOf(value.entries, 'timeout') &&
      entryOf(value.entries, 'disabled')?.value.kind === 'boolean';
    return [
      {
        shown: `${name}:${type}${off ? ' off' : ''}`,
        known: isMoved ? [...known, `${name}.enabled`] : known,
      },
    ];
  });
  return {
    servers: names(found.map(({ shown }) => shown)),
    keys: names(found.flatMap(({ known }) => known)),
  };
}
