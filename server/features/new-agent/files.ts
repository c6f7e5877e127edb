// A new agent for several hosts: one file where all of them read it as intended, else as few files as possible.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { placeIn } from '../../hosts/catalog/places';
import { capabilitiesOf } from '../../hosts/judge/tools/capabilities';
import type { Host } from '../../hosts/model/host';
import { hasAgent } from '../../hosts/model/outcome';
import { toolLimitOf } from '../../hosts/model/persona';
import type { Capability } from '../../hosts/model/tool-purposes';
import type { Verdict } from '../../hosts/model/verdict';
import { defaultSettings } from '../../settings/settings';
import { toolLimitLabel } from '../persona/tool-count';
import { heldTools } from '../tool-edits/held-tools';
import { type View, viewOf } from '../view/view';
import { type NewAgent, type NewAgentOptions, newAgent, type Scope } from './file';

export interface NewFile extends NewAgent {
  /** The hosts that the file is for; it is written in the form of the first. */
  readonly hosts: readonly Host[];
}

export interface NewFiles {
  readonly files: readonly NewFile[];
  /** Hosts that have no folder of that scope. */
  readonly without: readonly Host[];
}

export function newFiles(
  catalog: HostCatalog,
  hosts: readonly Host[],
  wanted: NewAgentOptions,
  scope: Scope,
): NewFiles {
  const own = hosts.map((host) => ({ host, made: newAgent(catalog, host, wanted, scope) }));
  let open = own.flatMap(({ host, made }) => (made ? [{ host, made }] : []));
  const files: NewFile[] = [];
  while (open.length > 0) {
    const best = open
      .map(({ host, made }) => ({ host, made, readers: open.filter(readsAlike(catalog, made)) }))
      .reduce((a, b) => (b.readers.length > a.readers.length ? b : a));
    const readers = [best.host, ...best.readers.map(({ host }) => host)];
    files.push({ ...best.made, hosts: [...new Set(readers)] });
    open = open.filter(({ host }) => !readers.includes(host));
  }
  return { files, without: own.flatMap(({ host, made }) => (made ? [] : [host])) };
}

/** Whether a host loads the same agent with the same capabilities from that file as from its own. */
const readsAlike =
  (catalog: HostCatalog, file: NewAgent) =>
  ({ host, made }: { readonly host: Host; readonly made: NewAgent }): boolean => {
    if (file.path === made.path && file.text === made.text) return true;
    const [there, own] = [verdictOf(catalog, host, file), verdictOf(catalog, host, made)];
    if (!there || !own || there.view.findings().some(isProblem)) return false;
    const [actual, intended] = [there.verdict, own.verdict];
    return (
      hasAgent(actual.outcome) &&
      actual.runs !== false &&
      actual.persona?.id === intended.persona?.id &&
      hasSameCapabilities(actual, intended) &&
      actual.persona?.description === intended.persona?.description
    );
  };

interface Granted {
  /** Null for all tools of the host. */
  readonly tools: readonly string[] | null;
  /** What is known instead of the tools, as a label. */
  readonly limit: string | null;
}

/** What a host grants to the agent of a file. */
export function grantedTools(catalog: HostCatalog, host: Host, file: NewAgent): Granted {
  const verdict = verdictOf(catalog, host, file)?.verdict;
  const tools = verdict?.persona?.tools;
  if (!verdict || !tools) return { tools: [], limit: null };
  const limit = toolLimitOf(tools);
  if (limit !== null) return { tools: null, limit: toolLimitLabel(limit) };
  if (!tools.all) return { tools: tools.granted, limit: null };
  return { tools: tools.denied.length === 0 ? null : [...heldTools(verdict)], limit: null };
}

const isProblem = ({ severity }: { readonly severity: string }): boolean =>
  severity === 'error' || severity === 'warning';

function verdictOf(
  catalog: HostCatalog,
  host: Host,
  { path, text }: NewAgent,
): { readonly view: View; readonly verdict: Verdict } | null {
  const place = placeIn(host, path);
  // What the host reads only where it is in use is not the place for its new agents.
  if (!place || place.location.isOptional) return null;
  const owner = { ...place, role: 'owner' as const };
  const view = viewOf({ catalog, path, text, places: [owner], settings: defaultSettings });
  const [verdict] = view.verdicts();
  return verdict ? { view, verdict } : null;
}

/** The same capabilities; fewer only where running commands covers the missing ones. */
function hasSameCapabilities(actual: Verdict, intended: Verdict): boolean {
  const [has, needs] = [capabilitiesOfVerdict(actual), capabilitiesOfVerdict(intended)];
  return (
    [...has].every((one) => needs.has(one)) &&
    [...needs].every((one) => has.has(one) || has.has('run'))
  );
}

/** Looked up in all dialects of the host, as it may use different tool names in different folders. */
function capabilitiesOfVerdict({ persona, place }: Verdict): ReadonlySet<Capability> {
  const tools = persona && { ...persona.tools, always: [] };
  const found = Object.values(place.host.dialects).flatMap((dialect) =>
    tools ? [...capabilitiesOf(tools, dialect.tools)] : [],
  );
  return new Set(found.flatMap((one) => one ?? []));
}
