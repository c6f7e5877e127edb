import { foldersOf } from '../../hosts/glob';
import type { Host, Location } from '../../hosts/host';
import { mainHosts, placeIn } from '../../hosts/places';
import { example } from '../example';
import type { FileInput, Found, Rule } from '../rule';

export const rule: Rule = {
  name: 'unread-place',
  what: "A file in a host's own folder that the host does not look at.",
  why: 'One host looks into sub-folders, another only into the folder itself; an ending in capitals is another ending. The file lies where agents lie, and is none.',
  kind: 'advice',
  failing: [
    example('.github/agents/team/reviewer.agent.md', 'description: Reviews changes.'),
    example('.github/agents/a/b/reviewer.md', 'description: Reviews changes.'),
  ],
  passing: [
    example('.github/agents/reviewer.agent.md', 'description: Reviews changes.'),
    example('.claude/agents/team/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example('.opencode/agent/team/reviewer.md', 'description: Reviews changes.'),
  ],
  advise: ({ verdicts }: FileInput): Found[] => {
    const path = verdicts()[0]?.place.path.replaceAll('\\', '/');
    if (path === undefined) return [];
    return mainHosts.flatMap((host): Found[] => {
      if (placeIn(host, path)) return [];
      const why = host.locations.map((location) => trap(location, path)).find(Boolean);
      if (why === undefined) return [];
      return [{ span: null, severity: 'warning', message: told(host, why) }];
    });
  },
};

const told = ({ name }: Host, why: string): string => `${name} does not read this file: ${why}.`;

/** Why a file in the folder of an own location is passed over; undefined where it is elsewhere, or meant to be. */
function trap({ glob, role, scope, except }: Location, path: string): string | undefined {
  if (role !== 'owner' || scope !== 'project') return undefined;
  const folder = foldersOf(glob).find((one) => `/${path}`.includes(`/${one}/`));
  if (folder === undefined) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (except?.includes(name)) return undefined;
  const ending = glob.slice(glob.lastIndexOf('*') + 1);
  if (!name.endsWith(ending))
    return name.toLowerCase().endsWith(ending)
      ? `its name must end in "${ending}", in small letters`
      : undefined;
  return `it looks into ${folder} itself and not into the folders below. Move the file up`;
}
