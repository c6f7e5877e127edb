// Loading the extension, which happens in every window with a Markdown file.
import assert from 'node:assert/strict';
import Module from 'node:module';
import path from 'node:path';

type Load = (request: string, ...rest: readonly unknown[]) => unknown;
const loader = Module as unknown as { _load: Load };

/** A value with which anything can be done. */
const anything: unknown = new Proxy(() => undefined, {
  get: (target, key) => (key === 'prototype' ? Reflect.get(target, key) : anything),
  apply: () => anything,
  construct: () => ({}),
});

describe('loading the extension', () => {
  for (const name of ['extension.js', 'extension.browser.js'])
    it(`copies no part of the editor's API: ${name}`, () => {
      let copied = 0;
      let used = 0;
      const api = new Proxy(
        {},
        {
          get: (_, key) => {
            used++;
            return key === '__esModule' ? true : anything;
          },
          ownKeys: () => {
            copied++;
            return [];
          },
        },
      );
      const load = loader._load;
      loader._load = (request, ...rest) =>
        request === 'vscode' ? api : load.call(Module, request, ...rest);
      const file = path.resolve('dist', name);
      try {
        const { activate } = require(file) as { readonly activate: unknown };
        assert.equal(typeof activate, 'function');
      } finally {
        loader._load = load;
        delete require.cache[file];
      }
      assert.ok(used > 0);
      assert.equal(copied, 0);
    });
});
