// The message that `dossier check` prints if it finds no agent files. Agents may be stored in a catalog or in a plugin
// folder, which no host reads.

import { outlineOfFile } from '../../agent/outline';
import { isOfAnotherProgram } from '../../hosts/catalog/guess-place';
import { formatCount } from '../../text/message';
import { checkFile, type FileOptions } from '../check/check-file';
import type { World } from '../io';
import { filesOf, type Picked, slashed } from '../paths';
import { printable } from './cells';
import { plural } from './report-human';

interface LookAlikesInput {
  readonly paths: readonly string[];
  readonly world: World;
  readonly picked: Picked;
  readonly optionsOf: (file: string) => FileOptions;
}

/** The maximum number of paths that the message lists. */
const most = 3;

/**
 * Counts the files that look like agents, with their likely host and the findings that `--loose` would report for them.
 */
export function lookAlikes({ paths, world, picked, optionsOf }: LookAlikesInput): string {
  const files: string[] = [];
  const byHost = new Map<string, number>();
  let others = 0;
  let errors = 0;
  let warnings = 0;
  for (const { path: file, isAgent } of filesOf(paths, true, world, picked, () => undefined)) {
    if (!isAgent) continue;
    const text = world.read(file);
    if (typeof text !== 'string') continue;
    const { findings, hosts } = checkFile(file, text, { ...optionsOf(file), fix: 'no' }, world);
    files.push(file);
    if (
      hosts.length === 0 &&
      isOfAnotherProgram(world.catalog, outlineOfFile(file, text), slashed(file))
    )
      others++;
    for (const host of hosts) byHost.set(host, (byHost.get(host) ?? 0) + 1);
    for (const { severity } of findings) {
      if (severity === 'error') errors++;
      if (severity === 'warning') warnings++;
    }
  }
  const where = 'Run `dossier programs` to list the folders that programs read.';
  if (files.length === 0)
    return `dossier: no agent files found, and no file looks like one. ${where}\n`;
  const hosts = [
    ...[...byHost]
      .sort((a, b) => b[1] - a[1])
      .map(([host, count]) => `${formatCount(count)} as ${host}`),
    ...(others > 0 ? [`${formatCount(others)} for other programs, not checked`] : []),
  ].join(', ');
  const named = files.slice(0, most).map(printable).join(', ');
  const more = files.length > most ? ', ...' : '';
  const isOne = files.length === 1;
  return `dossier: no agent files found. ${where}
  ${plural(files.length, 'file looks', 'files look')} like ${isOne ? 'an agent' : 'agents'} (${hosts}): ${named}${more}
  --loose checks ${isOne ? 'it' : 'them'}: ${plural(errors, 'error', 'errors')}, ${plural(warnings, 'warning', 'warnings')}\n`;
}
