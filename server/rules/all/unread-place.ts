import type { Outline } from '../../agent/outline';
import { astray } from '../../hosts/astray';
import type { Host } from '../../hosts/host';
import { type Place, readersAmong } from '../../hosts/place';
import { mainHosts } from '../../hosts/places';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: "A file in a host's own folder that the host does not look at.",
  why: 'One host looks into sub-folders, another only into the folder itself; an ending in capitals is another ending. The file lies where agents lie, and is none.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.github/agents/team/reviewer.agent.md', 'description: Reviews changes.'),
    example('.github/agents/a/b/reviewer.md', 'description: Reviews changes.'),
  ],
  passing: [
    example('.github/agents/reviewer.agent.md', 'description: Reviews changes.'),
    example('.claude/agents/team/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example('.opencode/agent/team/reviewer.md', 'description: Reviews changes.'),
  ],
});

export const rule: Rule = {
  name: 'unread-place',
  kind: 'advice',
  advise: ({ outline, verdicts }: FileInput): Found[] => {
    const places = verdicts().map(({ place }) => place);
    const path = places[0]?.path;
    if (path === undefined || isHeadless(path, outline)) return [];
    const found = astray(path, readersAmong(places));
    if (found.length === 0) return inNoFolder(places);
    return found.map(({ host, why, belongs, builtin }) => {
      const to = belongs(path);
      return {
        span: null,
        severity: 'warning',
        message: `${host.name} does not read this file: ${why}.`,
        ...(to !== undefined && { moveTo: to }),
        ...(builtin !== undefined && { builtin }),
      };
    });
  },
};

/** A note in the folder, without a frontmatter and without the ending of an agent. */
const isHeadless = (path: string, outline: Outline): boolean =>
  outline.fields.length === 0 &&
  outline.errors.length === 0 &&
  mainHosts.every(
    ({ folderSettings }) =>
      !folderSettings?.endings.some((ending) => ending !== '.md' && path.endsWith(ending)),
  ) &&
  /\/[^/.]+\.md$/.test(path);

/** A file with the ending of some host's agents, in a folder that none of the hosts reads. */
function inNoFolder([place]: readonly Place[]): Found[] {
  if (!place?.isGuess) return [];
  const { path } = place;
  // A plugin keeps its agents in a folder of this name, and so does a collection that is installed from.
  if (/(?:^|\/)agents\/[^/]+$/.test(path)) return [];
  return mainHosts.flatMap((host): Found[] => {
    const setting = host.folderSettings;
    if (!setting?.endings.some((ending) => path.endsWith(ending))) return [];
    return [
      {
        span: null,
        severity: 'information',
        message: `No program reads agents from this folder. Move the file to ${folderOf(host)}, or add its folder to "${setting.key}" in ${host.name}.`,
      },
    ];
  });
}

const folderOf = ({ ownFile }: Host): string => ownFile.slice(0, ownFile.lastIndexOf('/'));
