// The parts of the tests in the order of `npm test`: what the others need first, what takes longest last.
export const parts = {
  checks: { what: 'types, style, generated files', load: () => import('./checks.mjs') },
  build: { what: 'the bundles', load: () => import('./build.mjs') },
  unit: { what: 'every test that needs no editor', load: () => import('./unit.mjs') },
  hosts: {
    what: 'what the real programs did, whole corpora, made-up texts',
    load: () => import('./hosts.mjs'),
  },
  layers: { what: 'the rules of the house', load: () => import('./layers.mjs') },
  editor: { what: 'a real VS Code, newest', load: () => import('../editor/part.mjs') },
  oldest: { what: 'the oldest VS Code we support', load: () => import('../editor/oldest.mjs') },
  package: { what: 'the VSIX, installed', load: () => import('../editor/package.mjs') },
  start: { what: '`npm start -- --once`', load: () => import('../editor/start.mjs') },
  clients: { what: 'other editors', load: () => import('../clients/part.mjs') },
  ci: { what: 'pre-commit and the GitHub Action', load: () => import('../ci/part.mjs') },
  'preview-cost': {
    what: 'from a key to the paint of the preview, against an empty webview',
    load: () => import('../editor/cost/part.mjs'),
  },
  bench: { what: 'speed against the floors', load: () => import('../bench/part.mjs') },
};

// Measurements want a quiet machine: they are asked for by name.
const measured = new Set(['bench', 'preview-cost']);
export const everything = Object.keys(parts).filter((name) => !measured.has(name));
