// Packages and Node modules that are loaded lazily, at the first call, so that they do not slow down startup: the parser
// is needed when a document is open, picomatch when a configuration contains a glob, the others by single commands.
import { createRequire } from 'node:module';
import path from 'node:path';

const { resolve } = createRequire(import.meta.url);
// The node type guards are called for every node, so they are bundled directly. The build fails if we import others.
const nodes = path.join(path.dirname(resolve('yaml')), 'nodes/identity.js');

/** Where the packages are loaded from: the same bundle, or the file next to it. */
const facades = (isApart) => ({
  yaml: `
export { isAlias, isMap, isPair, isScalar, isSeq } from ${JSON.stringify(nodes)};
let yaml;
export const parseDocument = (text, options) =>
  (yaml ??= ${isApart ? `require('${parsers}').yaml` : "require('yaml')"}).parseDocument(text, options);
`,
  'toml-eslint-parser': `
let toml;
export const parseTOML = (text, options) =>
  (toml ??= ${isApart ? `require('${parsers}').toml` : "require('toml-eslint-parser')"}).parseTOML(text, options);
`,
  'picomatch/posix': `
let picomatch;
export default (globs, options) =>
  (picomatch ??= ${isApart ? `require('${parsers}').picomatch` : "require('picomatch/posix')"})(globs, options);
`,
  // A string that is loaded on first access.
  catalogue: `
export default { toString: () => require('./models.js') };
`,
  // The rules' long descriptions are only used by their pages, SARIF and one completion.
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
export const createHmac = (...args) => require('crypto').createHmac(...args);
export const randomBytes = (...args) => require('crypto').randomBytes(...args);
export const timingSafeEqual = (...args) => require('crypto').timingSafeEqual(...args);
`,
  'node:child_process': `
export const spawnSync = (...args) => require('child_process').spawnSync(...args);
`,
});

/** The file next to a bundle that contains them. */
export const parsers = './parsers.js';

/** Our modules that are bundled into a separate file, by the end of their path. */
const apart = [
  [/\/catalogue\.data\.json$/, 'catalogue'],
  [/\/rules\/docs-registry$/, 'rule docs'],
];

/** The usage counts of one host, which only completion reads. */
const usageOf = (host) => `
let usage;
const load = () => (usage ??= require('./usage.js')(${JSON.stringify(host)}));
export default {
  get fields() { return load().fields; },
  get values() { return load().values; },
  get together() { return load().together; },
};
`;

/** Tests and the packages themselves import the whole package. */
const ours = /[\\/]server[\\/]/;

export function late({ isApart = false } = {}) {
  return {
    name: 'late',
    setup(build) {
      build.onResolve(
        { filter: /^\.\/(?:parsers|models|rules|usage|server\.main)\.js$/ },
        ({ path: name }) => ({
          path: name,
          external: true,
        }),
      );
      build.onResolve(
        {
          filter:
            /^(?:yaml|toml-eslint-parser|picomatch\/posix|node:(?:crypto|child_process|tty))$/,
        },
        (asked) =>
          ours.test(asked.importer) ? { path: asked.path, namespace: 'late' } : undefined,
      );
      if (isApart) {
        for (const [file, name] of apart)
          build.onResolve({ filter: file }, () => ({ path: name, namespace: 'late' }));
        build.onResolve({ filter: /\/usage\.data\.json$/ }, (asked) => ({
          path: path.basename(path.dirname(path.resolve(asked.resolveDir, asked.path))),
          namespace: 'late usage',
        }));
        build.onLoad({ filter: /./, namespace: 'late usage' }, ({ path: host }) => ({
          contents: usageOf(host),
          loader: 'js',
          resolveDir: path.dirname(nodes),
        }));
      }
      build.onLoad({ filter: /./, namespace: 'late' }, (asked) => ({
        contents: facades(isApart)[asked.path],
        loader: 'js',
        resolveDir: path.dirname(nodes),
      }));
    },
  };
}
