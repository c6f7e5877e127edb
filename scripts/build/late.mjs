// Packages that wait until they are first called, so that no start pays for them: the parser is needed when a document
// is open, picomatch when a configuration names a glob.
import { createRequire } from 'node:module';
import path from 'node:path';

const { resolve } = createRequire(import.meta.url);
// What asks for the kind of a node is asked of every node: it comes as it is. The build fails where we import more.
const nodes = path.join(path.dirname(resolve('yaml')), 'nodes/identity.js');

const facades = {
  yaml: `
export { isAlias, isMap, isScalar, isSeq } from ${JSON.stringify(nodes)};
let yaml;
export const parseDocument = (text, options) => (yaml ??= require('yaml')).parseDocument(text, options);
`,
  'picomatch/posix': `
let picomatch;
export default (globs, options) => (picomatch ??= require('picomatch/posix'))(globs, options);
`,
};

/** Tests and the packages themselves have the whole. */
const ours = /[\\/]server[\\/](agent|settings)[\\/]/;

export function late() {
  return {
    name: 'late',
    setup(build) {
      build.onResolve({ filter: /^(yaml|picomatch\/posix)$/ }, (asked) =>
        ours.test(asked.importer) ? { path: asked.path, namespace: 'late' } : undefined,
      );
      build.onLoad({ filter: /./, namespace: 'late' }, (asked) => ({
        contents: facades[asked.path],
        loader: 'js',
        resolveDir: path.dirname(nodes),
      }));
    },
  };
}
