import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAll, quickFixes } from '../../features/fixes/fixes';
import type { QuickFix } from '../../features/fixes/quick-fix';
import { type Move, movesOf } from '../../features/renaming/moves';
import type { View } from '../../features/view/view';
import { isLoaded } from '../../hosts/model/verdict';
import { chooseActionCommand } from '../../protocol/protocol';
import { listed } from '../../rules/words';
import { difference } from '../../text/edit';
import { t } from '../../text/message';
import { type DiagnosticOptions, diagnosticOf, spanOf, textEdit } from '../answers/encode';
import { validForActions, validForKind } from '../answers/valid-for';
import { fixAllKind } from '../capabilities';
import { movedUri } from '../documents/uri';
import { CodeActionKind } from '../library';
import { type FindingActionOptions, findingActions } from './finding-actions';
import { kindActions } from './kind-actions';

const wants = ({ only }: CodeActionParams['context'], kind: string): boolean =>
  !only || only.some((one) => kind === one || kind.startsWith(`${one}.`) || one === '');

/**
 * Code actions are requested at every cursor move. In the prompt there is nothing to fix, so only the head is
 * checked.
 */
const isLost = (view: View, offset: number): boolean =>
  offset <= view.outline.head.end && view.verdicts().some((verdict) => !isLoaded(verdict));

const isIgnoring = (fix: QuickFix): boolean => fix.isIgnoring === true;

const isAskedFor = (context: CodeActionParams['context'], kind: string): boolean =>
  context.only?.some((one) => kind.startsWith(one)) === true && wants(context, kind);

export interface ActionOptions extends FindingActionOptions {
  /** Whether the client resolves the edit of an action only when the action is selected. */
  readonly canResolve: boolean;
  /** Whether the workspace contains other agents. */
  readonly hasMore: boolean;
}

/**
 * Returns the quick fixes for the range. If requested by kind, also returns "fix all" and the conversion for
 * several hosts.
 */
export function codeActions(
  document: TextDocument,
  view: View,
  params: CodeActionParams,
  options: ActionOptions,
): CodeAction[] {
  const { context, range } = params;
  const { translate, docs, makeEdit } = options;
  const shown = { catalog: view.catalog, docs, makeEdit, translate };
  const actions: CodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix)) {
    const here = spanOf(document, range);
    const fixes = quickFixes(view, here);
    const [ignoring, fixing] = [fixes.filter(isIgnoring), fixes.filter((fix) => !isIgnoring(fix))];
    for (const fix of fixing) actions.push(quickFix(document, fix, shown));
    if (options.canResolve) actions.push(...kindActions(document, view, fixing, options));
    const { solving, disabling, showing } = findingActions(document, view, here, options);
    actions.push(...solving);
    if (options.canMove && range.start.line === 0)
      for (const move of movesOf(view)) actions.push(moving(document, move, shown));
    // What solves a problem comes before what disables its rule: here, in the file, in the workspace.
    const off = [...ignoring.map((fix) => quickFix(document, fix, shown)), ...disabling];
    const rules = new Set(ignoring.map(({ finding }) => finding.rule));
    const [rule = ''] = rules;
    const title = rules.size === 1 ? t('Disable {rule}...', { rule }) : t('Disable a rule...');
    actions.push(...inOneRow(translate(title), off, options));
    actions.push(...inOneRow(translate(t('Show documentation for a rule...')), showing, options));
  }
  const isAtHand = !context.only && options.isOurs;
  if (
    isAskedFor(context, validForKind) ||
    (isAtHand && isLost(view, spanOf(document, range).start))
  )
    actions.push(...validForActions(document, view, options));
  // Computed only if requested by kind: it takes several passes, and code actions are requested at every
  // cursor move.
  if (isAskedFor(context, fixAllKind)) {
    const edits = difference(document.getText(), fixAll(view).text);
    if (edits.length > 0) {
      actions.push({
        title: translate(t('Fix All Auto-Fixable Dossier Problems')),
        kind: fixAllKind,
        edit: options.makeEdit([[document.uri, edits.map((edit) => textEdit(document, edit))]]),
      });
    }
  }
  return actions;
}

/** Several actions as one that asks which of them to apply, in our own client. */
function inOneRow(
  title: string,
  actions: readonly CodeAction[],
  { isOurs }: ActionOptions,
): readonly CodeAction[] {
  if (!isOurs || actions.length < 2) return actions;
  const choices = actions.map((one) => ({
    title: one.title,
    ...(one.edit && { edit: one.edit }),
    ...(one.command && { command: one.command }),
  }));
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: actions.flatMap(({ diagnostics = [] }) => diagnostics),
      command: { title, command: chooseActionCommand, arguments: [title, choices] },
    },
  ];
}

type ShownOptions = Pick<ActionOptions, 'docs' | 'makeEdit' | 'translate'> &
  Pick<DiagnosticOptions, 'catalog'>;

/** Moves the file or its folder without overwriting an existing one. */
const moving = (
  document: TextDocument,
  { title, finding, isFolder, to }: Move,
  { catalog, docs, makeEdit, translate }: ShownOptions,
): CodeAction => ({
  title: translate(title),
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnosticOf(document, finding, { catalog, docs, translate })],
  edit: makeEdit([], {
    moves: [
      {
        kind: 'rename',
        oldUri: isFolder ? document.uri.slice(0, document.uri.lastIndexOf('/')) : document.uri,
        newUri: movedUri(document.uri, to),
        options: { overwrite: false, ignoreIfExists: false },
      },
    ],
  }),
});

/**
 * An action is preferred, and so applied by "Auto Fix", only if it is proven safe. Other fixes are what the
 * command line calls suggestions.
 */
const quickFix = (
  document: TextDocument,
  { title, finding, edits, safety, preferred, takesFrom }: QuickFix,
  { catalog, docs, makeEdit, translate }: ShownOptions,
): CodeAction => ({
  title: translate(
    takesFrom
      ? t('{title} (the agent loses tools in {hosts})', { title, hosts: listed(takesFrom) })
      : title,
  ),
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnosticOf(document, finding, { catalog, docs, translate })],
  isPreferred: preferred && safety === 'safe',
  edit: makeEdit([[document.uri, edits.map((edit) => textEdit(document, edit))]]),
});
