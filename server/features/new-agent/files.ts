// A new agent for several hosts: one file where all of them read it as intended, else as few files as possible.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { placeIn } from '../../hosts/catalog/places';
import { capabilitiesOf } from '../../hosts/judge/tools/capabilities';
import { agentDialects } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import { hasAgent } from '../../hosts/model/outcome';
import { toolLimitOf } from '../../hosts/model/persona';
import type { Capability } from '../../hosts/model/tool-purposes';
import type { Verdict } from '../../hosts/model/verdict';
import { defaultSettings } from '../../settings/settings';
import type { Message } from '../../text/message';
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
  /** Hosts whose files would have one path, although no text gives all of them only what was asked for. Empty for none. */
  readonly clashing: readonly Host[];
}

/** A host with the file that it would have alone. */
interface Own {
  readonly host: Host;
  readonly made: NewAgent;
}

export function newFiles(
  catalog: HostCatalog,
  hosts: readonly Host[],
  wanted: NewAgentOptions,
  scope: Scope,
): NewFiles {
  const own = hosts.map((host) => ({ host, made: newAgent(catalog, host, wanted, scope) }));
  const all = own.flatMap(({ host, made }): Own[] => (made ? [{ host, made }] : []));
  const without = own.flatMap(({ host, made }) => (made ? [] : [host]));
  let open = all;
  let files: readonly NewFile[] = [];
  while (open.length > 0) {
    const best = open
      .flatMap(({ host, made }) =>
        [made, ...withoutModel(catalog, { host, made }, wanted, scope)].map((file) => ({
          host,
          file,
          readers: open.filter(readsAlike(catalog, file, wanted)),
        })),
      )
      .reduce((a, b) => (b.readers.length > a.readers.length ? b : a));
    const readers = [best.host, ...best.readers.map(({ host }) => host)];
    files = [...files, { ...best.file, hosts: [...new Set(readers)] }];
    open = open.filter(({ host }) => !readers.includes(host));
  }
  return { without, ...onePerPath(catalog, files, all) };
}

/** The file without a model that its skeleton states, where the host does the same without it. */
function withoutModel(
  catalog: HostCatalog,
  { host, made }: Own,
  wanted: NewAgentOptions,
  scope: Scope,
): readonly NewAgent[] {
  if (wanted.model !== undefined) return [];
  const file = newAgent(catalog, host, { ...wanted, isWithoutModel: true }, scope);
  if (!file || file.text === made.text || file.findings.some(isProblem)) return [];
  const [before, after] = [made, file].map((one) => verdictOf(catalog, host, one)?.verdict.persona);
  return before && after && before.model.effective === after.model.effective ? [file] : [];
}

/** Of several files with one path, the first with which no host does more than was asked for. */
function onePerPath(
  catalog: HostCatalog,
  files: readonly NewFile[],
  all: readonly Own[],
): Pick<NewFiles, 'files' | 'clashing'> {
  const byPath = new Map<string, NewFile[]>();
  for (const file of files) byPath.set(file.path, [...(byPath.get(file.path) ?? []), file]);
  const kept: NewFile[] = [];
  const clashing: Host[] = [];
  for (const same of byPath.values()) {
    const hosts = same.flatMap((file) => file.hosts);
    const own = all.filter(({ host }) => hosts.includes(host));
    const file =
      same.length === 1 ? same[0] : same.find((one) => own.every(doesNoMore(catalog, one)));
    if (file) kept.push({ ...file, hosts });
    else clashing.push(...hosts);
  }
  return { files: kept, clashing };
}

const doesNoMore =
  (catalog: HostCatalog, file: NewAgent) =>
  ({ host, made }: Own): boolean => {
    const [there, own] = [
      verdictOf(catalog, host, file, made.path),
      verdictOf(catalog, host, made),
    ];
    return (
      there !== null &&
      own !== null &&
      isSameAgent(there.verdict, own.verdict) &&
      isWithin(there.verdict, own.verdict)
    );
  };

/** Whether a host loads the same agent with the same capabilities from that file as from its own. */
const readsAlike =
  (catalog: HostCatalog, file: NewAgent, wanted: NewAgentOptions) =>
  ({ host, made }: Own): boolean => {
    if (file.path === made.path && file.text === made.text) return true;
    const [there, own] = [verdictOf(catalog, host, file), verdictOf(catalog, host, made)];
    if (!there || !own || there.view.findings().some(isProblem)) return false;
    // Without a choice, the capabilities are those of a skeleton, and fewer of them are as good.
    const isChosen = wanted.tools !== undefined || wanted.capabilities !== undefined;
    return (
      isSameAgent(there.verdict, own.verdict) &&
      (isChosen ? hasSameCapabilities : isWithin)(there.verdict, own.verdict)
    );
  };

const isSameAgent = (actual: Verdict, intended: Verdict): boolean =>
  hasAgent(actual.outcome) &&
  actual.runs !== false &&
  actual.persona?.id === intended.persona?.id &&
  actual.persona?.description === intended.persona?.description;

function isWithin(actual: Verdict, intended: Verdict): boolean {
  const needs = capabilitiesOfVerdict(intended);
  return [...capabilitiesOfVerdict(actual)].every((one) => needs.has(one));
}

interface Granted {
  /** Null for all tools of the host. */
  readonly tools: readonly string[] | null;
  /** What is known instead of the tools, as a label. */
  readonly limit: Message | null;
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

/** @param ownPath where the host's own file is. */
function verdictOf(
  catalog: HostCatalog,
  host: Host,
  { path, text }: NewAgent,
  ownPath?: string,
): { readonly view: View; readonly verdict: Verdict } | null {
  const place = placeIn(host, path);
  // What the host reads only where it is in use is not the place for its new agents.
  if (!place || (place.location.isOptional && path !== ownPath)) return null;
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
  const found = agentDialects(place.host.dialects).flatMap((dialect) =>
    tools ? [...capabilitiesOf(tools, dialect.tools)] : [],
  );
  return new Set(found.flatMap((one) => one ?? []));
}
