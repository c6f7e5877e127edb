// The SDK of the Model Context Protocol validates with ajv in Node, which compiles schemas to functions. Our bundles evaluate no code,
// so they get the validator that the SDK has for environments that forbid it.
import { createRequire } from 'node:module';
import path from 'node:path';

export const mcp = {
  name: 'mcp',
  setup(build) {
    const { resolve } = createRequire(import.meta.url);
    build.onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, () => ({
      path: path.join(path.dirname(resolve('@modelcontextprotocol/server')), 'shimsWorkerd.mjs'),
    }));
  },
};
