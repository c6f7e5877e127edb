// Our verdict on a file of MCP servers of Qwen Code in the words of its answers.
import type { Host } from '../../../server/hosts/model/host';
import { textOf, type Value, valueAtKey } from '../../../server/yaml/value';
import { type Facts, names, notPredicted, yesNo } from '../facts';
import { isServers, type Question } from '../question';
import { ofStandIns, readFacts } from './read-keys';
import { verdictOn, why } from './verdict-on';

/** Null where the question is not about servers. */
export function qwenServerFacts(question: Question, host: Host): Facts | null {
  if (!isServers(question)) return null;
  const verdict = verdictOn(host, question);
  const starts = yesNo(true);
  const none: Facts = { starts, servers: names([]), waiting: names([]) };
  if (!verdict) return none;
  if (verdict.outcome === 'unknown') return { servers: notPredicted(why(verdict)) };
  const field = verdict.fields.find((one) => one.field?.role === 'servers');
  const isLoaded = verdict.outcome === 'loads' || verdict.outcome === 'loads-changed';
  if (!isLoaded || field?.value.kind !== 'map') return none;
  // What has no effect, or another one, is started all the same.
  const isLost = field.otherwise?.outcome === 'coerced';
  const lost = new Set(
    field.problems.flatMap(({ path: [name, key], kind }) =>
      isLost && key !== 'args' && key !== 'type' && (kind !== 'unknown-key' || key === undefined)
        ? [name]
        : [],
    ),
  );
  for (const { key, value } of field.value.entries)
    if (textOf(valueAtKey(value, 'type')) === 'sdk') lost.add(key);
  const found = field.value.entries.filter(({ value }) => value.kind === 'map');
  return {
    starts,
    servers: names(
      found.flatMap(({ key, value }) => {
        const how = lost.has(key) ? null : reached(value);
        return how === null ? [] : [`${key}:${how}`];
      }),
    ),
    waiting: names(found.map(({ key }) => key)),
    ...readFacts(field, found, ofStandIns),
  };
}

function reached(server: Value): string | null {
  if (textOf(valueAtKey(server, 'httpUrl'))) return 'http';
  if (textOf(valueAtKey(server, 'url'))) {
    const isHttp = textOf(valueAtKey(server, 'type')) === 'http';
    return isHttp && !textOf(valueAtKey(server, 'command')) ? 'http' : 'sse';
  }
  if (!textOf(valueAtKey(server, 'command'))) return null;
  const words = valueAtKey(server, 'args');
  return `stdio/${words?.kind === 'list' ? words.items.length : 0}`;
}
