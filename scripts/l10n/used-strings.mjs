// Collects the strings in the client's calls of `t` and `plural`, and finds calls that cannot be translated.
import * as is from 'typescript/unstable/ast/is';
import { below, lineOf } from './trees.mjs';

/** Which arguments of our own functions are strings, and where their substitutions begin. */
const tellers = {
  t: { texts: [0], fillings: 1, count: 0 },
  plural: { texts: [1, 2], fillings: 3, count: 1 },
};

export const tellerOf = (node) =>
  is.isCallExpression(node) && is.isIdentifier(node.expression)
    ? tellers[node.expression.text]
    : undefined;

export const isPlain = (node) =>
  is.isStringLiteral(node) || is.isNoSubstitutionTemplateLiteral(node);

/** The numbers of the placeholders in a string: `{0}`, `{1}`. */
export const placesIn = (text) => [
  ...new Set([...text.matchAll(/\{(\d)\}/g)].map(([, n]) => Number(n))),
];

const isFunction = (node) =>
  is.isArrowFunction(node) ||
  is.isFunctionDeclaration(node) ||
  is.isFunctionExpression(node) ||
  is.isMethodDeclaration(node) ||
  is.isConstructorDeclaration(node) ||
  is.isGetAccessorDeclaration(node);

/** @returns `{ text, where }` for each string, and `{ fault, where }` for each invalid call */
export function usedStringsIn(file, tree) {
  const found = [];
  for (const node of below(tree)) {
    const teller = tellerOf(node);
    if (!teller) continue;
    const where = `${file}:${lineOf(tree, node)}`;
    if (!isLater(node))
      found.push({
        where,
        fault: 'is translated before the language is known: move it into a function',
      });
    const texts = teller.texts.map((n) => node.arguments[n]);
    if (!texts.every((one) => one && isPlain(one))) {
      found.push({
        where,
        fault: 'passes a string that is not a literal, so it cannot be translated',
      });
      continue;
    }
    const fillings = node.arguments.length - teller.fillings + teller.count;
    for (const { text } of texts) {
      found.push({ where, text });
      // Without any substitutions, the placeholders are filled in elsewhere.
      const wanted = Array.from({ length: fillings }, (_, n) => n);
      if (fillings > 0 && placesIn(text).sort().join() !== wanted.join())
        found.push({ where, fault: `fills in ${fillings}, and not as many stand in "${text}"` });
    }
  }
  return found;
}

function isLater(node) {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return true;
  return false;
}
