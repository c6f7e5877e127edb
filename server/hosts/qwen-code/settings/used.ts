// What Qwen Code uses of its settings in a project: the lists of rules and tools, by their newer or earlier names.
import { type Entry, entryOf, type Value, valueAtKey } from '../../../yaml/value';
import { ignoredSince } from './earlier-names';

/** The newer places of earlier names. */
const earlier: Readonly<Record<string, string>> = {
  'tools.core': 'coreTools',
  'tools.exclude': 'excludeTools',
  'tools.allowed': 'allowedTools',
  'tools.approvalMode': 'approvalMode',
  'mcp.allowed': 'allowMCPServers',
  'mcp.excluded': 'excludeMCPServers',
};

/** The value of `parent.key`, or of its earlier name where the file has no newer form. */
export function settingIn(
  settings: readonly Entry[],
  parent: string,
  key: string,
): Value | undefined {
  const before = earlier[`${parent}.${key}`];
  const old = before === undefined ? undefined : entryOf(settings, before)?.value;
  const version = entryOf(settings, '$version')?.value;
  const isNewer = version?.kind === 'number' && version.number >= ignoredSince;
  const holder = entryOf(settings, parent)?.value;
  // It replaces the newer list, also with nothing, and is lost where there can be no newer one.
  const isMoved = old && old.kind !== 'map' && !isNewer && (!holder || holder.kind === 'map');
  return isMoved ? old : holder && valueAtKey(holder, key);
}
