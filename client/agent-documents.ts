// Which documents the server is shown: those of the hosts' folders, and those that a team includes. For the latter only
// the folders above an open Markdown file are asked for a dossier.config.json; nothing is searched.
import * as vscode from 'vscode';
import {
  type DocumentFilter,
  documentSelector,
  type Included,
  isOfEditor,
  namingSelector,
} from './documents';
import { includedBy } from './team-globs';

const configName = 'dossier.config.json';

export class AgentDocuments implements vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  /** By the folder that was asked: what its configuration includes, or null where it has none. */
  #asked = new Map<string, Promise<readonly string[] | null>>();
  #included: readonly Included[] = [];
  #filters: readonly DocumentFilter[] = documentSelector();

  /** Fires when other documents are agents than before. */
  readonly onDidChange = this.#changes.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${configName}`);
    const again = (): void => void this.#askAgain();
    this.#subscriptions = [
      this.#changes,
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidChange(again),
      watcher.onDidDelete(again),
      vscode.workspace.onDidOpenTextDocument((document) => void this.#look([document])),
    ];
    void this.#look(vscode.workspace.textDocuments);
  }

  /** In the words of the protocol. */
  get filters(): readonly DocumentFilter[] {
    return this.#filters;
  }

  get selector(): vscode.DocumentFilter[] {
    return this.#filters.map(({ pattern, ...filter }) => {
      if (pattern === undefined) return filter;
      if (typeof pattern === 'string') return { ...filter, pattern };
      const base = vscode.Uri.parse(pattern.baseUri);
      return { ...filter, pattern: new vscode.RelativePattern(base, pattern.pattern) };
    });
  }

  has(document: vscode.TextDocument): boolean {
    return vscode.languages.match(this.selector, document) > 0;
  }

  /** It is no agent, and may name some. */
  mayName(document: vscode.TextDocument): boolean {
    return vscode.languages.match(namingSelector(), document) > 0;
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  async #askAgain(): Promise<void> {
    this.#asked = new Map();
    this.#become(await this.#includedAbove(vscode.workspace.textDocuments));
  }

  async #look(documents: readonly vscode.TextDocument[]): Promise<void> {
    const found = await this.#includedAbove(documents);
    const known = new Set(this.#included.map(keyOf));
    const fresh = found.filter((one) => !known.has(keyOf(one)));
    if (fresh.length > 0) this.#become([...this.#included, ...fresh]);
  }

  #become(included: readonly Included[]): void {
    const before = this.#included.map(keyOf).join('\n');
    if (included.map(keyOf).join('\n') === before) return;
    this.#included = included;
    this.#filters = documentSelector(included);
    this.#changes.fire();
  }

  /** Each once. */
  async #includedAbove(documents: readonly vscode.TextDocument[]): Promise<readonly Included[]> {
    const found = new Map<string, Included>();
    for (const { languageId, uri } of documents) {
      if (languageId !== 'markdown' || !isOfEditor(uri.scheme)) continue;
      for (const one of await this.#includedFor(uri)) found.set(keyOf(one), one);
    }
    return [...found.values()];
  }

  /** The nearest configuration counts, up to the folder of the workspace. */
  async #includedFor(uri: vscode.Uri): Promise<readonly Included[]> {
    const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.path;
    if (root === undefined) return [];
    let folder = uri;
    do {
      folder = vscode.Uri.joinPath(folder, '..');
      const globs = await this.#globsIn(folder);
      if (globs) return globs.map((pattern) => ({ baseUri: folder.toString(), pattern }));
    } while (folder.path.length > root.length);
    return [];
  }

  #globsIn(folder: vscode.Uri): Promise<readonly string[] | null> {
    const key = folder.toString();
    const known = this.#asked.get(key);
    if (known) return known;
    const asked = read(vscode.Uri.joinPath(folder, configName));
    this.#asked.set(key, asked);
    return asked;
  }
}

const keyOf = ({ baseUri, pattern }: Included): string => `${baseUri} ${pattern}`;

async function read(uri: vscode.Uri): Promise<readonly string[] | null> {
  try {
    return includedBy(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return null; // there is none, as nearly everywhere
  }
}
