// Selects the documents that are synchronized with the server: those in folders of hosts, and those that a team includes in
// dossier.config.json. That file is only looked up in the parent folders of open Markdown files, to avoid a workspace search.
import * as vscode from 'vscode';
import {
  type DocumentFilter,
  documentSelector,
  type Included,
  includePatternsOf,
  isEditableScheme,
  referencingSelector,
} from './documents';

const configName = 'dossier.config.json';

export class AgentDocuments implements vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  /** Include patterns by folder URI; null if the folder has no configuration. */
  #globsByFolder = new Map<string, Promise<readonly string[] | null>>();
  #included: readonly Included[] = [];
  #filters: readonly DocumentFilter[] = documentSelector();

  /** Fires when the set of agent documents changes. */
  readonly onDidChange = this.#changes.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${configName}`);
    const reload = (): void => void this.#reload();
    this.#subscriptions = [
      this.#changes,
      watcher,
      watcher.onDidCreate(reload),
      watcher.onDidChange(reload),
      watcher.onDidDelete(reload),
      vscode.workspace.onDidOpenTextDocument((document) => void this.#include([document])),
    ];
    void this.#include(vscode.workspace.textDocuments);
  }

  /** The filters in the form of the language server protocol. */
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

  /** Whether the document is not an agent but may contain references to agents. */
  mayReference(document: vscode.TextDocument): boolean {
    return vscode.languages.match(referencingSelector(), document) > 0;
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  async #reload(): Promise<void> {
    this.#globsByFolder = new Map();
    this.#update(await this.#includedAbove(vscode.workspace.textDocuments));
  }

  async #include(documents: readonly vscode.TextDocument[]): Promise<void> {
    const found = await this.#includedAbove(documents);
    const known = new Set(this.#included.map(keyOf));
    const added = found.filter((one) => !known.has(keyOf(one)));
    if (added.length > 0) this.#update([...this.#included, ...added]);
  }

  #update(included: readonly Included[]): void {
    const before = this.#included.map(keyOf).join('\n');
    if (included.map(keyOf).join('\n') === before) return;
    this.#included = included;
    this.#filters = documentSelector(included);
    this.#changes.fire();
  }

  /** Include patterns for the documents, without duplicates. */
  async #includedAbove(documents: readonly vscode.TextDocument[]): Promise<readonly Included[]> {
    const found = new Map<string, Included>();
    for (const { languageId, uri } of documents) {
      if (languageId !== 'markdown' || !isEditableScheme(uri.scheme)) continue;
      for (const one of await this.#includedFor(uri)) found.set(keyOf(one), one);
    }
    return [...found.values()];
  }

  /** Include patterns of the nearest configuration between the document and its workspace folder. */
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
    const known = this.#globsByFolder.get(key);
    if (known) return known;
    const globs = read(vscode.Uri.joinPath(folder, configName));
    this.#globsByFolder.set(key, globs);
    return globs;
  }
}

const keyOf = ({ baseUri, pattern }: Included): string => `${baseUri} ${pattern}`;

async function read(uri: vscode.Uri): Promise<readonly string[] | null> {
  try {
    return includePatternsOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return null; // Most folders have no configuration.
  }
}
