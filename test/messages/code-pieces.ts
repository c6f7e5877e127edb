// The parts of a source file that are read as language: comments, strings, titles of tests and identifiers.
import { SyntaxKind } from 'typescript/unstable/ast';
import { createScanner, type Scanner } from 'typescript/unstable/ast/scanner';

export type Kind = 'comment' | 'string' | 'title' | 'identifier' | 'prose';

export interface Piece {
  readonly kind: Kind;
  readonly text: string;
  /** UTF-16 offset in the file. */
  readonly at: number;
}

/** Tokens after which a slash begins a regular expression and not a division. */
const operandEnds: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.Identifier,
  SyntaxKind.NumericLiteral,
  SyntaxKind.BigIntLiteral,
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateTail,
  SyntaxKind.RegularExpressionLiteral,
  SyntaxKind.CloseParenToken,
  SyntaxKind.CloseBracketToken,
  SyntaxKind.CloseBraceToken,
  SyntaxKind.ThisKeyword,
  SyntaxKind.NullKeyword,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
]);

const stringKinds: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
]);

const commentKinds: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.SingleLineCommentTrivia,
  SyntaxKind.MultiLineCommentTrivia,
]);

const isTitleOf = new Set(['it', 'describe', 'suite', 'test', 'context']);

/**
 * The pieces of a TypeScript or JavaScript file in order. Members that are only accessed (`vscode.ViewColumn.Active`) are left
 * out, because they are declared elsewhere. Module specifiers are left out, too.
 */
export function codePieces(source: string): readonly Piece[] {
  const scanner = createScanner(false);
  scanner.setText(source);
  const pieces: Piece[] = [];
  const tokens: { readonly kind: SyntaxKind; readonly text: string }[] = [];
  /** For each open brace, whether it belongs to a template. */
  const braces: boolean[] = [];
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFile; kind = scanner.scan()) {
    kind = rescanned(scanner, kind, tokens.at(-1)?.kind, braces);
    const at = scanner.getTokenStart();
    const text = scanner.getTokenText();
    if (commentKinds.has(kind)) {
      addComment(pieces, text, at);
      continue;
    }
    if (
      kind === SyntaxKind.WhitespaceTrivia ||
      kind === SyntaxKind.NewLineTrivia ||
      kind === SyntaxKind.ConflictMarkerTrivia
    )
      continue;
    const [before, last] = tokens.slice(-2);
    if (stringKinds.has(kind)) {
      const isModule =
        last?.text === 'from' || last?.text === 'import' || before?.text === 'import';
      const isTitle = last?.text === '(' && isTitleOf.has(before?.text ?? '');
      if (!isModule)
        pieces.push({ kind: isTitle ? 'title' : 'string', text: scanner.getTokenValue(), at });
    } else if (kind === SyntaxKind.Identifier || kind === SyntaxKind.PrivateIdentifier) {
      if (last?.text !== '.' && last?.text !== '?.') pieces.push({ kind: 'identifier', text, at });
    }
    tokens.push({ kind, text });
  }
  return pieces;
}

function rescanned(
  scanner: Scanner,
  kind: SyntaxKind,
  last: SyntaxKind | undefined,
  braces: boolean[],
): SyntaxKind {
  if (kind === SyntaxKind.SlashToken || kind === SyntaxKind.SlashEqualsToken)
    return last === undefined || !operandEnds.has(last) ? scanner.reScanSlashToken() : kind;
  if (kind === SyntaxKind.TemplateHead) braces.push(true);
  if (kind === SyntaxKind.OpenBraceToken) braces.push(false);
  if (kind !== SyntaxKind.CloseBraceToken || braces.pop() !== true) return kind;
  const template = scanner.reScanTemplateToken(false);
  if (template === SyntaxKind.TemplateMiddle) braces.push(true);
  return template;
}

/** Adds a comment without its markers. Consecutive line comments are one piece, because a sentence continues in the next line. */
function addComment(pieces: Piece[], text: string, at: number): void {
  const plain = text.replace(/^\/\*+|\*\/$|^\/\/+/g, '').replaceAll(/\n\s*\*[ ]?/g, '\n');
  const last = pieces.at(-1);
  if (last?.kind === 'comment' && text.startsWith('//') && last.at + last.text.length + 80 > at)
    pieces[pieces.length - 1] = { ...last, text: `${last.text}\n${plain.trim()}` };
  else pieces.push({ kind: 'comment', text: plain, at });
}

/** The words of an identifier in lowercase: `firstLineOf` is `first line of`. */
export const wordsOf = (identifier: string): string =>
  identifier
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replaceAll(/[_$#]/g, ' ')
    .toLowerCase();

/** The prose of a Markdown file: without fenced code, inline code and quotations. Line breaks are kept. */
export const prosePieces = (markdown: string): readonly Piece[] => [
  {
    kind: 'prose',
    text: markdown
      .replaceAll(/^(\s*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\2[^\n]*$/gm, blank)
      .replaceAll(/`[^`\n]*`/g, blank)
      .replaceAll(/^>.*$/gm, blank),
    at: 0,
  },
];

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');
