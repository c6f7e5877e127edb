// picomatch waits until a configuration names a glob: most folders have none, and every start would pay for it.

const facade = `
let picomatch;
module.exports = (...given) => (picomatch ??= require('picomatch/posix'))(...given);
`;

export function picomatch() {
  return {
    name: 'picomatch',
    setup(build) {
      const resolveDir = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
      build.onResolve({ filter: /^picomatch\/posix$/ }, ({ namespace, path }) =>
        namespace === 'late' ? undefined : { path, namespace: 'late' },
      );
      build.onLoad({ filter: /./, namespace: 'late' }, () => ({
        contents: facade,
        loader: 'js',
        resolveDir,
      }));
    },
  };
}
