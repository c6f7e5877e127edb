// `dossier new --kind plugin` and `--kind marketplace`.
import { newMarketplaceIn, newPlugin } from '../features/plugins/new-plugin';
import { listed } from '../rules/words';
import { english } from '../text/translate';
import { createAll, fileIn } from './create-files';
import { exit, type Io, UsageError, type World } from './io';
import { absolute } from './paths';
import { printable } from './report/cells';

/** @throws UsageError */
export function makePlugin(
  subject: 'plugin' | 'marketplace',
  text: (flag: string) => string | undefined,
  isPrinted: boolean,
  world: World,
  io: Io,
): number {
  const unused = [
    ...['program', 'role', 'can', 'tools', 'model', 'color', 'scope'],
    ...(subject === 'marketplace' ? ['description'] : []),
  ].find((flag) => text(flag) !== undefined);
  if (unused !== undefined)
    throw new UsageError(`--${unused} is not for a ${subject}. Remove it, or use another --kind.`);
  const name = text('name') ?? io.ask?.(`Name of the ${subject}: `)?.trim();
  if (name === undefined) throw new UsageError('new requires --name. Add it.');
  const dir = text('dir');
  const at = (path: string): string => fileIn(dir, { path }, world);
  const isTaken = (path: string): boolean => world.has(at(path)) || world.isFolder(at(path));
  const {
    error,
    files,
    hosts,
    listed: plugins,
    notes,
  } = subject === 'plugin'
    ? newPlugin(world.catalog, { name, isTaken, description: text('description') })
    : newMarketplaceIn(absolute(dir ?? '.', world), world, world.catalog, { name, isTaken });
  if (error !== null) throw new UsageError(english(error));
  const created = files.map((file) => ({ ...file, path: at(file.path) }));
  if (!isPrinted) createAll(created, dir ?? world.cwd, world);
  const programs = english(listed(hosts.map((host) => world.catalog.versionedName(host))));
  const contents = plugins.length === 0 ? '' : ` Plugins: ${printable(plugins.join(', '))}.`;
  for (const file of created)
    io.out(isPrinted ? file.text : `Created ${printable(file.path)} for ${programs}.${contents}\n`);
  for (const note of notes) io.err(`dossier: ${printable(english(note))}\n`);
  return exit.clean;
}
