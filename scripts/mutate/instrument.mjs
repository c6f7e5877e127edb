// The sources with all faults in them, each behind a switch.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { root } from '../build/options.mjs';

const silent = () => {};
const logger = {
  ...{ debug: silent, info: silent, trace: silent, warn: silent, error: silent, fatal: silent },
  isDebugEnabled: () => false,
};

/** Prose, which has tests of its own: the documentation and examples of rules, the summaries and sources of facts. */
const prose = ['docs', 'examples', 'summary', 'evidence'];
const documentation = {
  shouldIgnore: ({ node }) =>
    (node.type === 'VariableDeclarator' && prose.includes(node.id.name)) ||
    (node.type === 'ObjectProperty' && prose.includes(node.key.name))
      ? 'documentation'
      : undefined,
};

/**
 * `sources`: the text with the switches, by absolute path. `mutants`: `file` from the root, `line` from 1, `change` in one
 * line.
 */
export async function instrument(files) {
  const asked = files.map((file) => ({
    name: path.join(root, file),
    content: readFileSync(path.join(root, file), 'utf8'),
    mutate: true,
  }));
  const { files: instrumented, mutants } = await new Instrumenter(logger).instrument(asked, {
    plugins: null,
    ignorers: [documentation],
    excludedMutations: [],
  });
  const originals = new Map(asked.map(({ name, content }) => [name, content.split('\n')]));
  return {
    sources: new Map(instrumented.map(({ name, content }) => [name, content])),
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, location, mutatorName, replacement }) => ({
        id,
        file: path.relative(root, fileName).replaceAll('\\', '/'),
        line: location.start.line + 1,
        kind: mutatorName,
        before: short(textAt(originals.get(fileName), location)),
        after: short(replacement),
      })),
  };
}

function textAt(lines, { start, end }) {
  const text = lines.slice(start.line, end.line + 1);
  text.push(text.pop().slice(0, end.column));
  return [text[0].slice(start.column), ...text.slice(1)].join('\n');
}

function short(text) {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 60)} ... ${line.slice(-30)}` : line;
}
