// One version of a document with the circumstances under which it is judged: its outline, its places and the settings.
import { entryOutline } from '../../agent/entry-outline';
import { formOf, type Outline, outlineOf } from '../../agent/outline';
import { writerFor } from '../../agent/write-for';
import type { Syntax, Writer } from '../../agent/writer';
import type { DisabledHost } from '../../hosts/catalog/folder-settings';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { type Context, defaultContext } from '../../hosts/model/context';
import { type EditorSupport, noBuiltin } from '../../hosts/model/editor-support';
import type { Host } from '../../hosts/model/host';
import { documentKindOf, type Place } from '../../hosts/model/place';
import type { Deadline } from '../../rules/deadline';
import type { OnFault } from '../../rules/fault';
import { alone, type WorkspaceView } from '../../rules/workspace-view';
import type { Settings } from '../../settings/settings';
import { isChosen, type Programs, programsOf } from './program-order';

export interface ViewedFile {
  /** The hosts that this run knows. */
  readonly catalog: HostCatalog;
  readonly path: string;
  readonly outline: Outline;
  /** Writes what every host that reads the file can read. */
  readonly writer: Writer;
  /** Writes what the owners of the file can read: what the author types follows the form of the file, and not that of a guest. */
  readonly ownWriter: Writer;
  /** Owners first. Empty: no host reads the file. */
  readonly places: readonly Place[];
  /** Hosts that would read the file here if a setting did not disable the folder. */
  readonly disabled: readonly DisabledHost[];
  readonly settings: Settings;
  readonly context: Context;
  /** The other agents of the workspace, and the files next to them. */
  readonly workspace: WorkspaceView;
  /** What the editor's own support shows for this document already. */
  readonly builtin: EditorSupport;
  /** The hosts to report on, where some were chosen. */
  readonly only: readonly Host[] | undefined;
  /** The programs of the user and of the editor, which come first in everything that lists programs. */
  readonly programs: Programs;
  /** Receives the bugs of rules and hosts; without it they are thrown. */
  readonly onFault: OnFault;
  /** When it is over, no further rule is run and no further fix verified. */
  readonly deadline: Deadline | undefined;
}

export interface FileInput {
  readonly catalog: HostCatalog;
  readonly path: string;
  readonly text: string;
  readonly places: readonly Place[];
  readonly disabled?: readonly DisabledHost[];
  readonly settings: Settings;
  readonly context?: Context;
  /** Absent: no other agents are known. */
  readonly workspace?: WorkspaceView;
  /** A function where it depends on the text. */
  readonly builtin?: EditorSupport | ((outline: Outline) => EditorSupport);
  /** Report on these hosts only; the others still count when a fix is checked for safety. */
  readonly only?: readonly Host[] | undefined;
  /** The id of the host that is the running editor. Default: none is. */
  readonly editor?: string | null;
  readonly onFault?: OnFault;
  /** Absent: it may take as long as it needs. */
  readonly deadline?: Deadline | undefined;
}

export function viewedFile(input: FileInput): ViewedFile {
  const { catalog, path, text, places, settings, only, onFault } = input;
  const { disabled = [], context = defaultContext, workspace = alone } = input;
  const { builtin = noBuiltin, editor = null, deadline } = input;
  const entry = places[0]?.entry;
  const owners = places.filter(({ role }) => role === 'owner');
  const outline = entry ? entryOutline(text, entry, path) : outlineOf(text, formOf(path));
  return {
    ...{ catalog, path, outline, places, disabled, settings, context, workspace, only, onFault },
    deadline,
    writer: writerFor(outline, syntaxesOf(places)),
    ownWriter: writerFor(outline, syntaxesOf(owners.length > 0 ? owners : places)),
    builtin: typeof builtin === 'function' ? builtin(outline) : builtin,
    programs: programsOf(settings, editor),
  };
}

const syntaxesOf = (places: readonly Place[]): readonly Syntax[] =>
  places.map((place) => documentKindOf(place).syntax);

/** Owners always; guests where the user chose them. */
export const isShown = (
  { role, host }: Pick<Place, 'role' | 'host'>,
  settings: Settings,
): boolean =>
  role === 'owner' ||
  settings.guests === 'all' ||
  settings.guests.includes(host.id) ||
  settings.hosts.includes(host.id) ||
  isChosen(host, settings);
