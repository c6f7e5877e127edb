// The parts of the tests. Which of them `npm test`, `npm run test:all` and `npm run precommit` run is in stages.mjs.
export const parts = {
  checks: { what: 'types, style, generated files', load: () => import('./checks.mjs') },
  build: { what: 'the bundles', load: () => import('./build.mjs') },
  unit: {
    what: 'every test that needs no editor',
    load: () => import('./unit.mjs'),
  },
  layers: { what: 'the rules of the house', load: () => import('./layers.mjs') },
  affected: {
    what: 'the tests that import or read a changed file',
    load: () => import('./affected.mjs'),
  },
  full: {
    what: 'what "unit" shortens or leaves out, completely',
    load: () => import('./full.mjs'),
  },
  typing: {
    what: 'real files typed key by key: the list, Enter and the squiggles',
    load: () => import('../typing/part.mjs'),
  },
  editor: { what: 'a real VS Code, newest', load: () => import('../editor/part.mjs') },
  web: { what: 'VS Code in a browser, without a machine', load: () => import('../editor/web.mjs') },
  oldest: { what: 'the oldest VS Code we support', load: () => import('../editor/oldest.mjs') },
  package: { what: 'the VSIX, installed', load: () => import('../editor/package.mjs') },
  start: { what: '`npm start -- --once`', load: () => import('../editor/start.mjs') },
  clients: { what: 'other editors', load: () => import('../clients/part.mjs') },
  ci: { what: 'pre-commit and the GitHub Action', load: () => import('../ci/part.mjs') },
  walk: {
    what: 'a newcomer walks through a real VS Code, in each theme',
    load: () => import('../editor/walk/part.mjs'),
  },
  'preview-cost': {
    what: 'from a key to the paint of the preview, against an empty webview',
    load: () => import('../editor/cost/part.mjs'),
  },
  activation: {
    what: 'what a window pays for us, as VS Code reports it, against an empty extension',
    load: () => import('../editor/activation/part.mjs'),
  },
  'beside-corpus': {
    what: "beside VS Code's own support, over every real file",
    load: () => import('../editor/corpus/part.mjs'),
  },
  speed: {
    what: 'the command line against floors, in processor time',
    load: () => import('../bench/gate/part.mjs'),
  },
  bench: { what: 'speed against the floors', load: () => import('../bench/part.mjs') },
};
