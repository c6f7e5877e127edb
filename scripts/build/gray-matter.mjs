// gray-matter in the form that we ship. OpenCode and Kilo read their files with it, so we use it too, but three of its
// features have no place in an editor: it runs code found in a file (`---js`), it can build functions from YAML
// (`!!js/function`, through js-yaml 3), and it requires `fs` and `Buffer`, which do not exist in a browser. This plugin
// removes them without changing any result for plain YAML and JSON.
//
// It also makes the package lazy, so that it is loaded at the first call and not at startup.

const lazyFacade = `
let matter;
const load = () => (matter ??= require('gray-matter'));
module.exports = (input, options) => load()(input, options);
module.exports.language = (text, options) => load().language(text, options);
module.exports.test = (text, options) => load().test(text, options);
`;

// The dumper is removed together with the code engines, because we never write a file through gray-matter.
const safeEngines = `
const refuse = (what) => () => { throw new Error(what + ' is not run'); };
const cannotWrite = refuse('Writing');
exports.yaml = { parse: require('js-yaml/lib/js-yaml/loader').safeLoad, stringify: cannotWrite };
exports.json = { parse: (text) => JSON.parse(text), stringify: cannotWrite };
exports.javascript = { parse: refuse('JavaScript in a frontmatter'), stringify: cannotWrite };
`;

// safeLoad never uses the full schema; the loader only references it.
const safeSchema = `
module.exports = require('../schema').DEFAULT = require('./default_safe');
`;

const whole = {
  'gray-matter/lib/engines.js': safeEngines,
  'js-yaml/lib/js-yaml/schema/default_full.js': safeSchema,
};

// Each snippet must be found, so that a new release that changes it does not silently restore the old behavior.
const parts = {
  'gray-matter/index.js': [["require('fs')", '{}']],
  'gray-matter/lib/utils.js': [['Buffer.from(input)', 'input']],
  'js-yaml/lib/js-yaml/type/binary.js': [["_require('buffer').Buffer", 'Uint8Array']],
};

const rooms = /[\\/]node_modules[\\/](gray-matter|js-yaml)[\\/].*\.js$/;

export const grayMatter = {
  name: 'gray-matter',
  setup(build) {
    const root = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
    build.onResolve({ filter: /^gray-matter$/ }, ({ namespace }) =>
      namespace === 'lazy' ? undefined : { path: 'gray-matter', namespace: 'lazy' },
    );
    build.onLoad({ filter: /^gray-matter$/, namespace: 'lazy' }, () => ({
      contents: lazyFacade,
      loader: 'js',
      resolveDir: root,
    }));
    build.onLoad({ filter: rooms }, async ({ path }) => {
      const name = path.replaceAll('\\', '/').split('/node_modules/').at(-1);
      if (whole[name]) return { contents: whole[name], loader: 'js' };
      if (!parts[name]) return undefined;
      const { readFile } = await import('node:fs/promises');
      let contents = await readFile(path, 'utf8');
      for (const [from, to] of parts[name]) {
        if (!contents.includes(from)) throw new Error(`${name} no longer holds ${from}`);
        contents = contents.replaceAll(from, to);
      }
      return { contents, loader: 'js' };
    });
  },
};
