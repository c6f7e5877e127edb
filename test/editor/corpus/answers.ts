// Opens many files and records what the editor shows for them, separately for its own support and ours.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { labelOf, open } from '../suite/desk';
import { type Spot, spotsOf } from './positions';
import type { Sentinel } from './sentinel';

/** What is shown at a place: labels of completions, or texts of hovers. */
export interface Both {
  readonly spot: Spot;
  readonly line: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

export interface Answers {
  readonly file: string;
  readonly languageId: string;
  readonly offers: readonly Both[];
  readonly hovers: readonly Both[];
  readonly findings: readonly vscode.Diagnostic[];
}

/** How many files are in sight at once. */
export const inSight = 4;

/** Opens files side by side, waits until both have reported everything, and sends the requests. */
export async function answersOf(files: readonly string[], sentinel: Sentinel): Promise<Answers[]> {
  // The editor's own findings are there while a file is seen, and no longer.
  const documents: vscode.TextDocument[] = [];
  for (const [index, file] of files.entries())
    documents.push(await open(file, { viewColumn: index + 1, preview: true }));
  const answered = sentinel.bothAnswered();
  const asked = await Promise.all(documents.map(askedOf));
  await answered;
  const actual = documents.map(({ uri }) => vscode.languages.getDiagnostics(uri));
  const onEmpty = await Promise.all(documents.map(onEmptyLine));
  await close(documents);
  return asked.map(({ offers, hovers }, index) => ({
    file: files[index] ?? '',
    languageId: documents[index]?.languageId ?? '',
    offers: [...offers, ...(onEmpty[index] ?? [])],
    hovers,
    findings: actual[index] ?? [],
  }));
}

async function close(documents: readonly vscode.TextDocument[]): Promise<void> {
  const paths = new Set(documents.map(({ uri }) => uri.path));
  const isOf = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && paths.has(input.uri.path);
  await vscode.window.tabGroups.close(
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isOf)),
  );
}

async function askedOf(document: vscode.TextDocument): Promise<Pick<Answers, 'offers' | 'hovers'>> {
  const { carets, pointed } = spotsOf(document);
  const [offers, hovers] = await Promise.all([
    Promise.all(carets.map((spot) => offersAt(document, spot))),
    Promise.all(pointed.map((spot) => hoversAt(document, spot))),
  ]);
  return { offers, hovers };
}

/** As who goes on writing: at the start of a new line before the closing fence. */
async function onEmptyLine(document: vscode.TextDocument): Promise<readonly Both[]> {
  const { closing } = spotsOf(document);
  if (closing === null) return [];
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(closing, 0), '\n');
  assert.ok(await vscode.workspace.applyEdit(edit));
  const offered = await offersAt(document, { line: closing, character: 0 });
  // Otherwise the editor asks whether to save it. On a busy machine it may have closed the preview.
  if (!document.isClosed) await document.save();
  return [offered];
}

const positionOf = ({ line, character }: Spot): vscode.Position =>
  new vscode.Position(line, character);

async function offersAt(document: vscode.TextDocument, spot: Spot): Promise<Both> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    positionOf(spot),
  );
  // Our items are sorted after those of the editor, which identifies them.
  const isOurItem = ({ sortText }: vscode.CompletionItem): boolean => /^~/.test(sortText ?? '');
  return {
    ...{ spot, line: document.lineAt(spot.line).text },
    ours: items.filter(isOurItem).map(labelOf),
    theirs: items.filter((one) => !isOurItem(one)).map(labelOf),
  };
}

async function hoversAt(document: vscode.TextDocument, spot: Spot): Promise<Both> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(spot),
  );
  const texts = hovers.map(({ contents }) =>
    contents.map((one) => (typeof one === 'string' ? one : one.value)).join('\n\n'),
  );
  return {
    ...{ spot, line: document.lineAt(spot.line).text },
    ours: texts.filter(isOurHover),
    theirs: texts.filter((text) => !isOurHover(text)),
  };
}

/** Ours begin with what is spoken of, in bold letters. */
const isOurHover = (text: string): boolean => text.startsWith('**');
