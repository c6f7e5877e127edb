#!/usr/bin/env node
// Finds where a message, which is data, is used as if it were text. JavaScript accepts that and shows "[object Object]", or compares
// two messages by identity. `t` of `server/text/message.ts` makes messages; a translator makes text of them.
//   node scripts/messages.mjs [--project TSCONFIG]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as is from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';
import { root as own } from './build/options.mjs';
import { below, lineOf } from './l10n/trees.mjs';

const { values: asked } = parseArgs({
  options: { project: { type: 'string', default: path.join(own, 'tsconfig.json') } },
});
const root = path.dirname(path.resolve(asked.project));

const inText = 'is put into text: use composed`...`, joined or t';
const byIdentity = 'is compared by identity: compare its text';

/** Operators that make text of their operands, and those that compare them. */
const faultOf = new Map([
  ...['+', '+='].map((operator) => [operator, inText]),
  ...['===', '!==', '==', '!=', '<', '>', '<=', '>='].map((operator) => [operator, byIdentity]),
]);

/** Methods that make text of the list, or find a value in it by identity. The others pass its elements on. */
const methodsOfLists = new Map([
  ...['join', 'toString'].map((name) => [name, inText]),
  ...['includes', 'indexOf', 'lastIndexOf', 'sort', 'toSorted'].map((name) => [name, byIdentity]),
]);

/** What must be no message: `[{ nodes, fault }]`. With several nodes, only if all of them are. */
function usesIn(node) {
  if (is.isTemplateExpression(node) && !is.isTaggedTemplateExpression(node.parent))
    return node.templateSpans.map(({ expression }) => ({ nodes: [expression], fault: inText }));
  if (is.isBinaryExpression(node)) {
    const fault = faultOf.get(node.operatorToken.getText());
    if (fault === inText) return [node.left, node.right].map((one) => ({ nodes: [one], fault }));
    return fault === undefined ? [] : [{ nodes: [node.left, node.right], fault }];
  }
  if (is.isCallExpression(node)) return usesInCall(node);
  if (is.isNewExpression(node) && /^(?:Set|Map)$/.test(node.expression.text ?? ''))
    return [{ nodes: [node], fault: byIdentity, isList: true }];
  return [];
}

function usesInCall({ expression, arguments: given }) {
  if (is.isIdentifier(expression) && expression.text === 'String' && given[0])
    return [{ nodes: [given[0]], fault: inText }];
  if (!is.isPropertyAccessExpression(expression)) return [];
  const { expression: of, name } = expression;
  const fault = methodsOfLists.get(name.text);
  if (fault === undefined) return [];
  // With a function that compares them, elements are sorted by what it makes of them.
  if (/sort/i.test(name.text) && given.length > 0) return [];
  const uses = [{ nodes: [of], fault, isList: true }];
  return name.text === 'toString' ? [...uses, { nodes: [of], fault }] : uses;
}

/**
 * Whether values of a type may be messages, or lists of them. A type may be an alias, a union or generic, so it is asked what may be
 * assigned to it.
 * @param samples pairs of types: one of messages, and the same one of symbols. What takes both takes anything.
 */
function messageTypes(checker, [single, ...lists]) {
  const memoized = (compute) => {
    const known = new Map();
    return (type) => {
      if (!known.has(type.id)) known.set(type.id, compute(type));
      return known.get(type.id);
    };
  };
  const takes = (type, { message, symbol }) =>
    checker.isTypeAssignableTo(message, type) && !checker.isTypeAssignableTo(symbol, type);
  return {
    isOne: memoized((type) => takes(type, single)),
    isOfThem: memoized((type) => lists.some((list) => takes(type, list))),
  };
}

const forms = ['T', 'T[]', 'Set<T>', 'Map<T, never>'];
const sampleSource = (messages) =>
  [
    `import type { Message } from ${JSON.stringify(messages)};`,
    ...['Message', 'symbol'].flatMap((type) =>
      forms.map((form) => `type Of = ${form.replace('T', type)};`),
    ),
  ].join('\n');

function faultsIn({ program, checker }, samples) {
  const types = checker.getTypeAtLocation(
    program
      .getSourceFile(samples)
      .statements.slice(1)
      .map(({ type }) => type),
  );
  const pairs = forms.map((_, at) => ({ message: types[at], symbol: types[at + forms.length] }));
  const { isOne, isOfThem } = messageTypes(checker, pairs);
  const faults = [];
  for (const name of program.getSourceFileNames()) {
    if (/\/node_modules\/|\.d\.m?ts$|\.json$/.test(name)) continue;
    const tree = program.getSourceFile(name);
    const uses = [...below(tree)].flatMap(usesIn);
    const used = checker.getTypeAtLocation(uses.flatMap(({ nodes }) => nodes));
    let at = 0;
    for (const { nodes, fault, isList } of uses) {
      const ofThese = used.slice(at, at + nodes.length);
      at += nodes.length;
      if (!ofThese.every((type) => type && (isList ? isOfThem(type) : isOne(type)))) continue;
      const file = path.relative(root, name).replaceAll('\\', '/');
      const text = nodes.map((node) => node.getText(tree)).join(', ');
      faults.push(`${file}:${lineOf(tree, nodes[0])}: the message ${text} ${fault}`);
    }
  }
  return faults;
}

const scratch = mkdtempSync(path.join(tmpdir(), 'dossier-messages-'));
const samples = path.join(scratch, 'samples.ts').replaceAll('\\', '/');
const config = path.join(scratch, 'tsconfig.json');
writeFileSync(samples, sampleSource(path.join(own, 'server/text/message')));
writeFileSync(config, JSON.stringify({ extends: path.resolve(asked.project), files: [samples] }));
const api = new API({ cwd: root });
try {
  const [project] = api.updateSnapshot({ openProject: config }).getProjects();
  const faults = faultsIn(project, samples);
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exitCode = 1;
  }
} finally {
  api.close();
  rmSync(scratch, { recursive: true, force: true });
}
