// State shared by all handlers: the connection, the open documents and the client. Internal errors are caught
// here only: they are logged with the document's version, and the request gets an empty result instead of a
// wrong one.

import type { Connection } from 'vscode-languageserver';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { type Fault, traceOf } from '../rules/fault';
import { alone } from '../rules/workspace-view';
import { english } from '../text/translate';
import { WorkspaceIndex } from '../workspace/index';
import type { FileSystem } from '../world/file-system';
import type { Answer, Client } from './client';
import type { WorkspaceFolders } from './documents/document-places';
import { type Documents, documentsIn } from './documents/documents';
import { type Edits, editsOfDocuments } from './documents/edits';
import { encodedDocument, type MakeDocument } from './documents/encoded-document';
import { type Locate, locateIn, textIn } from './documents/locate';
import { type OpenDocuments, openDocuments } from './documents/open-documents';
import { type Settler, settlerOf } from './documents/settler';
import { normalizedPath } from './documents/uri';
import { type Clock, systemClock } from './findings/after-requests';
import { type Delivery, deliveryTo } from './findings/delivery';
import { type Publisher, publisherFor } from './findings/publish';
import { type EditorSettings, editorSettings } from './settings/editor-settings';
import { type TeamSettings, teamSettings } from './settings/team-settings';
import { type Projects, projectsIn } from './workspace/projects';
import { type Reach, reachOf } from './workspace/reach';
import { Surveyor } from './workspace/surveyor';

/** What an entry point provides. */
export interface Environment {
  /** The hosts that the server knows. */
  readonly catalog: HostCatalog;
  readonly world: FileSystem;
  readonly version: string;
}

/** The editor at the other end. */
export interface Talk {
  readonly connection: Connection;
  readonly client: Client;
  readonly answer: Answer;
  readonly delivery: Delivery;
  readonly configured: Gate;
}

/** What the author edits. */
export interface Texts {
  readonly open: OpenDocuments;
  readonly documents: Documents;
  readonly edits: Edits;
  readonly settler: Settler;
  readonly makeDocument: MakeDocument;
  readonly locate: Locate;
  /**
   * Returns the unsaved text of an open file, or the saved text of a closed one. Returns null if it cannot be
   * read.
   */
  readonly textAt: (path: string) => string | null;
}

/** The files around. */
export interface Workspace {
  readonly index: WorkspaceIndex;
  readonly reach: Reach;
  readonly folders: WorkspaceFolders;
  readonly projects: Projects;
  readonly surveyor: Surveyor;
}

/** What the user and the team set. */
export interface Preferences {
  readonly settings: EditorSettings;
  readonly team: TeamSettings;
  /** URI of the folder with the rule pages; undefined where they are not installed. */
  readonly docs: string | undefined;
}

/** Everything. A handler states which of the parts it needs. */
export interface Session extends Environment, Talk, Texts, Workspace, Preferences, Publisher {}

export interface ServeOptions {
  readonly clock?: Clock;
  /** URI of the folder that contains the rule pages, for clients that do not send one. */
  readonly docs?: string;
}

export function sessionOn(
  connection: Connection,
  { catalog, world: disk, version }: Environment,
  { clock = systemClock, docs }: ServeOptions = {},
): Session {
  const world = withNormalizedHome(disk);
  const client: Client = {
    ...{ capabilities: {}, folders: [], isOurs: false, encoding: 'utf-16' },
    translate: english,
  };
  const makeDocument: MakeDocument = (uri, text, version = 0) =>
    encodedDocument(client.encoding, uri, 'markdown', version, text);
  const edits = editsOfDocuments(client);
  const open = openDocuments(edits.configuration, () => client.folders);
  const settler = settlerOf(edits);
  const team = teamSettings(
    catalog,
    world,
    () => client.folders.map(({ path }) => path),
    open.uriOf,
    makeDocument,
    (message) => client.translate(message),
  );
  const settings = editorSettings(catalog, connection, () => client.folders);
  const index = new WorkspaceIndex(catalog, world);
  const folders: WorkspaceFolders = {
    roots: () => client.folders.map(({ path }) => path),
    setting: settings.ofHost,
  };
  const standing = reachOf(catalog, client, world, settings, folders);
  const projects = projectsIn(catalog, world, standing.holds, folders);
  const reach: Reach = {
    ...standing,
    holds: (path) => standing.holds(path) || projects.holds(path),
  };
  const logError = (problem: string, error: unknown): void => {
    try {
      connection.console.error(`${problem} ${traceOf(error)}`);
    } catch {
      // the connection is closed
    }
  };
  const reported = new Set<string>();
  /** Logs each bug once, because most occur at every key. */
  const onFault = ({ part, host, error }: Fault): void => {
    const problem = `Bug in ${part}${host === null ? '' : ` for ${host}`}: its results are missing.`;
    // The first frame is the place of the bug; what led to it may vary.
    const key = [problem, ...traceOf(error).split('\n').slice(0, 2)].join('\n');
    if (reported.has(key)) return;
    reported.add(key);
    logError(problem, error);
  };
  const documents = documentsIn(
    catalog,
    world,
    (path) => settings.of(path),
    team,
    { of: (path) => (projects.isPending(path) ? alone : index), folders },
    { isTyping: settler.isTyping, onFault },
  );
  const answer: Answer = (uri, what, nothing, ask) => {
    const document = open.get(uri);
    if (!document) return nothing;
    const subject = `${what} for ${uri} (version ${document.version})`;
    const begin = performance.now();
    try {
      const answered = ask(document, documents.view(document));
      // Sent only if the client has asked for it with `$/setTrace`.
      connection.tracer.log(subject, `${(performance.now() - begin).toFixed(1)} ms`);
      return answered;
    } catch (error) {
      logError(`Could not compute ${subject}.`, error);
      return nothing;
    }
  };
  const delivery = deliveryTo(connection, client);
  const parts = {
    ...{
      onFault,
      delivery,
      docs,
      connection,
      catalog,
      world,
      version,
      client,
      open,
      documents,
      settings,
      team,
      answer,
      index,
      reach,
      folders,
      edits,
      makeDocument,
      settler,
      projects,
      configured: gate(),
    },
  };
  const locate = locateIn(world, open, makeDocument);
  const publisher = publisherFor({
    ...{ ...parts, locate, clock },
    atRest: (document, view) => surveyor.recordView(document, view),
    shown: (path) => surveyor.shown(path),
  });
  const surveyor: Surveyor = new Surveyor({
    ...{ ...parts, locate },
    publish: publisher.publish,
    publishAgain: publisher.publishAgain,
  });
  return { ...parts, ...publisher, surveyor, locate, textAt: textIn(world, open) };
}

/** Paths of documents are compared with the home folder, whose drive Windows writes in uppercase. */
const withNormalizedHome = (world: FileSystem): FileSystem =>
  world.home === undefined ? world : { ...world, home: normalizedPath(world.home) };

// What has to be known before the first answers: requests that come earlier wait for it.

interface Gate {
  /** Resolves once `done` was called, or at the latest after `patienceMs`. */
  readonly wait: () => Promise<void>;
  readonly done: () => void;
}

/** In milliseconds. A client that does not answer must not keep its editor waiting. */
const patienceMs = 1000;

function gate(): Gate {
  let isDone = false;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const done = (): void => {
    isDone = true;
    open();
  };
  return {
    wait() {
      if (isDone) return Promise.resolve();
      const timer = setTimeout(done, patienceMs);
      return opened.finally(() => clearTimeout(timer));
    },
    done,
  };
}
