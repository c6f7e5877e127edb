// The call hierarchy: which agents can call which others.
import type { CallHierarchyItem, Range } from 'vscode-languageserver';
import { agentsIn, namedAt } from '../../features/navigation';
import type { Host } from '../../hosts/model/host';
import { shortPath } from '../../hosts/model/located-file';
import type { KnownAgent } from '../../rules/workspace-view';
import { SymbolKind } from '../library';
import type { Environment, Talk, Texts, Workspace } from '../session';

/** Data that a call hierarchy item carries from one request to the next. */
interface Of {
  readonly host: string;
  readonly id: string;
}

export function handleCalls({
  connection,
  catalog,
  index,
  answer,
  locate,
  surveyor,
}: Environment & Talk & Texts & Workspace): void {
  const itemOf = ({ place, path, id, name, nameSpan }: KnownAgent): CallHierarchyItem | null => {
    const location = id === null ? null : locate(path, nameSpan);
    return (
      location && {
        name: name ?? id ?? '',
        kind: SymbolKind.Class,
        detail: `${place.host.name}, ${shortPath(place)}`,
        uri: location.uri,
        range: location.range,
        selectionRange: location.range,
        data: { host: place.host.id, id } satisfies Omit<Of, 'id'> & { id: string | null },
      }
    );
  };
  const asked = ({ data }: CallHierarchyItem): { host: Host; id: string } | null => {
    const { host: name, id } = (data ?? {}) as Partial<Of>;
    const host = name === undefined ? undefined : catalog.hostById(name);
    return host && typeof id === 'string' ? { host, id } : null;
  };
  /** Returns the ranges where the caller references the agent with this ID. */
  const places = (caller: KnownAgent, id: string): Range[] =>
    caller.references
      .filter(({ kind, name, isPattern }) => kind === 'agent' && name === id && !isPattern)
      .flatMap(({ span }) => locate(caller.path, span)?.range ?? []);

  connection.languages.callHierarchy.onPrepare(({ textDocument: { uri }, position }) =>
    answer(uri, 'calls', null as CallHierarchyItem[] | null, (document, view) => {
      surveyor.settle();
      const named = namedAt(view, document.offsetAt(position));
      const agents = named
        ? named.hosts.flatMap((host) => index.called(host, named.id))
        : agentsIn(view).slice(0, 1);
      return agents.flatMap((agent) => itemOf(agent) ?? []);
    }),
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item }) => {
    const of = asked(item);
    if (!of) return [];
    return index
      .callers(of.host, of.id)
      .filter(({ place }) => place.host === of.host)
      .flatMap((caller) => {
        const from = itemOf(caller);
        return from ? [{ from, fromRanges: places(caller, of.id) }] : [];
      });
  });
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) => {
    const of = asked(item);
    const caller = of && index.called(of.host, of.id)[0];
    if (!caller) return [];
    const names = new Set(
      caller.references.flatMap(({ kind, name }) => (kind === 'agent' ? [name] : [])),
    );
    return [...names].flatMap((name) => {
      const [callee] = index.called(of.host, name);
      const to = callee && itemOf(callee);
      return to ? [{ to, fromRanges: places(caller, name) }] : [];
    });
  });
}
