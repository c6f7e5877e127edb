// Where skills and commands are named: in the fields of agents, and after a slash in the text of a skill or command.
import { slashNamesIn } from '../../hosts/judge/mentions/skill-calls';
import type { Reference } from '../../hosts/model/companion';
import type { Host } from '../../hosts/model/host';
import type { Span } from '../../text/span';
import type { WorkspaceIndex } from '../../workspace/index';
import type { View } from '../view/view';
import { bodiesOf } from './bodies';

export interface SkillUse {
  readonly host: Host;
  readonly reference: Pick<Reference, 'kind' | 'name' | 'span'>;
}

/** The names after a slash in the text of a skill or command, of those that a host has. */
export function skillCallsIn(view: View): readonly SkillUse[] {
  const { text, body } = view.outline;
  const bodies = bodiesOf(view);
  if (bodies.length === 0) return [];
  return slashNamesIn(text, body).flatMap((call) =>
    bodies.flatMap(({ verdict: { place } }): SkillUse[] => {
      const isDefined =
        view.workspace.companions(place.host, 'skill', 'defines', call.name).length > 0;
      return isDefined ? [{ host: place.host, reference: { kind: 'skill', ...call } }] : [];
    }),
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

/** Where one of these skills is named: in fields of agents, in settings, and after a slash in other skills and commands. */
export const skillReferences = (
  index: WorkspaceIndex,
  names: readonly { readonly host: Host; readonly name: string }[],
): readonly { readonly path: string; readonly span: Span }[] => [
  ...names.flatMap(({ host, name }) =>
    (['names', 'mentions'] as const).flatMap((does) =>
      index
        .companions(host, 'skill', does, name)
        .filter(({ span }) => span.end - span.start === name.length)
        .map(({ path, span }) => ({ path, span })),
    ),
  ),
  ...index
    .all()
    .flatMap(({ path, place, references }) =>
      references.flatMap(({ kind, name, span, isPattern }) =>
        kind === 'skill' &&
        !isPattern &&
        names.some((one) => one.host === place.host && one.name === name)
          ? [{ path, span }]
          : [],
      ),
    ),
];
