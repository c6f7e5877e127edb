// Where skills and commands are defined and named: in the fields of agents, and after a slash in the text of an agent, a skill or a
// command.
import { slashNamesIn } from '../../hosts/judge/mentions/skill-calls';
import type { Reference } from '../../hosts/model/companion';
import type { Host } from '../../hosts/model/host';
import { definesSkills } from '../../hosts/model/host';
import { rootOf } from '../../hosts/model/located-file';
import { documentKindOf } from '../../hosts/model/place';
import { definedAs } from '../../rules/names/missing-references';
import { perRevision } from '../../rules/per-revision';
import type { KnownName, WorkspaceView } from '../../rules/workspace-view';
import type { Span } from '../../text/span';
import type { WorkspaceIndex } from '../../workspace/index';
import type { View } from '../view/view';

export interface SkillUse {
  readonly host: Host;
  readonly reference: Pick<Reference, 'kind' | 'name' | 'span'>;
}

/** The files that define a skill or a command that the host calls by this name. */
export function skillsNamed(
  workspace: WorkspaceView,
  host: Host,
  name: string,
): readonly KnownName[] {
  const found = definedAs(workspace, host, 'skill', name);
  return found.length > 0 ? found : (skillsByName(workspace, host).get(name) ?? []);
}

/** The names by which the host calls its skills and commands, sorted. */
export const skillNames = (workspace: WorkspaceView, host: Host): readonly string[] =>
  [
    ...new Set([...workspace.definedNames(host, 'skill'), ...skillsByName(workspace, host).keys()]),
  ].sort();

/** Those that no companion file declares: most commands. */
const skillsByName = perRevision((workspace, host): ReadonlyMap<string, readonly KnownName[]> => {
  const found = new Map<string, KnownName[]>();
  for (const { path, place, skill } of workspace.skillsOf(host)) {
    if (!skill) continue;
    const { id: name } = skill;
    const one: KnownName = {
      ...{ kind: 'skill', does: 'defines', name, span: { start: 0, end: 0 } },
      ...{ path, host, scope: place.location.scope, root: rootOf(place) },
    };
    found.set(name, [...(found.get(name) ?? []), one]);
  }
  return found;
});

/** The hosts whose users and models read a name after a slash in the text of the file as a skill or a command. */
export const callingHosts = ({ shown, outline }: View): readonly Host[] =>
  shown().flatMap(({ place, persona }) =>
    definesSkills(documentKindOf(place)) || (persona && outline.form === 'markdown')
      ? [place.host]
      : [],
  );

/** The names after a slash in the text, of those that a host has. */
export function skillCallsIn(view: View): readonly SkillUse[] {
  const { text, body } = view.outline;
  const hosts = callingHosts(view);
  if (hosts.length === 0) return [];
  return slashNamesIn(text, body).flatMap((call) =>
    hosts.flatMap((host): SkillUse[] =>
      skillsNamed(view.workspace, host, call.name).length > 0
        ? [{ host, reference: { kind: 'skill', ...call } }]
        : [],
    ),
  );
}

/** The names by which hosts know the skill or command of a file. Empty for other files. */
export function ownSkillNames(
  view: View,
): readonly { readonly host: Host; readonly name: string }[] {
  const called = view
    .shown()
    .flatMap(({ place: { host }, skill }) => (skill ? [{ host, name: skill.id }] : []));
  if (called.length === 0) return [];
  const named = (view.companionNames()?.names ?? []).flatMap(({ kind, does, host, name }) =>
    kind === 'skill' && does === 'defines' ? [{ host, name }] : [],
  );
  return [...called, ...named];
}

/**
 * Where one of these skills is named: in fields of agents, in settings, and after a slash in a body.
 * @param withRules whether in the permission rules of settings
 */
export const skillReferences = (
  index: WorkspaceIndex,
  names: readonly { readonly host: Host; readonly name: string }[],
  withRules = true,
): readonly { readonly path: string; readonly span: Span }[] => [
  ...names.flatMap(({ host, name }) =>
    (withRules ? (['names', 'mentions'] as const) : (['mentions'] as const)).flatMap((does) =>
      index
        .companions(host, 'skill', does, name)
        .filter(({ span }) => span.end - span.start === name.length)
        .map(({ path, span }) => ({ path, span })),
    ),
  ),
  ...index.all().flatMap(({ path, place, references, skillCalls }) => {
    const isNamed = (name: string): boolean =>
      names.some((one) => one.host === place.host && one.name === name);
    const inFields = references.filter(({ kind, isPattern }) => kind === 'skill' && !isPattern);
    return [...inFields, ...skillCalls].flatMap(({ name, span }) =>
      isNamed(name) ? [{ path, span }] : [],
    );
  }),
];
