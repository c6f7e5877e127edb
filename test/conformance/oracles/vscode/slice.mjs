// Cuts what reads and checks agent files out of VS Code's bundled program, so that it runs in Node by itself.
//   node --max-old-space-size=6000 slice.mjs PACKAGES BUNDLE MESSAGES OUT
// PACKAGES holds acorn and acorn-walk. A root is found by a text that only its declaration contains; with it comes
// every top-level statement that it needs.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [packages, bundle, messages, out] = process.argv.slice(2);
const load = createRequire(path.join(packages, 'node_modules/x.js'));
const acorn = load('acorn');
const walk = load('acorn-walk');

/** What it is called here, and what it is known by; with `any`, also a statement that only fills a name. */
const roots = {
  PromptFileParser: { text: 'match(/^---[\\s\\r\\n]*$/)' },
  URI: { text: 'static isUri' },
  PromptValidator: { text: 'getUnknownToolMarker(' },
  CustomAgent: { text: '.fromParsedPromptFile=', any: true },
};

const source = readFileSync(bundle, 'utf8');
const units = acorn
  .parse(source, { ecmaVersion: 'latest', sourceType: 'module' })
  .body.flatMap(unitsOf);
const declaring = new Map();
for (const unit of units)
  for (const name of unit.names) declaring.set(name, [...(declaring.get(name) ?? []), unit]);

const chosen = Object.entries(roots).map(([label, { text, any }]) => {
  const found = units
    .filter((unit) => (any || !unit.effect) && unit.names.length > 0)
    .filter((unit) => source.slice(unit.start, unit.end).includes(text))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  if (found.length === 0) throw new Error(`nothing in the bundle is ${label}`);
  return { label, name: found[0].names[0] };
});

const parts = [...closure(chosen.map(({ name }) => name))].sort((a, b) => a.start - b.start);
writeFileSync(
  out,
  [
    // Some constants of the editor are taken from its window.
    "globalThis.window ??= globalThis; globalThis.navigator ??= { userAgent: '', language: 'en' };",
    `globalThis._VSCODE_NLS_MESSAGES=${readFileSync(messages, 'utf8')};`,
    ...parts.map((unit) => `${unit.before}${source.slice(unit.start, unit.end)};`),
    `export {${chosen.map(({ label, name }) => `${name} as ${label}`).join(', ')}};`,
    '',
  ].join('\n'),
);

/** The smallest pieces that can be taken alone, with the names that each declares or fills. */
function unitsOf(statement) {
  const { type } = statement;
  if (type === 'ImportDeclaration') return [];
  if (type === 'VariableDeclaration')
    return statement.declarations.map((one) => ({
      ...piece(one, patternNames(one.id)),
      before: 'var ',
    }));
  if (type === 'FunctionDeclaration' || type === 'ClassDeclaration')
    return [piece(statement, [statement.id.name])];
  if (type === 'ExpressionStatement') {
    const { expression } = statement;
    const all = expression.type === 'SequenceExpression' ? expression.expressions : [expression];
    return all.map((one) => ({ ...piece(one, filledBy(one)), effect: true }));
  }
  const names = [];
  walk.full(statement, (node) => {
    if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier')
      names.push(node.left.name);
  });
  return [{ ...piece(statement, names), effect: true }];
}

function piece(node, names) {
  return { node, names, start: node.start, end: node.end, before: '', effect: false };
}

function patternNames(pattern) {
  if (!pattern) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => patternNames(one.value ?? one.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap(patternNames);
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'RestElement':
      return patternNames(pattern.argument);
    default:
      return [];
  }
}

/** `X = ...`, `X.y = ...`, `(e => {...})(X ||= {})`: the name that is filled. */
function filledBy(expression) {
  if (expression.type === 'AssignmentExpression') {
    let target = expression.left;
    while (target.type === 'MemberExpression') target = target.object;
    return target.type === 'Identifier' ? [target.name] : [];
  }
  if (expression.type !== 'CallExpression') return [];
  const last = expression.arguments.at(-1);
  if (last?.type === 'AssignmentExpression') {
    const { left, right } = last;
    return left.type === 'Identifier' ? [left.name] : filledBy(right);
  }
  return last?.type === 'LogicalExpression' ? filledBy(last.right) : [];
}

/** Everything that these names need, in turn. */
function closure(names) {
  const seen = new Set(names);
  const taken = new Set();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const unit of declaring.get(name) ?? []) {
      if (taken.has(unit)) continue;
      taken.add(unit);
      walk.full(unit.node, (node) => {
        if (node.type !== 'Identifier' || !declaring.has(node.name) || seen.has(node.name)) return;
        seen.add(node.name);
        queue.push(node.name);
      });
    }
  }
  return taken;
}
