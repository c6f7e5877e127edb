// Knows every agent of the open folders: walks over them in slices that no key waits for, and keeps up with what is typed,
// saved, moved and deleted. Of files that are not open it tells what is wrong.
import type { Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type View, viewOf } from '../features/view';
import { glanceAt } from '../hosts/glance';
import { alone } from '../rules/neighbours';
import { runAcross } from '../rules/run-across';
import { inGenerations } from '../settings/chosen';
import type { Settings } from '../settings/settings';
import { ahead, type FileAhead } from '../workspace/ahead';
import type { WorkspaceIndex } from '../workspace/index';
import { knownAgent } from '../workspace/known-agents';
import { mayBeBeside } from '../workspace/neighbours/files';
import { besideAt, nothingBeside } from '../workspace/neighbours/look';
import type { World } from '../world/world';
import type { Client } from './client';
import type { WorkspaceFolders } from './document-places';
import type { Documents } from './documents';
import type { EditorSettings } from './editor-settings';
import { diagnosticsOf } from './encode';
import type { Locate } from './locate';
import type { Projects } from './projects';
import type { Reach } from './reach';
import { slices } from './slices';
import { noProgress, progressOf } from './survey-progress';
import type { TeamSettings } from './team-settings';
import { type Shown, withoutTwins } from './twins';
import { pathOf, uriOf } from './uri';

export interface Surveyor {
  /** Walks over all folders, from the beginning. */
  readonly survey: () => void;
  /** An open document is now so: to be told when its author rests. */
  readonly saw: (document: TextDocument, view: View) => void;
  /** Every open document is known as it is typed, before its author rests: what is asked next depends on it. */
  readonly settle: () => void;
  /** A document was opened: where its project is in no open folder, that is looked at too. */
  readonly opened: (document: { readonly uri: string }) => void;
  readonly closed: (document: { readonly uri: string }) => void;
  /** A file came, changed or went, or is not open any more. */
  readonly look: (path: string) => void;
  /** What is reported on these files may be something else now. */
  readonly again: (paths: Iterable<string>) => void;
  /** Whether findings of a file are shown. */
  readonly shown: (path: string) => Shown;
  readonly stop: () => void;
}

interface Parts {
  readonly connection: Connection;
  readonly world: World;
  readonly client: Client;
  readonly open: TextDocuments<TextDocument>;
  readonly documents: Documents;
  readonly settings: EditorSettings;
  readonly team: TeamSettings;
  readonly index: WorkspaceIndex;
  readonly reach: Reach;
  readonly folders: WorkspaceFolders;
  readonly projects: Projects;
  readonly locate: Locate;
  readonly publish: (document: { readonly uri: string }) => void;
}

/** What is open comes first. */
const patienceMs = 100;

export function surveyorOf(parts: Parts): Surveyor {
  const { connection, world, client, open, documents, settings, team, index, reach } = parts;
  const { projects, locate, publish } = parts;
  /** Closed files of which something is told. */
  const told = new Set<string>();
  const work = slices((error) => {
    try {
      connection.console.error(
        `survey: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    } catch {
      work.clear(); // nobody is there any more
    }
  });
  const settingsOf = (path: string): Settings => team.of(path, settings.of(path));
  const { home, has, read } = world;
  const { around, placesAt, forget } = glanceAt({ home, has, read, ...parts.folders });

  const viewAt = (
    path: string,
    neighbours = alone,
    read = (): string => world.read(path),
  ): View | null => {
    const settings = settingsOf(path);
    const places = inGenerations(placesAt(path), settings);
    if (places.length === 0) return null;
    try {
      return viewOf({
        path,
        text: read(),
        places,
        settings: settings,
        context: documents.context,
        neighbours,
      });
    } catch {
      return null; // gone, or not to be read
    }
  };
  const agentsOf = (view: View) =>
    view
      .shown()
      .filter(({ place }) => !place.isFormer)
      .map((verdict) => knownAgent(view.outline, verdict, view.context));

  const openAt = (path: string): TextDocument | undefined => open.get(uriOf(path));
  const shownOf = (path: string): Shown => {
    if (openAt(path)) return 'open';
    return reach.isOurs(path) && settingsOf(path).closedFiles !== 'none' ? 'listed' : 'no';
  };

  const tell = (path: string, view: View | null): void => {
    const { closedFiles } = settingsOf(path);
    const found = view && reach.isOurs(path) && closedFiles !== 'none' ? view.findings() : [];
    const wanted =
      closedFiles === 'all'
        ? found
        : found.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const shown = withoutTwins(wanted, path, shownOf);
    if (shown.length === 0 && !told.has(path)) return;
    const uri = uriOf(path);
    // Nothing is told of what stands behind the last finding.
    const spans = shown.flatMap(({ span, also = [] }) => [...(span ? [span] : []), ...also]);
    const end = Math.max(0, ...spans.map((span) => span.end));
    const text = view?.outline.text.slice(0, end + 1) ?? '';
    const document = TextDocument.create(uri, 'markdown', 0, text);
    const diagnostics = shown.flatMap((one) =>
      diagnosticsOf(document, one, { docs: documents.options.docs, locate }),
    );
    if (shown.length > 0) told.add(path);
    else told.delete(path);
    void connection.sendDiagnostics({ uri, diagnostics });
  };

  /** Whether something is, or may have to be, reported on a file that is not open. */
  const isTold = (path: string): boolean => told.has(path) || shownOf(path) !== 'no';

  /** What is said of these files may be something else now. */
  const again = (paths: Iterable<string>): void => {
    for (const path of paths) {
      const document = openAt(path);
      if (document) work.add(() => publish(document));
      else if (isTold(path)) work.add(() => tell(path, viewAt(path, index)));
    }
  };

  /** As it is typed where it is open. */
  const disk = {
    has: (path: string): boolean => openAt(path) !== undefined || world.has(path),
    read: (path: string): string => openAt(path)?.getText() ?? world.read(path),
  };
  const besideOf = (path: string) =>
    reach.holds(path) ? besideAt(path, disk, around) : nothingBeside;

  const look = (path: string): void => {
    forget();
    again(index.moved(path));
    if (mayBeBeside(path)) again(index.putBeside(path, besideOf(path))());
    // The agents of a configuration were put in with what else stands there.
    if (openAt(path) || index.at(path).some(({ isConfigured }) => isConfigured)) return;
    const view = reach.holds(path) ? viewAt(path) : null;
    again(index.put(path, view ? agentsOf(view) : []));
  };

  /** The first look: what others make of a file is asked when all are known. */
  const first = ({ path, text }: FileAhead): void => {
    if (mayBeBeside(path)) index.putBeside(path, besideOf(path));
    if (placesAt(path).length === 0) return;
    const document = openAt(path);
    if (document) {
      index.learn(path, agentsOf(documents.view(document)));
      return;
    }
    const view = viewAt(path, alone, text);
    index.learn(path, view ? agentsOf(view) : []);
    tell(path, view);
  };

  const lookInto = (root: string): void => {
    const isRead = (path: string): boolean => path.endsWith('.md') && !openAt(path);
    work.addEach(ahead(projects.files(root), world.read, isRead), first);
    work.add(() => {
      forget();
      projects.looked(root);
      for (const document of open.all()) {
        const path = pathOf(document.uri);
        if (path.startsWith(`${root}/`) && !projects.isPending(path)) publish(document);
      }
    });
  };

  /** What was known of it. */
  const leave = (root: string): void => {
    const isLeft = (path: string): boolean => path.startsWith(`${root}/`) && !reach.holds(path);
    for (const path of [...index.paths()].filter(isLeft)) index.put(path, []);
    for (const path of index.pathsBeside().filter(isLeft)) index.putBeside(path, nothingBeside);
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  let progress = noProgress;
  const ended = (): void => {
    forget();
    progress.end();
  };
  const survey = (): void => {
    waiting = undefined;
    work.clear();
    forget();
    progress.end();
    progress = progressOf(connection, client, () => {
      work.clear();
      ended();
    });
    // What is open is there, saved or not.
    for (const path of [...index.paths()])
      if (!openAt(path) && !(world.has(path) && reach.holds(path))) index.put(path, []);
    for (const path of index.pathsBeside()) index.putBeside(path, besideOf(path));
    for (const folder of reach.folders()) {
      const isWanted = (path: string): boolean =>
        mayBeBeside(path) || (path.endsWith('.md') && placesAt(path).length > 0);
      const isRead = (path: string): boolean => path.endsWith('.md') && !openAt(path);
      work.addEach(ahead(world.walk(folder, isWanted), world.read, isRead), (file) => {
        progress.saw();
        first(file);
      });
    }
    for (const root of projects.roots()) lookInto(root);
    let seesHome = false;
    work.add(() => {
      const ofUser = reach.ofUser();
      seesHome = ofUser !== null;
      for (const path of ofUser ?? []) index.putBeside(path, besideOf(path));
    });
    work.add(() => {
      // Of those something was told already: it may be to be taken back.
      const before = open.all().flatMap(({ uri }) => {
        const path = pathOf(uri);
        return openAt(path) && concernedBy(path) ? path : [];
      });
      const isNew = index.seeHome(seesHome);
      const told = new Set(isNew ? before : []);
      again(told);
      work.addEach([...index.paths()], (path) => {
        if (!told.has(path) && concernedBy(path)) again([path]);
      });
      // Behind all that is to be told again.
      work.add(() => work.add(ended));
    });
  };

  const concernedBy = (path: string): boolean => {
    if (!openAt(path) && !isTold(path)) return false;
    const whole = settingsOf(path);
    const { rules, hosts } = openAt(path) ? whole : whole;
    return runAcross({ chosen: rules, strict: hosts }, index.at(path), index).length > 0;
  };

  /** The versions that the index knows. */
  const seen = new Map<string, number>();
  const saw = ({ uri, version }: TextDocument, view: View): void => {
    forget();
    seen.set(uri, version);
    const { path } = view;
    const isBeside = view.places.length === 0 && mayBeBeside(path) && openAt(path);
    const paths = new Set(
      isBeside ? index.putBeside(path, besideOf(path))() : index.put(path, agentsOf(view)),
    );
    // It is told by itself.
    paths.delete(path);
    told.delete(path);
    if (open.get(uri)) again(paths);
  };

  return {
    survey() {
      clearTimeout(waiting);
      waiting = setTimeout(survey, patienceMs);
    },
    saw,
    settle() {
      for (const document of open.all()) {
        const view = documents.view(document);
        if (seen.get(document.uri) !== document.version) saw(document, view);
      }
    },
    opened({ uri }) {
      for (const root of projects.open(pathOf(uri))) lookInto(root);
    },
    closed({ uri }) {
      seen.delete(uri);
      for (const root of projects.close(pathOf(uri))) leave(root);
    },
    again,
    shown: shownOf,
    look: (path) => work.add(() => look(path)),
    stop() {
      clearTimeout(waiting);
      work.clear();
    },
  };
}
