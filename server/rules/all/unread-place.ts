import { astray } from '../../hosts/astray';
import type { Host } from '../../hosts/host';
import { type Place, readersAmong } from '../../hosts/place';
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
    const places = verdicts().map(({ place }) => place);
    const path = places[0]?.path;
    if (path === undefined) return [];
    const found = astray(path, readersAmong(places));
    if (found.length === 0) return inNoFolder(places);
    return found.map(({ host, why, belongs }) => {
      const to = belongs(path);
      return {
        span: null,
        severity: 'warning',
        message: `${host.name} does not read this file: ${why}.`,
        ...(to !== undefined && { moveTo: to }),
      };
    });
  },
};

/** A file with the ending of some host's agents, in a folder that none of the hosts reads. */
function inNoFolder(places: readonly Place[]): Found[] {
  const [place] = places;
  if (!place?.isGuess) return [];
  const { host, path } = place;
  const ending = endingOf(host);
  if (ending === '.md' || !path.endsWith(ending)) return [];
  const setting = host.folderSettings ? `, or add its folder to "${host.folderSettings.key}"` : '';
  return [
    {
      span: null,
      severity: 'information',
      message: `No program reads agents from this folder. Move the file to ${folderOf(host)}${setting}.`,
    },
  ];
}

/** `.agent.md` for `.github/agents/{name}.agent.md`. */
const endingOf = ({ ownFile }: Host): string => ownFile.slice(ownFile.indexOf('}') + 1);

const folderOf = ({ ownFile }: Host): string => ownFile.slice(0, ownFile.lastIndexOf('/'));
