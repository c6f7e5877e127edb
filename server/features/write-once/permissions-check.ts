// Whether a change grants an agent no more than its author wrote, in hosts that loaded it before and in those that load it now.

import type { Outline } from '../../agent/outline';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { agentDialects } from '../../hosts/model/dialect';
import type { Field } from '../../hosts/model/field';
import type { Host } from '../../hosts/model/host';
import type { Capability } from '../../hosts/model/tool-purposes';
import { availableTools, capabilityOf, type ToolCatalog } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import { memoize } from '../../text/memoize';
import { type Entry, entryOf, plain } from '../../yaml/value';
import { gainsNoPrivilege, isAtMostAsPermissive } from '../fixes/regression';

export interface Judged {
  readonly catalog: HostCatalog;
  readonly outline: Outline;
  readonly verdicts: readonly Verdict[];
}

export function grantsNoMoreThan(before: Judged, now: Judged): boolean {
  const changed = limitsIn(before).filter((entry) => !isAsWritten(entry, before, now));
  return now.verdicts.every((verdict) => {
    const earlier = before.verdicts.find(({ place }) => place.host === verdict.place.host);
    if (!earlier) return false;
    if (!verdict.persona) return true;
    if (earlier.persona)
      return (
        isAtMostAsPermissive(earlier.persona, verdict.persona) && gainsNoPrivilege(earlier, verdict)
      );
    return changed.every((entry) => grantsNoMore(before.catalog, entry, verdict));
  });
}

/** No host that loaded the agent before fails to load it now. */
export const keepsAllAgents = (before: Judged, now: Judged): boolean =>
  before.verdicts.every(
    ({ persona, place }) =>
      persona === null ||
      now.verdicts.some((one) => one.place.host === place.host && one.persona !== null),
  );

/** Whether the field limits what the agent can do, in any host. */
export const isLimit = (catalog: HostCatalog, key: string): boolean => limitKeys(catalog).has(key);

const limitRoles = new Set<Field['role']>([
  ...(['tools', 'denied-tools', 'permission', 'hooks', 'disable'] as const),
  ...(['user-invocable', 'model-invocable', 'hidden'] as const),
]);

const limitKeys = memoize(
  ({ hosts }: HostCatalog): ReadonlySet<string> =>
    new Set(
      hosts.flatMap(({ dialects }) =>
        agentDialects(dialects).flatMap(({ fields }) =>
          Object.entries(fields).flatMap(([key, { role, governs, otherwise }]) =>
            limitRoles.has(role) || governs !== undefined || otherwise.losesLimit ? [key] : [],
          ),
        ),
      ),
    ),
);

const limitsIn = ({ catalog, outline: { fields } }: Judged): readonly Entry[] =>
  fields.filter(({ key }) => isLimit(catalog, key));

/** The same value; where the frontmatter could not be parsed, only words that it contained. */
function isAsWritten({ key, value }: Entry, { outline }: Judged, now: Judged): boolean {
  const entry = entryOf(now.outline.fields, key);
  if (!entry) return false;
  if (JSON.stringify(plain(value)) === JSON.stringify(plain(entry.value))) return true;
  const wasBroken = outline.errors.length > 0 || outline.shape !== 'closed';
  const head = outline.text.slice(outline.head.start, outline.head.end);
  return wasBroken && wordsIn(plain(entry.value)).every((word) => head.includes(word));
}

const wordsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? value.split(/\s+/)
    : Array.isArray(value)
      ? value.flatMap(wordsIn)
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, below]) => [key, ...wordsIn(below)])
        : [String(value)];

/**
 * For a host that did not load the agent before: its tools now have the capabilities of the tools that the author wrote, in
 * whatever host these names are from. Names with a part in parentheses are limits that cannot be translated automatically.
 */
function grantsNoMore(
  { hosts }: HostCatalog,
  { key, value }: Entry,
  { persona, dialect, fields }: Verdict,
): boolean {
  const role = hosts
    .flatMap(({ dialects }) => agentDialects(dialects))
    .map((one) => one.fields[key]?.role)
    .find((one) => one === 'tools');
  const written = wordsIn(plain(value))
    .flatMap((word) => word.split(','))
    .filter(Boolean);
  if (role === undefined || !persona || written.some((word) => word.includes('('))) return false;
  if (persona.tools.all && !fields.some(({ field }) => field?.role === 'permission')) return false;
  const { tools } = dialect;
  const granted = persona.tools.all
    ? availableTools(tools).filter((name) => !persona.tools.denied.includes(name))
    : persona.tools.granted;
  const capabilityByName = capabilitiesIn(tools);
  const intended = new Set(written.flatMap((name) => capabilitiesAnywhere(hosts, name)));
  return granted.every(
    (name) => written.includes(name) || intended.has(capabilityByName.get(name)),
  );
}

const capabilitiesIn = memoize(
  ({ tools }: ToolCatalog): ReadonlyMap<string, Capability> =>
    new Map(tools.map((tool) => [tool.name, capabilityOf(tool)])),
);

const capabilitiesAnywhere = (
  hosts: readonly Host[],
  name: string,
): readonly (Capability | undefined)[] =>
  hosts.flatMap(({ dialects }) =>
    agentDialects(dialects).flatMap(({ tools }) => capabilitiesIn(tools).get(name) ?? []),
  );
