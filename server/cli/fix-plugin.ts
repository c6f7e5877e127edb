// `dossier explain FOLDER --fix`: changes the files of a plugin so that more programs load more of it.
import type { ExplainedPlugin, PluginFix } from '../contract/library';
import { type NamedFolder, pluginFix } from '../features/plugins/explained-plugin';
import { headOf, type NameOfHost, rowsOf } from '../features/plugins/plugin-report';
import type { Host } from '../hosts/model/host';
import { english } from '../text/translate';
import { translated } from '../text/translated';
import { withoutSlashes } from './explain-plugin';
import { type Io, UsageError, type World } from './io';
import { absolute } from './paths';
import { printable } from './report/cells';
import { inertLines } from './report/inert-lines';
import { table } from './report/table';

/** The plugin with the change, which is not made yet. @param shown the programs in the tables */
export function withFix(
  plugin: ExplainedPlugin,
  named: NamedFolder,
  shown: readonly Host[],
  { catalog }: World,
): ExplainedPlugin {
  const fix = pluginFix(named, catalog.mainHosts, shown);
  return { ...plugin, fix: translated(fix, english) };
}

/** Makes the change. @throws UsageError where a file cannot be written */
export function writeFix(written: string, { moves, files }: PluginFix, world: World): void {
  const root = withoutSlashes(absolute(written, world));
  const at = (file: string): string => `${root === '/' ? '' : root}/${file}`;
  let now = '';
  try {
    for (const { from, to } of moves) {
      now = from;
      world.move(at(from), at(to), root);
    }
    for (const { file, isNew, text } of files) {
      now = file;
      if (isNew) world.create(at(file), text, root);
      else world.write(at(file), text, root);
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${printable(now)} could not be changed: ${message}`);
  }
}

/** What is changed, and the table after it. @param isWritten whether the change was made */
export function humanFix(
  { fix }: ExplainedPlugin,
  isWritten: boolean,
  nameOf: NameOfHost,
  out: Io['out'],
): void {
  if (!fix) {
    out('No change was found after which a program loads more and none loads less.\n\n');
    return;
  }
  const { moves, files, after } = fix;
  const [moved, created, changed] = isWritten
    ? ['Moved', 'Created', 'Changed']
    : ['Would move', 'Would create', 'Would change'];
  const lines = [
    ...moves.map(({ from, to }) => `${moved} ${from} to ${to}`),
    ...files.flatMap(({ file, isNew, text }) => [
      `${isNew ? created : changed} ${file}`,
      ...(isWritten
        ? []
        : text
            .trimEnd()
            .split('\n')
            .map((line) => `  ${line}`)),
    ]),
  ];
  out(`${lines.map((line) => inertLines(`${printable(line)}\n`)).join('')}\n`);
  out(`${table(headOf(after, nameOf), rowsOf(after))}\n`);
}
