// The sources of one folder as syntax trees. Only the syntax is needed, so no library is loaded.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { API } from 'typescript/unstable/sync';

/** @returns the flattened results of `look(file, tree)` for all files of a folder; `file` is relative to the root. */
export function overTrees(root, look, folder = 'client') {
  const scratch = mkdtempSync(path.join(tmpdir(), 'dossier-l10n-'));
  const config = path.join(scratch, 'tsconfig.json');
  const compilerOptions = { noLib: true, noResolve: true, types: [] };
  const include = [path.join(root, folder).replaceAll('\\', '/')];
  writeFileSync(config, JSON.stringify({ compilerOptions, include }));
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProject: config }).getProjects();
    return project.program
      .getSourceFileNames()
      .sort()
      .flatMap((name) => {
        const file = path.relative(root, name).replaceAll('\\', '/');
        return look(file, project.program.getSourceFile(name));
      });
  } finally {
    api.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** All descendants, parents first. */
export function* below(node) {
  yield node;
  const children = [];
  node.forEachChild((child) => {
    children.push(child);
  });
  for (const child of children) yield* below(child);
}

export const lineOf = (tree, node) => tree.text.slice(0, node.getStart(tree)).split('\n').length;
