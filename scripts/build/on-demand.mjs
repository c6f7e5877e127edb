// Divides a bundle into parts: the code that is needed every time (a start of the server and a first document; a check), the code
// that is loaded when it is first called, and what each host does, which is loaded when a file concerns the host. The engine reads
// every character of a bundle before it runs, so a start is faster by what it leaves out, and does not get slower with every host.
// What several parts need is in files of their own, so that nothing, and no state, exists twice.
//
// esbuild can divide only bundles of ES modules, which load slower than CommonJS, so its output is converted.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';

const hostFolder = new URL('../../server/hosts/', import.meta.url);

/** The hosts that have such a module in their folder. */
const hostsWith = (name) =>
  readdirSync(hostFolder).filter(
    (host) => host !== 'model' && existsSync(new URL(`${host}/${name}.ts`, hostFolder)),
  );

const conversions = hostsWith('conversion').map((host) => `hosts/${host}/conversion`);

/**
 * The modules in `server/` that the language server calls on demand. They may export nothing but functions. What only they need is
 * loaded with them.
 */
const calledByServer = [
  'agent/caret-head',
  ...conversions,
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
const calledByCommands = [
  ...conversions,
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

/** What both need only for some files. */
const parts = {
  /** Files with a finding. */
  write: ['json', 'lines', 'lists', 'values', 'fields'].map((name) => `agent/write-${name}`),
  toml: ['agent/toml-outline', 'agent/write-toml'],
  jsonc: ['text/jsonc'],
  // What each host does, in a part named after the host.
  ...Object.fromEntries(hostsWith('behavior').map((host) => [host, [`hosts/${host}/behavior`]])),
};

/** The parts of the language server that are loaded on demand, by name: the modules that are called. */
export const partsOfServer = { later: calledByServer, ...parts };

/** The same for the command line. */
export const partsOfCommands = {
  later: calledByCommands,
  /** Files that are in no folder of a host. */
  outside: ['hosts/catalog/guess-place'],
  /** What is written: fixes. */
  replace: ['world/replace'],
  editor: ['hosts/vscode/editor-support'],
  ...parts,
};

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

const namespace = 'part';

/**
 * Makes each part an entry point and replaces its modules elsewhere by functions that load it.
 * @param shared by part, the files that it imports first, so that they are in the part that all others need.
 */
function onDemand(root, main, base, parts, shared) {
  const partOf = new Map(
    Object.entries(parts).flatMap(([part, modules]) =>
      modules.map((name) => [path.join(root, 'server', `${name}.ts`), part]),
    ),
  );
  const files = [...partOf.keys()];
  const exported = (module, name) => `${name}_${files.indexOf(module)}`;
  const contentsOf = (part) =>
    part === main
      ? [`import ${JSON.stringify(main)};`]
      : files
          .filter((module) => partOf.get(module) === part)
          .flatMap((module) =>
            functionsOf(module).map(
              (name) =>
                `export { ${name} as ${exported(module, name)} } from ${JSON.stringify(module)};`,
            ),
          );
  return {
    name: 'on demand',
    setup(build) {
      build.onResolve({ filter: /^part:/ }, ({ path: asked }) => ({
        path: asked.slice('part:'.length),
        namespace,
      }));
      build.onLoad({ filter: /./, namespace }, ({ path: part }) => ({
        contents: [
          ...shared.map((file) => `import ${JSON.stringify(file)};`),
          ...contentsOf(part),
        ].join('\n'),
        resolveDir: root,
      }));
      build.onResolve({ filter: /^\./ }, ({ path: asked, importer, resolveDir, namespace }) => {
        if (namespace !== 'file') return undefined;
        const module = `${path.resolve(resolveDir, asked)}.ts`;
        const part = partOf.get(module);
        if (part === undefined || part === partOf.get(importer)) return undefined;
        return { path: module, namespace: 'on demand' };
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
              `export const ${name} = (...given) => (loaded ??= require('./${base}.${partOf.get(module)}.js')).${exported(module, name)}(...given);`,
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

const idOfHost = /(?:^|\/)server\/hosts\/([^/]+)\//;

/**
 * The modules that several parts need, but for those that belong to one host and that the main part does not need: these would
 * be loaded in vain where no file concerns the host.
 */
function sharedModules({ outputs }, mainFile, hosts) {
  const neededByMain = new Set();
  const follow = (file) => {
    if (neededByMain.has(file)) return;
    neededByMain.add(file);
    for (const { path: next, external } of outputs[file].imports) if (!external) follow(next);
  };
  follow(mainFile);
  const isOfHost = (file) => hosts.includes(idOfHost.exec(file)?.[1]);
  return Object.entries(outputs).flatMap(([output, { inputs, entryPoint }]) =>
    entryPoint === undefined
      ? Object.keys(inputs).filter((file) => neededByMain.has(output) || !isOfHost(file))
      : [],
  );
}

/**
 * Writes a bundle of one entry point in parts: `outfile`, which is started, and next to it one file for each of `parts`, one for what
 * all of them need (`*.shared.js`), and one for each set of parts that share more (`*.HASH.js`).
 * @param parts by name, the modules that are called on demand.
 * @returns esbuild's description of all of them.
 */
export async function bundleInParts({ outfile, entryPoints, minify, ...options }, parts) {
  const { dir, name } = path.parse(outfile);
  const base = name.replace(/\.main$/, '');
  const [main] = entryPoints;
  const root = options.absWorkingDir;
  const fileOf = (part) => (part === main ? name : `${base}.${part}`);
  const divided = (shared) =>
    esbuild.build({
      ...options,
      plugins: [onDemand(root, main, base, parts, shared), ...options.plugins],
      entryPoints: Object.fromEntries(
        [main, ...Object.keys(parts)].map((part) => [fileOf(part), `part:${part}`]),
      ),
      outdir: dir,
      chunkNames: `${base}.[hash]`,
      format: 'esm',
      splitting: true,
      write: false,
    });
  const { metafile: first } = await divided([]);
  const relative = (file) => path.relative(root, file).replaceAll('\\', '/');
  const modules = sharedModules(first, relative(outfile), Object.keys(parts));
  const { outputFiles, metafile } = await divided(
    modules.filter((file) => /^[^:]*\.[jt]s$/.test(file)).map((file) => path.join(root, file)),
  );
  // The largest of the files that are no entry points: with the libraries and the rules.
  const [shared] = Object.entries(metafile.outputs)
    .filter(([, { entryPoint }]) => entryPoint === undefined)
    .sort(([, a], [, b]) => b.bytes - a.bytes)
    .map(([file]) => path.basename(file));
  const renamed = (text) => text.replaceAll(shared, `${base}.shared.js`);
  const { target, platform, legalComments } = options;
  mkdirSync(dir, { recursive: true });
  for (const { path: file, text } of outputFiles) {
    const form = { target, platform, legalComments, minify, format: 'cjs' };
    const { code } = await esbuild.transform(toCommonJs(renamed(text)), form);
    writeFileSync(renamed(file), code);
    metafile.outputs[relative(file)].bytes = code.length;
  }
  return { metafile };
}
