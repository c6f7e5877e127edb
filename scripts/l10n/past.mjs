// Finds user-visible strings in the client that bypass `t`: literals in places that are shown, characters in HTML, and
// any other literal that looks like a sentence.
import * as is from 'typescript/unstable/ast/is';
import { below, lineOf } from './trees.mjs';
import { isPlain, tellerOf } from './used-strings.mjs';

/** Properties and attributes that are displayed or read by screen readers. */
const shown = new Set(
  'title label description detail tooltip placeHolder placeholder prompt saveLabel openLabel message asks says text textContent aria-label aria-description alt'.split(
    ' ',
  ),
);
/** Properties and attributes that are not displayed. */
const unread = new Set(['class', 'className', 'contextValue']);
/** Functions, and the index of their first argument that is displayed. */
const showing = new Map([
  ['showInformationMessage', 0],
  ['showWarningMessage', 0],
  ['showErrorMessage', 0],
  ['setStatusBarMessage', 0],
  ['createWebviewPanel', 1],
  ['element', 2],
]);
/** Names are the same in every language. */
const names = new Set(['Dossier', 'HTML']);
const attributes = /\b(?:title|aria-label|aria-description|placeholder|alt)="([^"]*)"/g;

const onlyAttributes = /^(?:\s+[\w-]+="[^"]*"|\s+(?:selected|data-[\w-]+))+$/;

const isWord = (text) => /\p{L}/u.test(text) && !names.has(text.trim());
/** Matches a capitalized word or two adjacent words, but not code. */
const isSentence = (text) =>
  isWord(text) && !/[<>{}=#]/.test(text) && /^\p{Lu}\p{Ll}|\p{L}{2},? \p{L}{2}/u.test(text);

/** @returns `{ where, fault }` for each string */
export function pastIn(file, tree) {
  const found = [];
  for (const node of below(tree))
    for (const text of textsOf(node, tree))
      found.push({
        where: `${file}:${lineOf(tree, node)}`,
        fault: `shows "${text.trim()}" past t()`,
      });
  return found;
}

function textsOf(node, tree) {
  if (is.isTaggedTemplateExpression(node) && node.tag.getText(tree) === 'html')
    return inHtml(piecesOf(node.template, tree));
  if (!(isPlain(node) || is.isTemplateExpression(node)) || isElsewhere(node)) return [];
  const pieces = piecesOf(node, tree);
  const whole = pieces.join('…');
  const name = takerOf(node, tree);
  if (unread.has(name)) return [];
  return (shown.has(name) ? pieces.some(isWord) : isSentence(whole)) ? [whole] : [];
}

/** The literal parts of a template. */
const piecesOf = (node) =>
  isPlain(node)
    ? [node.text]
    : [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];

/** Characters between tags and in displayed attributes; `\0` represents a substitution. */
function inHtml(pieces) {
  const whole = pieces.join('\0');
  const values = [...whole.matchAll(attributes)].map(([, value]) => value);
  const between = whole
    .replace(onlyAttributes, '')
    .replaceAll(/<[^>]*>|^[^<]*>|<[^>]*$|&\w+;/g, '\0')
    .split('\0');
  return [...values.flatMap((value) => value.split('\0')), ...between].filter(isWord);
}

/** Whether the node is in a translated string, an HTML tag, a type, an import, or an argument that is only logged. */
function isElsewhere(node) {
  const { parent } = node;
  if (is.isTaggedTemplateExpression(parent)) return true;
  if (tellerOf(parent)?.texts.includes(parent.arguments.indexOf(node))) return true;
  if (is.isLiteralTypeNode(parent) || is.isImportDeclaration(parent)) return true;
  if (is.isExportDeclaration(parent)) return true;
  if (is.isPropertyAssignment(parent) && parent.name === node) return true;
  if (is.isCaseClause(parent) || isCompared(parent)) return true;
  if (is.isNewExpression(parent)) return parent.expression.text === 'Error';
  if (!is.isCallExpression(parent)) return false;
  return /\blog$/.test(parent.expression.expression?.getText() ?? '');
}

const isCompared = (node) =>
  is.isBinaryExpression(node) && /^[!=]==$/.test(node.operatorToken.getText());

/** What the value of a literal is assigned to: the name of a property, or `message` for an argument that is displayed. */
function takerOf(node, tree) {
  const { parent } = node;
  if (is.isConditionalExpression(parent))
    return parent.condition === node ? undefined : takerOf(parent, tree);
  if (is.isBinaryExpression(parent)) {
    const sign = parent.operatorToken.getText(tree);
    if (sign === '=') return parent.right === node ? parent.left.name?.text : undefined;
    return ['??', '||', '+'].includes(sign) ? takerOf(parent, tree) : undefined;
  }
  if (is.isParenthesizedExpression(parent)) return takerOf(parent, tree);
  if (is.isTemplateSpan(parent)) return takerOf(parent.parent, tree);
  if (is.isPropertyAssignment(parent)) return parent.name.text;
  if (!is.isCallExpression(parent)) return undefined;
  const from = showing.get(parent.expression.name?.text ?? parent.expression.text);
  return from !== undefined && parent.arguments.indexOf(node) >= from ? 'message' : undefined;
}
