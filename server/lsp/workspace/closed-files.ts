// Diagnostics of agent files that are not open: computed according to the workspace settings, published and
// cleared.

import type { Diagnostic } from 'vscode-languageserver';
import { type View, viewOf } from '../../features/view/view';
import type { DiskContext } from '../../hosts/catalog/disk-context';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { OnFault } from '../../rules/fault';
import { rowsOf } from '../../rules/merge-programs';
import { alone, type WorkspaceView } from '../../rules/workspace-view';
import { placesInUse } from '../../settings/chosen';
import type { Settings } from '../../settings/settings';
import type { FileText, UnreadFile } from '../../text/file-text';
import type { Translate } from '../../text/translate';
import type { FileSystem } from '../../world/file-system';
import { diagnosticsOf } from '../answers/encode';
import type { Client } from '../client';
import type { Documents } from '../documents/documents';
import type { MakeDocument } from '../documents/encoded-document';
import type { Locate } from '../documents/locate';
import type { Delivery } from '../findings/delivery';
import { type Shown, withoutDuplicates } from '../findings/shared-findings';
import { DiagnosticSeverity } from '../library';
import type { EditorSettings } from '../settings/editor-settings';
import type { TeamSettings } from '../settings/team-settings';
import type { Reach } from './reach';

interface Services {
  readonly client: Client;
  readonly delivery: Delivery;
  readonly catalog: HostCatalog;
  readonly world: FileSystem;
  readonly documents: Documents;
  readonly settings: EditorSettings;
  readonly team: TeamSettings;
  readonly reach: Reach;
  readonly locate: Locate;
  readonly makeDocument: MakeDocument;
  readonly placesAt: DiskContext['placesAt'];
  readonly isOpen: (path: string) => boolean;
  readonly uriOf: (path: string) => string;
  readonly onFault: OnFault;
}

export class ClosedFiles {
  readonly #parts: Services;
  /** The files with published diagnostics, and the URIs under which these are shown. */
  readonly #reported = new Map<string, string>();

  /** The files that exist but could not be read. */
  readonly #unread = new Map<string, UnreadFile>();
  readonly #unreadCompanions = new Map<string, UnreadFile>();

  constructor(parts: Services) {
    this.#parts = parts;
  }

  /** Returns the settings that would apply to the file if it were open. */
  settingsOf(path: string): Settings {
    const { team, settings } = this.#parts;
    return team.of(path, settings.of(path));
  }

  /** Returns null if no host reads the file or if it cannot be read. */
  viewAt(path: string, workspace: WorkspaceView = alone, read?: () => FileText): View | null {
    const { catalog, world, documents, placesAt } = this.#parts;
    const places = placesInUse(catalog, placesAt(path), path, this.settingsOf(path));
    this.#unread.delete(path);
    if (places.length === 0) return null;
    const text = read ? read() : world.read(path);
    if (typeof text !== 'string') {
      if (text.problem !== 'absent') this.#unread.set(path, text);
      return null;
    }
    return viewOf({
      catalog,
      path,
      text,
      places,
      settings: this.settingsOf(path),
      context: documents.context,
      editor: documents.options.editor ?? null,
      workspace,
      onFault: this.#parts.onFault,
    });
  }

  shown(path: string): Shown {
    if (this.#parts.isOpen(path)) return 'open';
    return this.#isListed(path) ? 'listed' : 'no';
  }

  /** Whether diagnostics of a closed file are or may need to be published. */
  isConcerned(path: string): boolean {
    return this.#reported.has(path) || this.shown(path) !== 'no';
  }

  /** Publishes why a companion could not be read, or clears that. @param unread null if it was read or does not exist. */
  reportCompanion(path: string, unread: UnreadFile | null): void {
    if (unread === null && !this.#unreadCompanions.has(path)) return;
    if (unread === null) this.#unreadCompanions.delete(path);
    else this.#unreadCompanions.set(path, unread);
    this.report(path, null);
  }

  /** Publishes the diagnostics that the settings ask for, or clears earlier ones if there are none. */
  report(path: string, view: View | null): void {
    const { delivery, documents, isOpen, locate, makeDocument, uriOf } = this.#parts;
    // It may have been opened since the report was scheduled, and then its own text counts.
    if (isOpen(path)) return;
    const { closedFiles } = this.settingsOf(path);
    const found = view && this.#isListed(path) ? view.findings() : [];
    const wanted =
      closedFiles === 'all'
        ? found
        : found.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const shown = rowsOf(
      withoutDuplicates(wanted, path, (other) => this.shown(other)),
      path,
    );
    const unread = this.#isListed(path)
      ? (this.#unread.get(path) ?? this.#unreadCompanions.get(path))
      : undefined;
    if (shown.length === 0 && !unread && !this.#reported.has(path)) return;
    const uri = this.#reported.get(path) ?? uriOf(path);
    // No finding is located after the last span, so the rest of the text is not needed to compute line
    // numbers.
    const spans = shown.flatMap(({ span, also = [] }) => [...(span ? [span] : []), ...also]);
    const end = Math.max(0, ...spans.map((span) => span.end));
    const text = view?.outline.text.slice(0, end + 1) ?? '';
    const document = makeDocument(uri, text);
    const diagnostics = shown.flatMap((one) =>
      diagnosticsOf(document, one, {
        catalog: this.#parts.catalog,
        docs: documents.options.docs,
        translate: this.#parts.client.translate,
        locate,
      }),
    );
    if (unread) diagnostics.push(unreadDiagnostic(unread, this.#parts.client.translate));
    if (diagnostics.length > 0) this.#reported.set(path, uri);
    else this.#reported.delete(path);
    delivery.closed({ uri, diagnostics });
  }

  /**
   * Called when the file has been opened, before its diagnostics are published with the document. Under another spelling of its
   * URI they would be shown twice.
   */
  opened(path: string, uri: string): void {
    const shownAs = this.#reported.get(path);
    this.#reported.delete(path);
    if (shownAs !== undefined) this.#parts.delivery.opened(uri, shownAs);
  }

  #isListed(path: string): boolean {
    return this.#parts.reach.isOurs(path) && this.settingsOf(path).closedFiles !== 'none';
  }
}

const unreadDiagnostic = ({ message }: UnreadFile, translate: Translate): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Warning,
  source: 'Dossier',
  message: translate(message),
});
