// Loads the hosts with one name erased from the tables of their tools and models. The code of a host reads these tables when
// it is loaded, so a changed value of the host would not reach all of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import esbuild from 'esbuild';
import { node, root } from '../build/options.mjs';

const tables = /[\\/]server[\\/]hosts[\\/][\w-]+[\\/](?:[\w-]*tools?(?:-names)?|models)\.ts$/;
const data = /[\\/]server[\\/]hosts[\\/][\w-]+[\\/]tools\.data\.json$/;

/** Each string and key of a table passes through a function that may change it. */
const erasable = {
  name: 'erasable',
  setup(build) {
    build.onLoad({ filter: tables }, async ({ path: file }) => {
      const { code } = await esbuild.transform(readFileSync(file, 'utf8'), {
        loader: 'ts',
        // A key without a value of its own would not be seen as a string.
        supported: { 'object-extensions': false },
      });
      return { contents: instrumented(code), loader: 'js' };
    });
    build.onLoad({ filter: data }, ({ path: file }) => ({
      contents: `export default __erasedIn(${readFileSync(file, 'utf8')});`,
      loader: 'js',
    }));
  },
};

const token =
  /`(?:\\.|[^`\\])*`|\/(?![/*\s])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[\n])+\/[dgimsuvy]*(?=[\s,;.)])|"(?:\\.|[^"\\])*"|(?<=[{,]\s*)[A-Za-z_$][\w$]*(?=\s*:)/g;

/** @param code JavaScript as esbuild prints it */
const instrumented = (code) =>
  code
    .replaceAll(/^(?:import|export)\b[^;]*?\bfrom "[^"]*";$|^import "[^"]*";$/gm, (line) =>
      line.replaceAll('"', '\u0001'),
    )
    .replaceAll(token, (found, at, all) => {
      if (found.startsWith('`') || found.startsWith('/')) return found;
      if (!found.startsWith('"')) return `[__erased("${found}")]`;
      const isKey = /^\s*:/.test(all.slice(at + found.length)) && /[{,]\s*$/.test(all.slice(0, at));
      return isKey ? `[__erased(${found})]` : `__erased(${found})`;
    })
    .replaceAll('\u0001', '"');

/** @returns a function that loads the hosts: as they are, without a name, or with another name instead. */
export async function loaderOf(entry) {
  const { outputFiles } = await esbuild.build({
    ...node,
    plugins: [...node.plugins, erasable],
    entryPoints: [path.join(root, entry)],
    write: false,
    absWorkingDir: root,
  });
  const file = path.join(root, 'out/conformance/evidence.cjs');
  const script = new vm.Script(
    `(function (exports, require, module, __filename, __dirname, __erased, __erasedIn) {${outputFiles[0].text}\n})`,
    { filename: file },
  );
  const require = createRequire(file);
  return (name = null, instead = `${name}\u0000`) => {
    const erased = (word) => (word === name ? instead : word);
    const erasedIn = (value) => {
      if (typeof value === 'string') return erased(value);
      if (Array.isArray(value)) return value.map(erasedIn);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [erased(key), erasedIn(one)]),
      );
    };
    const module = { exports: {} };
    const run = script.runInThisContext();
    run(module.exports, require, module, file, path.dirname(file), erased, erasedIn);
    return module.exports;
  };
}
