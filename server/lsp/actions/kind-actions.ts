// Actions that apply all fixes of one kind in the file or in the workspace. Their edits are computed only
// when the action is selected, because code actions are requested at every cursor move.

import type { CodeAction, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FixKind, fixKind, kindsOf } from '../../features/fixes/fix-kind';
import type { QuickFix } from '../../features/fixes/quick-fix';
import type { View } from '../../features/view/view';
import { difference } from '../../text/edit';
import { type Message, t } from '../../text/message';
import type { Translate } from '../../text/translate';
import { textEdit } from '../answers/encode';
import { makeEditFor } from '../answers/workspace-edit';
import type { Client } from '../client';
import { pathOf } from '../documents/uri';
import { CodeActionKind } from '../library';
import type { Session } from '../session';

/** Data that an action carries from the code action request to the resolve request. */
interface Carried extends FixKind {
  readonly uri: string;
  readonly isEverywhere: boolean;
}

/** Whether the client resolves the edit of an action only when the action is selected. */
export const canResolve = ({ capabilities: { textDocument } }: Client): boolean =>
  textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;

export interface KindActionOptions {
  /** Whether there are other files. */
  readonly hasMore: boolean;
  readonly translate: Translate;
}

export function kindActions(
  { uri }: TextDocument,
  view: View,
  fixes: readonly QuickFix[],
  { hasMore, translate }: KindActionOptions,
): CodeAction[] {
  return kindsOf(view, fixes).flatMap(({ rule, title, count }): CodeAction[] => {
    const carried = (isEverywhere: boolean): Carried => ({ uri, rule, title, isEverywhere });
    const kind = CodeActionKind.QuickFix;
    return [
      ...(count > 1
        ? [{ title: translate(inFileTitle({ rule, title, count })), kind, data: carried(false) }]
        : []),
      ...(hasMore
        ? [{ title: translate(inWorkspaceTitle({ rule, title })), kind, data: carried(true) }]
        : []),
    ];
  });
}

const inFileTitle = ({ rule, title, count }: FixKind & { readonly count: number }): Message =>
  title === null
    ? t('Fix all {rule} problems in this file ({count})', { rule, count })
    : t('{title}: all {rule} problems in this file ({count})', { title, rule, count });

const inWorkspaceTitle = ({ rule, title }: FixKind): Message =>
  title === null
    ? t('Fix all {rule} problems in the workspace', { rule })
    : t('{title}: all {rule} problems in the workspace', { title, rule });

/** Returns the action with its edit, or unchanged if there is nothing to edit. */
function resolved(session: Session, action: CodeAction): CodeAction {
  const carried = action.data as Carried | undefined;
  if (!carried?.rule) return action;
  const { uri, isEverywhere } = carried;
  const paths = isEverywhere
    ? [...session.index.paths()].filter((path) => session.reach.isOurs(path))
    : [];
  // The document itself keeps the URI that its editor uses.
  const others = paths.filter((path) => path !== pathOf(uri)).map(session.open.uriOf);
  const changes = [uri, ...others]
    .map((one) => [one, editsIn(session, one, carried)] as const)
    .filter(([, edits]) => edits.length > 0);
  return { ...action, edit: makeEditFor(session)(changes) };
}

/** Reports progress for an action in the whole workspace, whose files are all judged again. */
export async function resolvedWithProgress(
  session: Session,
  action: CodeAction,
): Promise<CodeAction> {
  const { client, connection } = session;
  const carried = action.data as Carried | undefined;
  if (!carried?.isEverywhere || !client.capabilities.window?.workDoneProgress)
    return resolved(session, action);
  // A client may reject the token; the problems are fixed all the same.
  const progress = await connection.window.createWorkDoneProgress().catch(() => undefined);
  progress?.begin(
    client.translate(t('Fixing {rule} problems in the workspace', { rule: carried.rule })),
  );
  // The message leaves before the work begins, which does not yield.
  await new Promise((go) => setTimeout(go, 0));
  try {
    return resolved(session, action);
  } finally {
    progress?.done();
  }
}

function editsIn(session: Session, uri: string, kind: FixKind): TextEdit[] {
  const { open, documents } = session;
  const document = open.get(uri);
  if (document) return editsOf(document, documents.view(document), kind);
  const path = pathOf(uri);
  const text = session.textAt(path);
  if (text === null) return [];
  const view = documents.viewAt(path, text);
  return editsOf(session.makeDocument(uri, text), view, kind);
}

const editsOf = (document: TextDocument, view: View, kind: FixKind): TextEdit[] =>
  difference(document.getText(), fixKind(view, kind)).map((edit) => textEdit(document, edit));
