// Collects the message templates of the server, and finds strings that reach an editor without being translated.
// Templates are arguments of `t` and `message`, and sentences and phrases that hosts declare as data. The command line, the
// rule pages and the declared documentation of fields, tools and models stay English.
import * as is from 'typescript/unstable/ast/is';
import { below, lineOf } from './trees.mjs';
import { isPlain } from './used-strings.mjs';

/** Properties of hosts that contain a template. */
const declared = new Set(
  'absent actual description effect empty expected fault got here message noEffect none others problem reason runsNot tie unavailable unknown unreached wins'.split(
    ' ',
  ),
);
/** Functions whose literal arguments of several words are templates, and the index of the first of these. */
const taking = new Map([
  ...['DuplicateKey', 'SyntaxFault', 'effectOf', 'fault', 'message', 'phrase', 'report', 't'].map(
    (name) => [name, 0],
  ),
  ['ignored', 1],
]);
/** Functions whose first argument is always a template, even of a single word. */
const translators = new Set(['message', 'phrase', 't']);
/** Declarations that stay English: the words of hosts and of their documentation, and text that is written into files. */
const english = new Set(
  'agentFolders allowed ask choice delegates documented loosely managed managedOrNull mapOf nullable oneOf onOff printing setting checkedField entryKey marketplaceField partlyChecked personKey policyWords requiredKey unchecked undocumented evidence executed example exactly finds other plans prompt read reads ruled runs web writes actionOnly alias asks themeColor'.split(
    ' ',
  ),
);
const englishProperties = new Set(
  '* accessRules description details evidence means mentions opinion ownFile prompt promptForPurpose skeleton snippet summary unknownEffect usual what why builtins'.split(
    ' ',
  ),
);
const isSentence = (text) => /^["“]?[\p{Lu}{].*\s.*[.?]$/su.test(text);
const isPhrase = (text) => /\S\s+\S/.test(text) || /\.$/.test(text);

/** Files whose strings are shown by the command line, by the library, to models, by rule pages or, as texts of the manifest, in settings. */
const isOutside = (file) =>
  /^server\/(?:(?:cli|library|bin|mcp|world)\/|rules\/example\.ts|settings\/(?:declared|schema)\.ts)/.test(
    file,
  );

/** @returns `{ text, where }` for each template, and `{ fault, where }` for each sentence past `t` */
export function serverTemplates(file, tree) {
  if (!file.startsWith('server/')) return [];
  const found = [];
  for (const node of below(tree)) {
    const isTemplate = is.isTemplateExpression(node);
    if (!isTemplate && !isPlain(node)) continue;
    const place = placeOf(node);
    if (place === undefined) continue;
    const where = `${file}:${lineOf(tree, node)}`;
    if (isTemplate) {
      if (!isOutside(file) && place.call === 't')
        found.push({ where, fault: 'translates a text with a value in it: use a placeholder' });
      else if (isShown(file, place) && hasOwnWords(node))
        found.push({ where, fault: 'shows a text with a value in it past t()' });
      continue;
    }
    const { text } = node;
    if (isDeclared(file, text, place)) found.push({ where, text });
    else if (isShown(file, place) && isPhrase(text))
      found.push({ where, fault: `shows "${text}" past t()` });
    else if (!isOutside(file) && isSentence(text) && !isEnglish(place))
      found.push({ where, fault: `shows "${text}" past t()` });
  }
  return found;
}

/** Messages and titles of findings and fixes. */
const isShown = (file, { property, calls }) =>
  /^server\/(?:rules|features)\//.test(file) &&
  (property === 'message' || property === 'title') &&
  !calls.includes('documented');

/** Whether there are words besides the values, which are translated already. */
const hasOwnWords = ({ head, templateSpans }) =>
  [head, ...templateSpans.map(({ literal }) => literal)].some(({ text }) => /\p{L}{2}/u.test(text));

function isDeclared(file, text, { call, property, isArgument, index }) {
  if (isArgument && translators.has(call)) return index === 0 && text !== '';
  if (isArgument && taking.get(call) <= index) return isPhrase(text);
  if (!file.startsWith('server/hosts/')) return /\{host\}/.test(text);
  if (/\{host\}/.test(text)) return !/\.md$/.test(text);
  if (property === 'description') return /^(?:an?|any) /.test(text);
  // The description of a form.
  if (isArgument && call === 'formed') return index === 1;
  return declared.has(property) && isPhrase(text);
}

const isEnglish = ({ call, index, isArgument, calls, properties }) =>
  (isArgument && index < (taking.get(call) ?? 0)) ||
  calls.some((name) => english.has(name)) ||
  properties.some((name) => englishProperties.has(name));

/**
 * What a literal is written for: the call that it is an argument of or the property that it is the value of, across
 * conditional expressions. Undefined for imports, types, comparisons and keys.
 */
function placeOf(node) {
  let at = node;
  for (;;) {
    const { parent } = at;
    if (is.isConditionalExpression(parent) && parent.condition === at) return undefined;
    const isPassed =
      is.isConditionalExpression(parent) ||
      is.isParenthesizedExpression(parent) ||
      (is.isBinaryExpression(parent) && /^(?:\?\?|\|\|)$/.test(parent.operatorToken.getText()));
    if (!isPassed) break;
    at = parent;
  }
  const { parent } = at;
  if (is.isImportDeclaration(parent) || is.isExportDeclaration(parent)) return undefined;
  if (is.isLiteralTypeNode(parent) || is.isCaseClause(parent)) return undefined;
  if (is.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText()))
    return undefined;
  if (is.isPropertyAssignment(parent) && parent.name === at) return undefined;
  const isArgument =
    (is.isCallExpression(parent) || is.isNewExpression(parent)) && parent.expression !== at;
  const { calls, properties } = around(at);
  return {
    ...{ calls, properties, isArgument },
    call: isArgument ? nameOf(parent.expression) : undefined,
    index: isArgument ? parent.arguments.indexOf(at) : -1,
    property: is.isPropertyAssignment(parent) ? parent.name.text : undefined,
  };
}

const nameOf = (expression) => expression.name?.text ?? expression.text;

/** The names of all calls, properties and variables that contain the node. */
function around(node) {
  const calls = [];
  const properties = [];
  for (let at = node.parent; at; at = at.parent) {
    if (is.isCallExpression(at) || is.isNewExpression(at)) calls.push(nameOf(at.expression));
    if (is.isPropertyAssignment(at) || is.isVariableDeclaration(at)) properties.push(at.name.text);
  }
  return { calls, properties };
}
