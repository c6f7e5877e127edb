// The diff editor of "Make Valid for Programs": the file on the left and the result, a virtual document, on the right. Each change
// has its reason as a comment.
import * as vscode from 'vscode';
import type { ValidFor } from '../../server/protocol/protocol';
import { escapeMarkdown } from '../../server/text/escape-markdown';
import { applyEdits } from '../apply-edits';
import { fileNameOf } from '../file-name';
import { showLine } from '../files';
import { t } from '../l10n';
import { lineReasons } from './make-valid-rows';

const scheme = 'dossier-valid';

interface Proposal {
  readonly document: vscode.TextDocument;
  readonly answer: ValidFor & { readonly change: NonNullable<ValidFor['change']> };
}

interface OpenProposal extends Proposal {
  readonly threads: readonly vscode.CommentThread[];
}

export class ValidDiff implements vscode.Disposable {
  readonly #proposals = new Map<string, OpenProposal>();
  readonly #changes = new vscode.EventEmitter<vscode.Uri>();
  /** Comments wrap and have the focus by keyboard, unlike text at the end of a line. */
  readonly #comments = vscode.comments.createCommentController(scheme, 'Dossier');
  readonly #disposables: readonly vscode.Disposable[];

  constructor() {
    this.#disposables = [
      this.#changes,
      this.#comments,
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changes.event,
        provideTextDocumentContent: (uri) =>
          this.#proposals.get(uri.toString())?.answer.change.text ?? '',
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    ];
  }

  /** Opens the diff editor. @returns the URI of the result */
  async show(proposal: Proposal, hostNames: readonly string[]): Promise<vscode.Uri> {
    const { document } = proposal;
    const result = vscode.Uri.from({
      ...{ scheme, path: document.uri.path },
      query: document.uri.toString(),
    });
    this.#forget(result);
    const threads = commentsOn(this.#comments, result, proposal.answer);
    this.#proposals.set(result.toString(), { ...proposal, threads });
    this.#changes.fire(result);
    const name = fileNameOf(document.uri.path);
    const title = t('{0}: Valid for {1}', name, hostNames.join(', '));
    await vscode.commands.executeCommand('vscode.diff', document.uri, result, title);
    return result;
  }

  /** Applies the change and closes the diff editor. The edit can be undone in the file. */
  async apply(result: vscode.Uri | undefined): Promise<void> {
    const found = this.#proposalOf(result);
    if (!found) return;
    const { document, answer } = found.proposal;
    const { change, version } = answer;
    // The diff remains open, so that nothing of it is lost.
    if (!(await applyEdits(document.uri, { version, edits: change.edits }))) return;
    await this.cancel(found.uri);
    await showLine(document, change.reasons[0]?.line ?? 0);
  }

  /** Closes the diff editor. */
  async cancel(result: vscode.Uri | undefined): Promise<void> {
    const found = this.#proposalOf(result);
    if (!found) return;
    this.#forget(found.uri);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(
      tabs.filter(
        ({ input }) =>
          input instanceof vscode.TabInputTextDiff &&
          input.modified.toString() === found.uri.toString(),
      ),
    );
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  /** A menu passes the URI of either side; a key binding none, and then the open proposal is meant. */
  #proposalOf(
    uri: vscode.Uri | undefined,
  ): { readonly uri: vscode.Uri; readonly proposal: Proposal } | undefined {
    const shown = uri ?? vscode.window.activeTextEditor?.document.uri;
    for (const [key, proposal] of this.#proposals) {
      const result = vscode.Uri.parse(key);
      if (shown?.toString() === key || shown?.toString() === proposal.document.uri.toString())
        return { uri: result, proposal };
    }
    return undefined;
  }

  #forget(result: vscode.Uri): void {
    const key = result.toString();
    for (const thread of this.#proposals.get(key)?.threads ?? []) thread.dispose();
    this.#proposals.delete(key);
  }
}

/** A comment for each change, with the program as its author. */
const commentsOn = (
  controller: vscode.CommentController,
  result: vscode.Uri,
  answer: ValidFor,
): readonly vscode.CommentThread[] =>
  lineReasons(answer).map(({ line, label, message, hostName }) => {
    const comment: vscode.Comment = {
      // `appendText` would replace the spaces, and the text would not wrap.
      body: new vscode.MarkdownString(escapeMarkdown(message)),
      mode: vscode.CommentMode.Preview,
      author: { name: hostName },
    };
    const thread = controller.createCommentThread(result, new vscode.Range(line, 0, line, 0), [
      comment,
    ]);
    thread.label = label;
    thread.canReply = false;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    return thread;
  });
