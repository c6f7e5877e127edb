// The programs that an author seems to use, by what they leave behind in the editor, the project and the home folder. Nothing
// is run.
import type { Host } from '../model/host';
import type { HostCatalog } from './host-catalog';

export interface Traces {
  /** The id of the host that is the running editor; null where no host is. */
  readonly editor: string | null;
  /** The ids of the installed extensions, at least of those in `recognizedExtensions`. */
  readonly extensions: readonly string[];
  readonly home: string | undefined;
  /** The workspace folders. */
  readonly roots: readonly string[];
  /** Whether a file or folder exists. */
  readonly has: (path: string) => boolean;
}

/** The ids of all extensions by which a program is recognized. */
export const recognizedExtensions = ({ mainHosts }: HostCatalog): readonly string[] =>
  mainHosts.flatMap(({ recognizedBy }) => recognizedBy?.extensions ?? []);

/** The detected programs, the one with the most reliable traces first. */
export const detectPrograms = ({ mainHosts }: HostCatalog, traces: Traces): readonly Host[] =>
  mainHosts
    .map((host) => ({ host, weight: weightOf(host, traces) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ host }) => host);

/** The configuration of a project counts more than an installed extension; a folder at home may be left over. */
const weights = { project: 4, installed: 2, home: 1 } as const;

function weightOf({ id, recognizedBy }: Host, traces: Traces): number {
  if (!recognizedBy) return 0;
  const { extensions = [], home = [], project = [], isEditor } = recognizedBy;
  const isInstalled =
    (isEditor === true && traces.editor === id) ||
    extensions.some((one) => traces.extensions.includes(one));
  const isInProject = traces.roots.some((root) =>
    project.some((name) => traces.has(`${root}/${name}`)),
  );
  const isAtHome =
    traces.home !== undefined && home.some((name) => traces.has(`${traces.home}/${name}`));
  return (
    (isInProject ? weights.project : 0) +
    (isInstalled ? weights.installed : 0) +
    (isAtHome ? weights.home : 0)
  );
}
