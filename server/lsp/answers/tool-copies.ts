// Grants or revokes a tool in an agent and in its copies: the files of the project that hold the same agent for other hosts.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { targetsOf } from '../../convert/convert';
import { askedTool, setToolInFile } from '../../features/tool-edits/tool-in-file';
import { verdictIn } from '../../features/view/verdicts';
import type { View } from '../../features/view/view';
import type { Host } from '../../hosts/model/host';
import { rootOf } from '../../hosts/model/located-file';
import type { Place } from '../../hosts/model/place';
import type { SetToolInCopiesParams, ToolInCopies, ToolInCopy } from '../../protocol/protocol';
import { listed } from '../../rules/words';
import type { Untranslated } from '../../text/translated';
import type { Session } from '../session';
import { convertedPath } from './convert';
import { textEdit } from './encode';
import { pathForPeople } from './own';

export function toolInCopies(
  session: Session,
  document: TextDocument,
  view: View,
  { host, change }: SetToolInCopiesParams,
): Untranslated<ToolInCopies> | null {
  const asked = askedTool(view, host, change);
  const place = verdictIn(view, host)?.place;
  if (!asked || !place) return null;
  const inText = (text: TextDocument, found: View, hosts: readonly Host[]) => {
    const ids = hosts.map(({ id }) => id);
    const { edits, notes, problem } = setToolInFile(found, ids, asked);
    return { notes, problem, edits: edits.map((edit) => textEdit(text, edit)) };
  };
  const own = [...new Set([place.host, ...ownersOf(view.places)])];
  return {
    files: [
      {
        ...fileOf(session, view.path, own),
        ...{ uri: document.uri, version: document.version },
        ...inText(document, view, own),
      },
      ...copiesOf(session, view, place).map(({ path, hosts, id }): Untranslated<ToolInCopy> => {
        const file = fileOf(session, path, hosts);
        const open = session.open.at(path);
        const read = open?.getText() ?? session.world.read(path);
        const version = open?.version ?? null;
        if (typeof read !== 'string')
          return { ...file, version, edits: [], notes: [], problem: read.message };
        const text = open ?? session.makeDocument(file.uri, read);
        const whole = open ? session.documents.view(open) : session.documents.viewAt(path, read);
        return { ...file, version, ...inText(text, agentIn(whole, id), hosts) };
      }),
    ],
  };
}

interface Copy {
  readonly path: string;
  /** The hosts whose copy it is. */
  readonly hosts: readonly Host[];
  readonly id: string;
}

/**
 * The files in folders of other hosts that have an agent with the same id, and the files to which a conversion would write the copy,
 * if nothing in them is loaded. Only those of the same project, in a folder of the workspace.
 */
function copiesOf(session: Session, view: View, place: Place): readonly Copy[] {
  const id = verdictIn(view, place.host.id)?.persona?.id;
  if (id === undefined) return [];
  const { catalog, index, reach, world } = session;
  const root = rootOf(place);
  const hosts = new Map<string, Host[]>();
  const add = (path: string, host: Host): void => {
    const known = hosts.get(path) ?? [];
    if (path === place.path || !reach.isOurs(path) || known.includes(host)) return;
    hosts.set(path, [...known, host]);
  };
  for (const { path, place: other } of index.inAnyHost(id))
    if (other.role === 'owner' && !other.isGuess && rootOf(other) === root) add(path, other.host);
  const named = new Set([...hosts.values()].flat());
  for (const target of place.host.conversion ? targetsOf(catalog, place.host) : []) {
    // Generations of one host share their folders, and only those that the project uses are in the index.
    if (named.has(target) || target.profileOf !== undefined) continue;
    const path = convertedPath(session, view, place, target);
    const hasAgent = index.at(path).some((one) => one.place.host === target && one.id !== null);
    if (!hasAgent && !hosts.has(path) && world.has(path)) add(path, target);
  }
  return [...hosts]
    .map(([path, of]) => ({ path, hosts: of, id }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** In a configuration file the agent with this id, else the file. */
const agentIn = (view: View, id: string): View =>
  view.entries().find((one) => one.verdicts().some(({ persona }) => persona?.id === id)) ?? view;

const ownersOf = (places: readonly Place[]): readonly Host[] =>
  places.filter(({ role, isGuess }) => role === 'owner' && !isGuess).map(({ host }) => host);

const fileOf = (
  { client, open, world }: Pick<Session, 'client' | 'open' | 'world'>,
  path: string,
  hosts: readonly Host[],
): Pick<ToolInCopy, 'uri' | 'path'> & Untranslated<Pick<ToolInCopy, 'hostNames'>> => ({
  uri: open.uriOf(path),
  path: pathForPeople(path, client.folders, world.home),
  hostNames: listed(hosts.map(({ name }) => name)),
});
