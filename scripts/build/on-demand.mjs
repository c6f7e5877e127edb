// Divides the bundles for Node, the language server and the command line, into parts: the code that each needs every time (a start
// and a first document; a check), and the code that is loaded when it is first called. The engine reads every character of a bundle
// before it runs, so a start is faster by what it leaves out. What several parts need is in files of their own, so that nothing, and
// no state, exists twice, and the package has it once.
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

const inFolder = (folder, ...names) => names.map((name) => `${folder}/${name}`);

/**
 * The parts that are loaded on demand, by name: the modules in `server/` that are called. They may export nothing but functions. What
 * only they need is loaded with them.
 */
const onDemandParts = {
  /** What people ask for in an editor. */
  later: [
    'agent/caret-head',
    ...inFolder(
      'features',
      ...['agents/agent-list', 'colors', 'completion/complete', 'hover/explain-all', 'folding'],
      ...['formatting/formatting', 'agents/graph', 'hover/hover', 'inlay-hints', 'lens'],
      ...[
        'navigation',
        'hover/outcome-table',
        'persona/persona-card',
        'persona/probe',
        'renaming/rename',
        'report-case',
      ],
      ...['semantic-tokens', 'symbols', 'verdict-labels', 'why/why', 'write-once/make-valid'],
    ),
    ...inFolder(
      'lsp',
      ...[
        'actions/actions',
        'answers/color',
        'answers/convert',
        'actions/kind-actions',
        'answers/new-agent',
        'answers/own',
        'actions/renaming',
        'answers/tokens',
      ],
      'answers/tool-requests',
    ),
  ],
  /** All commands but `check`. A check loads none of them, whatever it finds. */
  commands: inFolder(
    'cli',
    ...[
      'about',
      'convert',
      'explain',
      'graph',
      'list',
      'new',
      'report/report-sarif',
      'schema',
      'upgrade',
    ],
  ),
  /** The other agents of the project. */
  workspace: [
    'rules/names/missing-references',
    'workspace/companions/read',
    'workspace/known-agents',
  ],
  fixes: ['features/fixes/fixes'],
  write: inFolder(
    'agent',
    'write-json',
    'write-lines',
    'write-lists',
    'write-values',
    'write-fields',
  ),
  replace: ['world/replace'],
  toml: ['agent/toml-outline', 'agent/write-toml'],
  jsonc: ['text/jsonc'],
  /** Files that are in no folder of a host. */
  outside: ['hosts/catalog/guess-place', 'hosts/catalog/unread-reason'],
  'gray-matter': ['hosts/judge/reading/gray-matter'],
  versions: ['hosts/judge/host-at-version'],
  editor: ['hosts/vscode/editor-support'],
  convert: hostsWith('conversion').map((host) => `hosts/${host}/conversion`),
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

/** The parts that are loaded on demand, by the path of each of their modules. */
const partsByModule = (root) =>
  new Map(
    Object.entries(onDemandParts).flatMap(([part, modules]) =>
      modules.map((name) => [path.join(root, 'server', `${name}.ts`), part]),
    ),
  );

/**
 * Makes each part an entry point, and replaces its modules elsewhere by functions that load it.
 * @param mains the files with which a bundle begins, by part.
 * @param shared files that every part imports first, so that they are in the file that all need.
 */
function onDemand(root, mains, shared) {
  const partOf = partsByModule(root);
  const files = [...partOf.keys()];
  const exported = (module, name) => `${name}_${files.indexOf(module)}`;
  const contentsOf = (part) =>
    mains[part]
      ? [`import ${JSON.stringify(mains[part])};`]
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
              `export const ${name} = (...given) => (loaded ??= require('./${fileOf(partOf.get(module))}.js')).${exported(module, name)}(...given);`,
          ),
        ].join('\n'),
      }));
    },
  };
}

const fileOf = (part) => `part.${part}`;

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

/** The folders of which any part may need modules. */
const common = /^server\/(?:text|yaml|toml|agent|settings|hosts\/(?:model|judge|catalog))\//;

/**
 * The modules for the file that every part loads: those that all mains need, and those of the common folders that several parts
 * need. What only some parts need of one host or of the server stays out of it.
 */
function sharedModules({ outputs }, mainFiles) {
  const neededBy = (main) => {
    const needed = new Set();
    const follow = (file) => {
      if (needed.has(file)) return;
      needed.add(file);
      for (const { path: next, external } of outputs[file].imports) if (!external) follow(next);
    };
    follow(main);
    return needed;
  };
  const needed = mainFiles.map(neededBy);
  return Object.entries(outputs).flatMap(([output, { inputs, entryPoint }]) =>
    entryPoint === undefined
      ? Object.keys(inputs).filter(
          (file) =>
            /^[^:]*\.[jt]s$/.test(file) &&
            (needed.every((files) => files.has(output)) || common.test(file)),
        )
      : [],
  );
}

/**
 * Writes bundles for Node in parts: for each main its `outfile`, which is started, and next to them one file for each part that is
 * loaded on demand, one for what all of them need (`part.shared.js`), and one for each set of parts that share more (`part.HASH.js`).
 * @param mains the options of the bundles, which differ only in `entryPoints` and `outfile`.
 * @returns esbuild's description of all of them.
 */
export async function bundleInParts(mains) {
  const [{ entryPoints: _, outfile, minify, ...options }] = mains;
  const dir = path.dirname(outfile);
  const root = options.absWorkingDir;
  const files = Object.fromEntries(
    mains.map((main) => [path.parse(main.outfile).name, main.entryPoints[0]]),
  );
  const divided = (shared) =>
    esbuild.build({
      ...options,
      plugins: [onDemand(root, files, shared), ...options.plugins],
      entryPoints: Object.fromEntries([
        ...Object.keys(files).map((name) => [name, `part:${name}`]),
        ...Object.keys(onDemandParts).map((part) => [fileOf(part), `part:${part}`]),
      ]),
      outdir: dir,
      chunkNames: fileOf('[hash]'),
      format: 'esm',
      splitting: true,
      write: false,
    });
  const relative = (file) => path.relative(root, file).replaceAll('\\', '/');
  const { metafile: first } = await divided([]);
  const shared = sharedModules(
    first,
    mains.map((main) => relative(main.outfile)),
  ).map((file) => path.join(root, file));
  const { outputFiles, metafile } = await divided(shared);
  // The file that every part imports has a name of its own.
  const [hashed] = Object.entries(metafile.outputs)
    .filter(([, { inputs }]) => shared.some((file) => inputs[relative(file)]?.bytesInOutput > 0))
    .sort(([, a], [, b]) => b.bytes - a.bytes)
    .map(([file]) => path.basename(file));
  const renamed = (text) => text.replaceAll(hashed, `${fileOf('shared')}.js`);
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
