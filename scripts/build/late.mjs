// Packages and Node modules that are loaded lazily, at the first call, so that they do not slow down startup: the parser
// is needed when a document is open, picomatch when a configuration contains a glob, the others by single commands.
import { createRequire } from 'node:module';
import path from 'node:path';

const { resolve } = createRequire(import.meta.url);
// The node type guards are called for every node, so they are bundled directly. The build fails if we import others.
const nodes = path.join(path.dirname(resolve('yaml')), 'nodes/identity.js');

const facades = {
  yaml: `
export { isAlias, isMap, isPair, isScalar, isSeq } from ${JSON.stringify(nodes)};
let yaml;
export const parseDocument = (text, options) => (yaml ??= require('yaml')).parseDocument(text, options);
`,
  'toml-eslint-parser': `
let toml;
export const parseTOML = (text, options) =>
  (toml ??= require('toml-eslint-parser')).parseTOML(text, options);
`,
  'picomatch/posix': `
let picomatch;
export default (globs, options) => (picomatch ??= require('picomatch/posix'))(globs, options);
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
};

/** Tests and the packages themselves import the whole package. */
const ours = /[\\/]server[\\/]/;

const lazy = /^(?:yaml|toml-eslint-parser|picomatch\/posix|node:(?:crypto|child_process|tty))$/;

export const late = {
  name: 'late',
  setup(build) {
    build.onResolve({ filter: lazy }, (asked) =>
      ours.test(asked.importer) ? { path: asked.path, namespace: 'late' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'late' }, (asked) => ({
      contents: facades[asked.path],
      loader: 'js',
      resolveDir: path.dirname(nodes),
    }));
  },
};
