import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { difference, fixAll, type QuickFix, quickFixes } from '../features/fixes';
import type { View } from '../features/view';
import { fixAllKind } from './capabilities';
import { diagnosticOf, spanOf, textEdit } from './encode';

const wants = ({ only }: CodeActionParams['context'], kind: string): boolean =>
  !only || only.some((one) => kind === one || kind.startsWith(`${one}.`) || one === '');

/** Quick fixes at the range, and all safe fixes as a source action. */
export function codeActions(
  document: TextDocument,
  view: View,
  params: CodeActionParams,
  docs: string | undefined,
): CodeAction[] {
  const { context, range } = params;
  const actions: CodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix)) {
    for (const fix of quickFixes(view, spanOf(document, range)))
      actions.push(quickFix(document, fix, docs));
  }
  // Only when asked for by kind: it takes several rounds, and the light bulb asks at every move of the caret.
  if (context.only?.some((one) => fixAllKind.startsWith(one)) && wants(context, fixAllKind)) {
    const edits = difference(document.getText(), fixAll(view).text);
    if (edits.length > 0) {
      actions.push({
        title: 'Fix all that Dossier can mend safely',
        kind: fixAllKind,
        edit: { changes: { [document.uri]: edits.map((edit) => textEdit(document, edit)) } },
      });
    }
  }
  return actions;
}

/** Preferred, and so made by one key, only where it is proven safe; the rest is what the command line calls a suggestion. */
const quickFix = (
  document: TextDocument,
  { title, finding, edits, safety, preferred }: QuickFix,
  docs: string | undefined,
): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnosticOf(document, finding, docs)],
  isPreferred: preferred && safety === 'safe',
  edit: { changes: { [document.uri]: edits.map((edit) => textEdit(document, edit)) } },
});
