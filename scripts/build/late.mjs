// Packages and parts of Node that wait until they are first called, so that no start pays for them: the parser is needed
// when a document is open, picomatch when a configuration names a glob, the rest by single commands.
import { createRequire } from 'node:module';
import path from 'node:path';

const { resolve } = createRequire(import.meta.url);
// What asks for the kind of a node is asked of every node: it comes as it is. The build fails where we import more.
const nodes = path.join(path.dirname(resolve('yaml')), 'nodes/identity.js');

/** Where the packages come from: the same bundle, or the file that lies beside it. */
const facades = (isApart) => ({
  yaml: `
export { isAlias, isMap, isScalar, isSeq } from ${JSON.stringify(nodes)};
let yaml;
export const parseDocument = (text, options) =>
  (yaml ??= ${isApart ? `require('${parsers}').yaml` : "require('yaml')"}).parseDocument(text, options);
`,
  'picomatch/posix': `
let picomatch;
export default (globs, options) =>
  (picomatch ??= ${isApart ? `require('${parsers}').picomatch` : "require('picomatch/posix')"})(globs, options);
`,
  // A text that is read when it is first looked into.
  catalogue: `
export default { toString: () => require('./models.js') };
`,
  // The texts of the rules are for their pages, for SARIF and for one completion.
  'rule docs': `
const docs = () => require('./rules.js');
export const docsOf = (rule) => docs().docsOf(rule);
export const examplesOf = (rule) => docs().examplesOf(rule);
`,
  'node:tty': `
export const isatty = (fd) => require('tty').isatty(fd);
`,
  'node:crypto': `
export const createHash = (...args) => require('crypto').createHash(...args);
`,
  'node:child_process': `
export const spawnSync = (...args) => require('child_process').spawnSync(...args);
`,
});

/** The file beside a bundle that holds them. */
export const parsers = './parsers.js';

/** Modules of ours that are in a file of their own, by the end of their path. */
const apart = [
  [/\/catalogue\.data\.json$/, 'catalogue'],
  [/\/rules\/docs-registry$/, 'rule docs'],
];

/** Tests and the packages themselves have the whole. */
const ours = /[\\/]server[\\/](agent|settings|cli|world)[\\/]/;

export function late({ isApart = false } = {}) {
  return {
    name: 'late',
    setup(build) {
      build.onResolve(
        { filter: /^\.\/(?:parsers|models|rules|server\.main)\.js$/ },
        ({ path: name }) => ({
          path: name,
          external: true,
        }),
      );
      build.onResolve(
        { filter: /^(?:yaml|picomatch\/posix|node:(?:crypto|child_process|tty))$/ },
        (asked) =>
          ours.test(asked.importer) ? { path: asked.path, namespace: 'late' } : undefined,
      );
      if (isApart)
        for (const [file, name] of apart)
          build.onResolve({ filter: file }, () => ({ path: name, namespace: 'late' }));
      build.onLoad({ filter: /./, namespace: 'late' }, (asked) => ({
        contents: facades(isApart)[asked.path],
        loader: 'js',
        resolveDir: path.dirname(nodes),
      }));
    },
  };
}
