import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { difference, fixAll, type QuickFix, quickFixes } from '../features/fixes';
import { type Move, movesOf } from '../features/moves';
import type { View } from '../features/view';
import { t } from '../text/l10n';
import { fixAllKind } from './capabilities';
import { diagnosticOf, spanOf, textEdit } from './encode';
import { type FindingActionOptions, findingActions } from './finding-actions';
import { kindActions } from './kind-actions';
import { CodeActionKind } from './library';
import { movedUri } from './uri';
import { validForActions, validForKind } from './valid-for';

const wants = ({ only }: CodeActionParams['context'], kind: string): boolean =>
  !only || only.some((one) => kind === one || kind.startsWith(`${one}.`) || one === '');

/** The light bulb asks at every move of the caret: in the prompt there is nothing to be made valid. */
const isLost = (view: View, offset: number): boolean =>
  offset <= view.outline.head.end && view.verdicts().some(({ persona }) => persona === null);

const isIgnoring = (fix: QuickFix): boolean => fix.isIgnoring === true;

const isAskedFor = (context: CodeActionParams['context'], kind: string): boolean =>
  context.only?.some((one) => kind.startsWith(one)) === true && wants(context, kind);

export interface ActionOptions extends FindingActionOptions {
  /** The client asks for the edit of an action once it is taken. */
  readonly canResolve: boolean;
  /** There are other agents in the workspace. */
  readonly hasMore: boolean;
}

/** Quick fixes at the range; where they are asked for by kind, all safe fixes and one text for several hosts. */
export function codeActions(
  document: TextDocument,
  view: View,
  params: CodeActionParams,
  options: ActionOptions,
): CodeAction[] {
  const { context, range } = params;
  const { docs } = options;
  const actions: CodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix)) {
    const here = spanOf(document, range);
    const fixes = quickFixes(view, here);
    const [ignoring, fixing] = [fixes.filter(isIgnoring), fixes.filter((fix) => !isIgnoring(fix))];
    for (const fix of fixing) actions.push(quickFix(document, fix, docs));
    if (options.canResolve) actions.push(...kindActions(document, view, fixing, options.hasMore));
    for (const fix of ignoring) actions.push(quickFix(document, fix, docs));
    actions.push(...findingActions(document, view, here, options));
    if (options.canMove && range.start.line === 0)
      for (const move of movesOf(view)) actions.push(moving(document, move, docs));
  }
  const isAtHand = !context.only && options.isOurs;
  if (
    isAskedFor(context, validForKind) ||
    (isAtHand && isLost(view, spanOf(document, range).start))
  )
    actions.push(...validForActions(document, view, options.isOurs));
  // Only when asked for by kind: it takes several rounds, and the light bulb asks at every move of the caret.
  if (isAskedFor(context, fixAllKind)) {
    const edits = difference(document.getText(), fixAll(view).text);
    if (edits.length > 0) {
      actions.push({
        title: t('Fix All Auto-Fixable Dossier Problems'),
        kind: fixAllKind,
        edit: { changes: { [document.uri]: edits.map((edit) => textEdit(document, edit)) } },
      });
    }
  }
  return actions;
}

/** Never over a file that is there. */
const moving = (
  document: TextDocument,
  { title, finding, to }: Move,
  docs: string | undefined,
): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnosticOf(document, finding, { docs })],
  edit: {
    documentChanges: [
      {
        kind: 'rename',
        oldUri: document.uri,
        newUri: movedUri(document.uri, to),
        options: { overwrite: false, ignoreIfExists: false },
      },
    ],
  },
});

/** Preferred, and so made by one key, only where it is proven safe; the rest is what the command line calls a suggestion. */
const quickFix = (
  document: TextDocument,
  { title, finding, edits, safety, preferred }: QuickFix,
  docs: string | undefined,
): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnosticOf(document, finding, { docs })],
  isPreferred: preferred && safety === 'safe',
  edit: { changes: { [document.uri]: edits.map((edit) => textEdit(document, edit)) } },
});
