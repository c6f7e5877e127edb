// Divides a bundle into the code that is needed every time (a start of the server and a first document; a check) and the code that
// is loaded when it is first called. The engine reads every character of a bundle before it runs, so a start is faster by what it leaves out. The code that
// both parts need is in a third file, so that nothing, and no state, exists twice.
//
// esbuild can divide only bundles of ES modules, which load slower than CommonJS, so its output is converted.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';

const hostFolder = new URL('../../server/hosts/', import.meta.url);

/** The modules of this name in the folders of hosts, which `model` is not. */
const ofHosts = (name) =>
  readdirSync(hostFolder)
    .filter((host) => host !== 'model' && existsSync(new URL(`${host}/${name}.ts`, hostFolder)))
    .map((host) => `hosts/${host}/${name}`);

/** The hosts of which most users have files: their readers are needed for the first document. */
const common = ['claude-code', 'kilo', 'opencode', 'opencode-2'].map(
  (host) => `hosts/${host}/reader`,
);

/**
 * The modules in `server/` that the language server calls on demand. They may export nothing but functions. What only they need is
 * loaded with them.
 */
export const calledByServer = [
  ...['agent/caret-head', 'text/jsonc'],
  ...ofHosts('reader').filter((reader) => !common.includes(reader)),
  ...ofHosts('conversion'),
  'hosts/judge/gray-matter',
  ...['hosts/catalog/guess-place', 'hosts/catalog/unread-reason'],
  'hosts/judge/host-at-version',
  ...['rules/missing-references', 'workspace/companions/read', 'workspace/known-agents'],
  ...[
    ...['agent-list', 'colors', 'completion/complete', 'explain-all', 'fixes', 'folding'],
    ...['formatting', 'graph', 'hover', 'inlay-hints', 'lens'],
    ...['navigation', 'outcome-table', 'persona-card', 'probe', 'rename', 'report-case'],
    ...['semantic-tokens', 'symbols', 'verdict-labels', 'why/why', 'write-once/make-valid'],
  ].map((name) => `features/${name}`),
  ...[
    ...['actions', 'color', 'convert', 'kind-actions', 'new-agent', 'own', 'renaming', 'tokens'],
    'tool-requests',
  ].map((name) => `lsp/${name}`),
];

/** The same for the command line: all commands but `check`. A check loads none of them, whatever it finds. */
export const calledByCommands = [
  ...ofHosts('conversion'),
  'hosts/judge/host-at-version',
  ...[
    'about',
    'convert',
    'explain',
    'graph',
    'list',
    'new',
    'report-sarif',
    'schema',
    'upgrade',
  ].map((name) => `cli/${name}`),
];

const valueExport = /^export (?:async )?(?:function\*?|const|let|class|enum|\*|\{) ?(\w*)/gm;
const functionExport =
  /^export (?:async function|function|const) (\w+)(?: = (?:async )?(?:<\w+>)?\(|(?:<.*>)?\(|: [^=]+ =\s+(?:async )?\()/gm;

const remedy = 'Change the list of modules in scripts/build/on-demand.mjs.';

/** The names that a module exports, all of them functions. */
function functionsOf(file) {
  if (!existsSync(file)) throw new Error(`${file} is not there. ${remedy}`);
  const text = readFileSync(file, 'utf8');
  const names = (form) => [...text.matchAll(form)].map(([, name]) => name);
  const functions = names(functionExport);
  const others = names(valueExport).filter((name) => !functions.includes(name));
  if (others.length > 0)
    throw new Error(`${file} exports what is no function: ${others}. ${remedy}`);
  return functions;
}

const entry = 'called on demand';

/** Replaces the modules by functions that load the second file. */
function onDemand(root, file, modules) {
  const files = modules.map((name) => path.join(root, 'server', `${name}.ts`));
  const exported = (module, name) => `${name}_${files.indexOf(module)}`;
  return {
    name: 'on demand',
    setup(build) {
      build.onResolve({ filter: /^called on demand$/ }, () => ({ path: entry, namespace: entry }));
      build.onLoad({ filter: /./, namespace: entry }, () => ({
        contents: files
          .flatMap((module) =>
            functionsOf(module).map(
              (name) =>
                `export { ${name} as ${exported(module, name)} } from ${JSON.stringify(module)};`,
            ),
          )
          .join('\n'),
        resolveDir: root,
      }));
      build.onResolve({ filter: /^\./ }, ({ path: asked, importer, resolveDir, namespace }) => {
        if (namespace !== 'file' || files.includes(importer)) return undefined;
        const module = `${path.resolve(resolveDir, asked)}.ts`;
        return files.includes(module) ? { path: module, namespace: 'on demand' } : undefined;
      });
      build.onResolve({ filter: /./, namespace: 'on demand' }, ({ path: asked }) => ({
        path: asked,
        external: true,
      }));
      build.onLoad({ filter: /./, namespace: 'on demand' }, ({ path: module }) => ({
        contents: [
          'let loaded;',
          ...functionsOf(module).map(
            (name) =>
              `export const ${name} = (...given) => (loaded ??= require('./${file}')).${exported(module, name)}(...given);`,
          ),
        ].join('\n'),
      }));
    },
  };
}

const namesIn = (list) =>
  list.split(',').flatMap((one) => {
    const [name, other = name] = one.trim().split(' as ');
    return name === '' ? [] : [[name, other]];
  });

/** Converts the output of esbuild, in which imports and exports are statements at the beginning of a line. */
function toCommonJs(text) {
  const required = [];
  const body = text
    // Another file is started, which loads this one.
    .replace(/^#!.*/, '')
    .replaceAll(/^import \{([^}]*)\} from ("[^"]+");$/gm, (_, names, from) => {
      const bound = namesIn(names).map(([name, local]) => `${name}: ${local}`);
      required.push(`const { ${bound.join(', ')} } = require(${from});`);
      return '';
    })
    .replaceAll(/^import ("[^"]+");$/gm, (_, from) => {
      required.push(`require(${from});`);
      return '';
    })
    .replace(/^export \{([^}]*)\};$/m, (_, names) => {
      const bound = namesIn(names).map(([local, name]) => `${name}: ${local}`);
      return `module.exports = { ${bound.join(', ')} };`;
    });
  const left = /^(?:import|export)\b.*/m.exec(body);
  if (left) throw new Error(`on-demand: cannot convert ${left[0]}`);
  return `"use strict";\n${required.join('\n')}\n${body}`;
}

/**
 * Writes three bundles of one entry point: `outfile`, which is started, and next to it `*.shared.js` and `*.later.js`.
 * @param modules that are called on demand.
 * @returns esbuild's description of all of them.
 */
export async function bundleInParts({ outfile, entryPoints, minify, ...options }, modules) {
  const { dir, name } = path.parse(outfile);
  const base = name.replace(/\.main$/, '');
  const later = `${base}.later`;
  const plugins = [onDemand(options.absWorkingDir, `${later}.js`, modules), ...options.plugins];
  const { outputFiles, metafile } = await esbuild.build({
    ...options,
    plugins,
    entryPoints: { [name]: entryPoints[0], [later]: entry },
    outdir: dir,
    chunkNames: `${base}.shared`,
    format: 'esm',
    splitting: true,
    write: false,
  });
  const { target, platform, legalComments } = options;
  mkdirSync(dir, { recursive: true });
  for (const { path: file, text } of outputFiles) {
    const common = { target, platform, legalComments, minify, format: 'cjs' };
    const { code } = await esbuild.transform(toCommonJs(text), common);
    writeFileSync(file, code);
    const written = path.relative(options.absWorkingDir, file).replaceAll('\\', '/');
    metafile.outputs[written].bytes = code.length;
  }
  return { metafile };
}
