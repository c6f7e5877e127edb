// Earlier names of settings, at the top of the file. Qwen Code moves them to the newer ones, unless the file has the version of a newer form:
// then it ignores them.
import { type Entry, entryOf, type Value } from '../../../yaml/value';
import { problem } from '../../judge/check';
import { isNoLimit, judgeMisplaced } from '../../judge/misplaced-limit';
import type { Consequence, CustomCheckResult, Field } from '../../model/field';
import { executedHere } from '../evidence';

/** In files of this version and of later ones, the earlier names are ignored. */
export const ignoredSince = 2;

const ignored: Consequence = {
  outcome: 'ignored',
  effect: '{host} ignores the earlier name, because of the "$version" of the file.',
  losesLimit: true,
};
const replaced: Consequence = {
  outcome: 'coerced',
  effect: '{host} replaces the newer list with it, also in the file.',
  losesLimit: true,
};

const versionIn = (fields: readonly Entry[]): number => {
  const version = entryOf(fields, '$version')?.value;
  return version?.kind === 'number' ? version.number : 0;
};

function judge(
  [parent, name]: readonly [string, string],
  value: Value,
  fields: readonly Entry[],
): CustomCheckResult | null {
  const isOld = versionIn(fields) < ignoredSince;
  const holder = entryOf(fields, parent)?.value;
  const newer = holder?.kind === 'map' ? entryOf(holder.entries, name) : undefined;
  // A map is never moved, and an empty list takes the newer one away.
  const isHarmless = isNoLimit(value) && (!isOld || !newer || isNoLimit(newer.value));
  if (value.kind === 'map' || isHarmless || (isOld && !newer))
    return { outcome: 'kept', problems: [] };
  if (!isOld) return judgeMisplaced(value, { key: parent, as: name }, ignored);
  const expected = { type: 'not-with', key: `${parent}.${name}` } as const;
  return {
    outcome: replaced.outcome,
    problems: [problem('value', value, expected)],
    otherwise: replaced,
  };
}

const earlier = (path: readonly [string, string]): Omit<Field, 'summary'> => ({
  type: { type: 'any' },
  otherwise: ignored,
  absent: 'No limit.',
  judge: (value, fields) => judge(path, value, fields ?? []),
  role: 'permission',
  governs: 'permission',
  isNeverOffered: true,
  evidence: executedHere,
});

/** Those that limit something. */
export const earlierNames: Readonly<Record<string, Field>> = {
  coreTools: { ...earlier(['tools', 'core']), summary: 'An earlier name of `tools.core`.' },
  excludeTools: {
    ...earlier(['tools', 'exclude']),
    summary: 'An earlier name of `tools.exclude`.',
  },
  allowMCPServers: {
    ...earlier(['mcp', 'allowed']),
    summary: 'An earlier name of `mcp.allowed`.',
  },
  excludeMCPServers: {
    ...earlier(['mcp', 'excluded']),
    summary: 'An earlier name of `mcp.excluded`.',
  },
};
