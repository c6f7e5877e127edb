// A new agent for several hosts: one file where all of them read it as it is meant, else as few as it takes.
import type { Capability } from '../../hosts/capabilities';
import { hasAgent } from '../../hosts/fate';
import type { Host } from '../../hosts/host';
import { placeIn } from '../../hosts/places';
import { abilitiesOf } from '../../hosts/powers';
import type { Verdict } from '../../hosts/verdict';
import { defaultSettings } from '../../settings/settings';
import { type View, viewOf } from '../view';
import { type NewAgent, newAgent, type Scope, type Wanted } from './file';

export interface NewFile extends NewAgent {
  /** Those that it is for; the first is the one that it is written for. */
  readonly hosts: readonly Host[];
}

export interface NewFiles {
  readonly files: readonly NewFile[];
  /** Those that have no folder of that scope. */
  readonly without: readonly Host[];
}

export function newFiles(hosts: readonly Host[], wanted: Wanted, scope: Scope): NewFiles {
  const own = hosts.map((host) => ({ host, made: newAgent(host, wanted, scope) }));
  let open = own.flatMap(({ host, made }) => (made ? [{ host, made }] : []));
  const files: NewFile[] = [];
  while (open.length > 0) {
    const best = open
      .map(({ host, made }) => ({ host, made, readers: open.filter(readsAlike(made)) }))
      .reduce((a, b) => (b.readers.length > a.readers.length ? b : a));
    const readers = [best.host, ...best.readers.map(({ host }) => host)];
    files.push({ ...best.made, hosts: [...new Set(readers)] });
    open = open.filter(({ host }) => !readers.includes(host));
  }
  return { files, without: own.flatMap(({ host, made }) => (made ? [] : [host])) };
}

/** The host makes of that file what it would make of its own: the same agent, which can do just as much. */
const readsAlike =
  (file: NewAgent) =>
  ({ host, made }: { readonly host: Host; readonly made: NewAgent }): boolean => {
    if (file.path === made.path && file.text === made.text) return true;
    const [there, own] = [verdictOf(host, file), verdictOf(host, made)];
    if (!there || !own || there.view.findings().some(isGrave)) return false;
    const [is, meant] = [there.verdict, own.verdict];
    return (
      hasAgent(is.fate) &&
      is.runs !== false &&
      is.persona?.id === meant.persona?.id &&
      doesTheSame(is, meant) &&
      is.persona?.description === meant.persona?.description
    );
  };

const isGrave = ({ severity }: { readonly severity: string }): boolean =>
  severity === 'error' || severity === 'warning';

function verdictOf(
  host: Host,
  { path, text }: NewAgent,
): { readonly view: View; readonly verdict: Verdict } | null {
  const place = placeIn(host, path);
  if (!place) return null;
  const owner = { ...place, role: 'owner' as const };
  const view = viewOf({ path, text, places: [owner], settings: defaultSettings });
  const [verdict] = view.verdicts();
  return verdict ? { view, verdict } : null;
}

/** No more; and no less, but for what it can do by commands. */
function doesTheSame(is: Verdict, meant: Verdict): boolean {
  const [does, shall] = [doesOf(is), doesOf(meant)];
  return (
    [...does].every((one) => shall.has(one)) &&
    [...shall].every((one) => does.has(one) || does.has('run'))
  );
}

/** A host may write its own names in one folder and another's in the next. */
function doesOf({ persona, place }: Verdict): ReadonlySet<Capability> {
  const tools = persona && { ...persona.tools, always: [] };
  const found = Object.values(place.host.dialects).flatMap((dialect) =>
    tools ? [...abilitiesOf(tools, dialect.tools)] : [],
  );
  return new Set(found.flatMap((one) => one ?? []));
}
