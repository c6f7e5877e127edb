import { agentDialects } from '../../hosts/model/dialect';
import { type Host, isDocumentedOnly } from '../../hosts/model/host';
import { rootOf, shortPath } from '../../hosts/model/located-file';
import type { Place } from '../../hosts/model/place';
import { gainedPrivileges } from '../../hosts/model/privileges';
import { composed, type Message, t } from '../../text/message';
import { example } from '../example';
import { likeness, wordsOf } from '../names/likeness';
import type { Found, Rule, RuleDocs, RuleExamples, WorkspaceInput } from '../rule';
import { actionsOf } from '../words';
import type { KnownAgent, WorkspaceView } from '../workspace-view';

export const docs: RuleDocs = {
  what: 'Checks for copies of an agent for different programs that have diverged.',
  why: 'Copies are changed one at a time. A forgotten copy may be called for different tasks than the others, or keep permissions that the others no longer have.',
  sources: [
    {
      opinion:
        'Which differences between copies matter is our choice: descriptions and tools. No host compares files of other hosts.',
    },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security before they are merged.\ntools: Read, Grep',
      undefined,
      example(
        '.github/agents/reviewer.agent.md',
        'name: reviewer\ndescription: Reviews changes for security before they are released.\ntools: [read, search]',
      ),
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security.\ntools: Read, Grep',
      undefined,
      example('.opencode/agent/reviewer.md', 'description: Reviews changes for security.'),
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security before they are merged.\ntools: Read, Grep',
      undefined,
      example(
        '.github/agents/reviewer.agent.md',
        'name: reviewer\ndescription: Reviews changes for security before they are merged.\ntools: [read, search]',
      ),
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security.\ntools: Read, Grep',
      undefined,
      example(
        '.github/agents/reviewer.agent.md',
        'name: reviewer\ndescription: Reviews changes  for security.\ntools: [read, search]',
      ),
    ),
    // The same list, which the hosts interpret differently.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security.\ntools: Read, Bash(git diff)',
      undefined,
      example(
        '.github/agents/reviewer.agent.md',
        'name: reviewer\ndescription: Reviews changes for security.\ntools: [Read, Bash(git diff)]',
      ),
    ),
    // Only the editor runs notebooks, and background commands need the permission for commands.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security.\ntools: Read, Grep',
      undefined,
      example(
        '.kilo/agent/reviewer.md',
        'description: Reviews changes for security.\npermission:\n  edit: deny\n  bash: deny',
      ),
    ),
    // Another agent of the same name.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security.\ntools: Read, Grep',
      undefined,
      example('.opencode/agent/reviewer.md', 'description: Reads contracts with customers.'),
    ),
  ],
});

export const rule: Rule = {
  name: 'diverged-copy',
  kind: 'advice',
  across: ({ catalog, agent, workspace }: WorkspaceInput): Found[] =>
    copiesOf(catalog, agent, workspace).flatMap(({ other, like }): Found[] => {
      const difference =
        like < 1 ? descriptionDifference(agent, other) : permissionDifference(agent, other);
      if (difference === null) return [];
      return [
        {
          span: agent.nameSpan,
          severity: 'hint',
          message: composed`${difference} ${t('Align them unless this is intended.')}`,
          sharedWith: [other.path],
          related: [
            {
              path: other.path,
              span: other.nameSpan,
              message: t('The copy for {host} is here', { host: other.place.host.name }),
            },
          ],
        },
      ];
    }),
};

/** Below this likeness of their descriptions, the two may be different agents. */
const minLikeness = 0.6;

/** Agents for other hosts in the same project, with the same name and nearly the same description. */
function copiesOf(
  { mainHosts }: WorkspaceInput['catalog'],
  { place, path, id, description, isConfigured }: KnownAgent,
  workspace: WorkspaceView,
): readonly { readonly other: KnownAgent; readonly like: number }[] {
  if (place.isGuess) return none;
  if (id === null || place.role === 'guest' || description === null || isConfigured) return none;
  if (!canHaveCopies(path, place, workspace.inAnyHost(id))) return none;
  const owns = (host: Host): boolean =>
    workspace.called(host, id).some((one) => one.path === path && one.place.role === 'owner');
  // If several hosts own this folder, only the first of them reports.
  if (mainHosts.find(owns) !== place.host) return [];
  const root = rootOf(place);
  const seen = new Set([path]);
  return mainHosts.flatMap((host) => {
    if (host === place.host) return [];
    return workspace.called(host, id).flatMap((other) => {
      // An agent in a configuration is not evaluated, so its permissions are not known.
      if (other.place.isGuess) return [];
      if (other.place.role === 'guest' || other.isConfigured || seen.has(other.path)) return [];
      seen.add(other.path);
      if (rootOf(other.place) !== root || other.description === null) return [];
      const like = likeness(wordsOf(description), wordsOf(other.description));
      return like >= minLikeness ? [{ other, like }] : [];
    });
  });
}

const none: readonly never[] = [];

/** A fast check for every agent: nearly all have a name of their own, or share it only with agents of other projects. */
function canHaveCopies(path: string, place: Place, namesakes: readonly KnownAgent[]): boolean {
  let root: string | undefined;
  for (const { path: other, place: otherPlace } of namesakes) {
    if (other === path || otherPlace.host === place.host) continue;
    root ??= rootOf(place);
    if (other.startsWith(root)) return true;
  }
  return false;
}

const descriptionDifference = (agent: KnownAgent, other: KnownAgent): Message =>
  t(
    'The copy of this agent in {file} has a different description, so {otherHost} may call it for different tasks than {host}.',
    argsOf(agent, other),
  );

function permissionDifference(agent: KnownAgent, other: KnownAgent): Message | null {
  // With equal lists only the hosts differ, which the rules on tools report.
  if (agent.writtenTools !== null && agent.writtenTools === other.writtenTools) return null;
  if (!hasKnownTools(agent) || !hasKnownTools(other)) return null;
  const args = argsOf(agent, other);
  const more = gainedPrivileges(agent.privileges, other.privileges);
  if (more.length > 0)
    return t('The copy in {file} can {actions} in {otherHost}; this agent cannot in {host}.', {
      ...args,
      actions: actionsOf(more),
    });
  const less = gainedPrivileges(other.privileges, agent.privileges);
  if (less.length === 0) return null;
  return t(
    'The copy of this agent in {file} cannot {actions} in {otherHost}, but this one can in {host}.',
    { ...args, actions: actionsOf(less, 'or') },
  );
}

/** Whether it is known what the tools of the host do, and what an agent without a list of them may do. */
const hasKnownTools = ({ place }: KnownAgent): boolean =>
  !isDocumentedOnly(place.host) &&
  agentDialects(place.host.dialects).some(({ tools }) => tools.tools.length > 0);

const argsOf = ({ place }: KnownAgent, other: KnownAgent) => ({
  file: shortPath(other.place),
  host: place.host.name,
  otherHost: other.place.host.name,
});
