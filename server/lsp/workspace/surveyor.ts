// Maintains the index of the workspace: surveys the open folders in slices that do not delay requests, and
// follows edits, saves, moves and deletions. Publishes the diagnostics of files that are not open.

import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { View } from '../../features/view/view';
import { type DiskContext, diskContextAt } from '../../hosts/catalog/disk-context';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { hasAgentEnding } from '../../hosts/catalog/places';
import { type OnFault, traceOf } from '../../rules/fault';
import { isInFullListing } from '../../rules/limits/project-listings';
import { mayShareName } from '../../rules/names/same-skill';
import type { Finding } from '../../rules/rule';
import { runWorkspaceRules } from '../../rules/run-workspace-rules';
import { alone, type KnownAgent } from '../../rules/workspace-view';
import type { FileText, UnreadFile } from '../../text/file-text';
import { english } from '../../text/translate';
import { mayBeCompanion } from '../../workspace/companions/files';
import { companionNamesAt, noCompanionNames } from '../../workspace/companions/look';
import type { CompanionContent, WorkspaceIndex } from '../../workspace/index';
import { upward } from '../../workspace/project';
import {
  type FoundFile,
  filesBelow,
  linksWithin,
  type SurveyedFile,
  survey,
} from '../../workspace/survey';
import type { FileSystem } from '../../world/file-system';
import type { Client } from '../client';
import type { WorkspaceFolders } from '../documents/document-places';
import type { Documents } from '../documents/documents';
import type { MakeDocument } from '../documents/encoded-document';
import type { Locate } from '../documents/locate';
import type { OpenDocuments } from '../documents/open-documents';
import { pathOf } from '../documents/uri';
import type { Delivery } from '../findings/delivery';
import { type Shown, withoutDuplicates } from '../findings/shared-findings';
import type { EditorSettings } from '../settings/editor-settings';
import type { TeamSettings } from '../settings/team-settings';
import { ClosedFiles } from './closed-files';
import type { Projects } from './projects';
import type { Reach } from './reach';
import { noProgress, progressOf, slices } from './slices';

interface Services {
  readonly connection: Connection;
  readonly catalog: HostCatalog;
  readonly world: FileSystem;
  readonly client: Client;
  readonly makeDocument: MakeDocument;
  readonly open: OpenDocuments;
  readonly documents: Documents;
  readonly settings: EditorSettings;
  readonly team: TeamSettings;
  readonly index: WorkspaceIndex;
  readonly reach: Reach;
  readonly folders: WorkspaceFolders;
  readonly projects: Projects;
  readonly locate: Locate;
  readonly delivery: Delivery;
  readonly publish: (document: { readonly uri: string }) => void;
  /** Publishes what differs after other files have changed. */
  readonly publishAgain: (document: { readonly uri: string }) => void;
  readonly onFault: OnFault;
}

/** Delay in milliseconds, so that open documents are handled first. */
const surveyDelayMs = 100;

export class Surveyor {
  readonly #parts: Services;
  readonly #closed: ClosedFiles;
  /** Caches the state of the disk while folders are walked. */
  readonly #context: DiskContext;
  /** The indexed versions of open documents, by URI. */
  readonly #versions = new Map<string, number>();
  readonly #work = slices((error) => this.#logFault(error));
  #timer: ReturnType<typeof setTimeout> | undefined;
  #progress = noProgress;
  #isSurveying = false;
  /** What the rules across files have found in each file that is not open, where its findings are reported. */
  readonly #across = new Map<string, string>();
  /** Whether these rules are about to run again. */
  #isRechecking = false;
  /** Whether the user has cancelled the last survey. */
  #isCancelled = false;
  /** Callers that wait for the end of the survey. */
  #waiting: ((isComplete: boolean) => void)[] = [];

  constructor(parts: Services) {
    this.#parts = parts;
    const { home, has, isFolder, read, walk } = parts.world;
    this.#context = diskContextAt(parts.catalog, {
      ...{ home, has, isFolder, read, walk },
      ...parts.folders,
    });
    this.#closed = new ClosedFiles({
      ...parts,
      placesAt: this.#context.placesAt,
      isOpen: (path) => this.#openAt(path) !== undefined,
      uriOf: parts.open.uriOf,
    });
  }

  /** Schedules a new survey of all folders. */
  survey(): void {
    clearTimeout(this.#timer);
    this.#isSurveying = true;
    this.#isCancelled = false;
    this.#timer = setTimeout(() => this.#surveyAll(), surveyDelayMs);
  }

  /**
   * Waits until all files are known, for answers that would be wrong without some of them. A survey that the user has cancelled
   * runs again. Resolves to false if the user cancels it while the caller waits.
   */
  complete(): Promise<boolean> {
    if (this.#isCancelled) this.survey();
    return this.ready();
  }

  /** Waits for the end of the survey. Resolves to whether all files are known: the user can cancel a survey. */
  ready(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      // Work that is left is that of a project outside the open folders.
      if (!this.#isSurveying) this.#work.add(() => this.#resume());
    });
  }

  /** Indexes the current content of a file that is not open, for clients that do not report changes on disk. */
  refresh(path: string): void {
    this.#look(path);
  }

  /** Indexes an open document after typing has paused. */
  recordView({ uri, version }: TextDocument, view: View): void {
    this.#context.forget();
    this.#versions.set(uri, version);
    const { path } = view;
    const { catalog, index, open } = this.#parts;
    // A skill or a command is both: it is judged, and it names agents.
    const isCompanion = mayBeCompanion(catalog, path) && this.#openAt(path) !== undefined;
    if (isCompanion) index.putCompanion(path, this.#companionAt(path));
    if (!isCompanion || view.places.length > 0) index.put(path, view.agents(), view.skills());
    if (open.get(uri)) this.recheck();
  }

  /**
   * Indexes the current text of every open document, even while it is being typed, because the next request
   * depends on it.
   */
  settle(): void {
    const { open, documents } = this.#parts;
    for (const document of open.all()) {
      const view = documents.view(document);
      if (this.#versions.get(document.uri) !== document.version) this.recordView(document, view);
    }
  }

  /**
   * Called when a document was opened. If its project is outside the open folders, the project is surveyed
   * too.
   */
  opened({ uri }: { readonly uri: string }): void {
    this.#closed.opened(pathOf(uri), uri);
    for (const root of this.#parts.projects.open(pathOf(uri))) this.#surveyProject(root);
  }

  closed({ uri }: { readonly uri: string }): void {
    this.#versions.delete(uri);
    for (const root of this.#parts.projects.close(pathOf(uri))) this.#leaveProject(root);
  }

  /** Called when a file was created, changed, deleted or closed. */
  look(path: string): void {
    this.#work.add(() => this.#look(path));
  }

  /** Runs the rules across files again, and publishes what differs. */
  recheck(): void {
    if (this.#isRechecking) return;
    this.#isRechecking = true;
    this.#work.add(() => {
      this.#isRechecking = false;
      this.#recheckOpen();
      // While a survey runs, most of the other files are not known.
      if (!this.#isSurveying) this.#recheckClosed();
    });
  }

  #recheckOpen(): void {
    this.#work.addEach(this.#parts.open.all(), this.#parts.publishAgain);
  }

  #recheckClosed(): void {
    const { index } = this.#parts;
    const paths = new Set([...index.paths(), ...index.skillPaths()]);
    this.#work.addEach([...paths], (path) => {
      const found = this.#foundAcross(path);
      if (found === (this.#across.get(path) ?? '')) return;
      this.#across.set(path, found);
      this.#closed.report(path, this.#closed.viewAt(path, index));
    });
  }

  /** What the rules across files find in a file that is not open; empty where that is nothing, or is not reported. */
  #foundAcross(path: string): string {
    if (this.#openAt(path) || !this.#closed.isConcerned(path)) return '';
    const { catalog, index, onFault } = this.#parts;
    const { rules, hosts } = this.#closed.settingsOf(path);
    const choice = { chosen: rules, strict: hosts };
    const agents = index.at(path);
    const found = withoutDuplicates(
      [...runWorkspaceRules(catalog, choice, agents, index, onFault), ...this.#acrossSkills(path)],
      path,
      (other) => this.shown(other),
    );
    const isOpen = agents.some(usesProvider);
    if (found.length === 0 && !isOpen) return '';
    const shown = found.map(({ rule, host, severity, message, span, related }) => [
      ...[rule, host, severity, message, span, related],
    ]);
    return JSON.stringify([isOpen && index.companionsVersion, shown]);
  }

  /** The file is judged again only where the rules on skills can find something. */
  #acrossSkills(path: string): readonly Finding[] {
    const { index } = this.#parts;
    const isAsked =
      mayShareName(index.namesAt(path), index) || isInFullListing(index.skillsAt(path), index);
    return isAsked ? (this.#closed.viewAt(path, index)?.across() ?? []) : [];
  }

  /** Returns whether the findings of a file are shown. */
  shown(path: string): Shown {
    return this.#closed.shown(path);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#work.clear();
    this.#resume();
  }

  #surveyAll(): void {
    this.#timer = undefined;
    this.#begin();
    this.#removeDeleted();
    const { reach, projects } = this.#parts;
    for (const folder of reach.folders())
      this.#work.addEach(this.#surveyed(this.#filesBelow(folder)), (file) => {
        this.#progress.countFile();
        this.#enter(file);
      });
    for (const root of projects.roots()) this.#surveyProject(root);
    this.#surveyHome();
  }

  /** Links to folders of agents are followed inside the repository of an open folder. */
  *#filesBelow(folder: string): Generator<FoundFile> {
    const { catalog, connection, world } = this.#parts;
    const isCompanion = (path: string): boolean => mayBeCompanion(catalog, path);
    const isAgent = (path: string): boolean =>
      hasAgentEnding(catalog, path) && this.#context.placesAt(path).length > 0;
    const project = upward(folder, world).at(-1) ?? folder;
    const links = linksWithin(catalog, project, (path, { message }) =>
      connection.console.warn(`${path}: ${english(message)}`),
    );
    yield* filesBelow(folder, world, { isAgent, isCompanion }, links);
  }

  #begin(): void {
    const { connection, client } = this.#parts;
    this.#clear();
    this.#across.clear();
    this.#context.forget();
    this.#progress.end();
    this.#progress = progressOf(connection, client, () => {
      this.#isCancelled = true;
      this.#clear();
      this.#end();
    });
  }

  #end(): void {
    this.#context.forget();
    this.#progress.end();
    this.#isSurveying = this.#timer !== undefined;
    if (!this.#isSurveying) this.#resume();
  }

  #clear(): void {
    this.#work.clear();
    this.#isRechecking = false;
  }

  #resume(): void {
    for (const resume of this.#waiting.splice(0)) resume(!this.#isCancelled);
  }

  #removeDeleted(): void {
    const { index, world, reach } = this.#parts;
    // Open documents remain in the index, even if they are not saved.
    for (const path of [...index.paths(), ...index.skillPaths()])
      if (!this.#openAt(path) && !(world.has(path) && reach.holds(path))) index.put(path, []);
    for (const path of index.companionPaths()) index.putCompanion(path, this.#companionAt(path));
  }

  /** Indexes the companion files in the user's home, then checks all agents across files. */
  #surveyHome(): void {
    const { index, reach } = this.#parts;
    let seesHome = false;
    this.#work.add(() => {
      const ofUser = reach.ofUser();
      seesHome = ofUser !== null;
      for (const path of ofUser ?? []) index.putCompanion(path, this.#companionAt(path));
    });
    this.#work.add(() => this.#reportAcross(seesHome));
  }

  #reportAcross(seesHome: boolean): void {
    this.#parts.index.seeHome(seesHome);
    this.#recheckOpen();
    this.#recheckClosed();
    this.#work.add(() => this.#end());
  }

  #surveyProject(root: string): void {
    const { projects, open, publish } = this.#parts;
    this.#work.addEach(this.#surveyed(this.#filesOfProject(root)), (file) => this.#enter(file));
    this.#work.add(() => {
      this.#context.forget();
      projects.looked(root);
      for (const document of open.all()) {
        const path = pathOf(document.uri);
        if (path.startsWith(`${root}/`) && !projects.isPending(path)) publish(document);
      }
    });
  }

  /** Classifies the files by their paths, regardless of which pattern matched them. */
  *#filesOfProject(root: string): Generator<FoundFile> {
    for (const { path } of this.#parts.projects.files(root))
      yield {
        path,
        isAgent: this.#context.placesAt(path).length > 0,
        isCompanion: mayBeCompanion(this.#parts.catalog, path),
      };
  }

  /** Removes the files of a project that no longer contains an open document. */
  #leaveProject(root: string): void {
    const { index, reach } = this.#parts;
    const isLeft = (path: string): boolean => path.startsWith(`${root}/`) && !reach.holds(path);
    for (const path of [...index.paths(), ...index.skillPaths()].filter(isLeft))
      index.put(path, []);
    for (const path of index.companionPaths().filter(isLeft))
      index.putCompanion(path, noCompanionNames);
  }

  #surveyed(files: Iterable<FoundFile>): Generator<SurveyedFile> {
    const { catalog, world, index } = this.#parts;
    return survey(files, {
      read: world.read,
      isReadAhead: (path) => hasAgentEnding(catalog, path) && !this.#openAt(path),
      index,
      companionAt: (path, text) => this.#companionAt(path, text),
    });
  }

  /**
   * Indexes a file in the first pass. The files that depend on it are determined when all files are known.
   */
  #enter({ path, text, isAgent }: SurveyedFile): void {
    if (!isAgent) return;
    const { index, documents } = this.#parts;
    const document = this.#openAt(path);
    if (document) {
      const view = documents.view(document);
      index.put(path, view.agents(), view.skills());
      return;
    }
    const view = this.#closed.viewAt(path, alone, text);
    index.put(path, view?.agents() ?? [], view?.skills());
    this.#closed.report(path, view);
  }

  #look(path: string): void {
    const { index, reach } = this.#parts;
    this.#context.forget();
    index.moved();
    this.recheck();
    if (mayBeCompanion(this.#parts.catalog, path))
      index.putCompanion(path, this.#companionAt(path));
    if (this.#openAt(path)) return;
    const view = reach.holds(path) ? this.#closed.viewAt(path, index) : null;
    index.put(path, view?.agents() ?? [], view?.skills());
    this.#closed.report(path, view);
    this.#across.set(path, this.#foundAcross(path));
  }

  /** @param saved its text, where that is known. */
  #companionAt(path: string, saved?: () => FileText): CompanionContent | null {
    const { reach, world } = this.#parts;
    if (!reach.holds(path)) return noCompanionNames;
    // For open documents the unsaved text is used.
    const disk = {
      has: (file: string): boolean => this.#openAt(file) !== undefined || world.has(file),
      read: (file: string): FileText => {
        const read = file === path && saved ? saved : () => world.read(file);
        const text = this.#openAt(file)?.getText() ?? read();
        if (file === path && typeof text !== 'string' && text.problem !== 'absent') unread = text;
        return text;
      },
    };
    let unread: UnreadFile | null = null;
    const found = companionNamesAt(this.#parts.catalog, path, disk, this.#context.around);
    this.#closed.reportCompanion(path, unread);
    if (found === null && this.#openAt(path) && !this.#parts.index.wasRead(path))
      this.#learnSaved(path);
    return found;
  }

  /** The names of a document that was opened in a state that cannot be read are those that are saved. */
  #learnSaved(path: string): void {
    const { catalog, index, world } = this.#parts;
    const saved = companionNamesAt(catalog, path, world, this.#context.around);
    if (saved !== null) index.putCompanion(path, saved);
  }

  #openAt(path: string): TextDocument | undefined {
    return this.#parts.open.at(path);
  }

  #logFault(error: unknown): void {
    try {
      this.#parts.connection.console.error(`Workspace scan failed: ${traceOf(error)}`);
    } catch {
      this.#work.clear(); // the connection is closed
    }
  }
}

/** Whether its models are valid depends on the providers that companions define. */
const usesProvider = ({ references }: KnownAgent): boolean =>
  references.some(({ kind }) => kind === 'provider');
