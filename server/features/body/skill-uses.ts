// Where skills and commands are named: in the fields of agents, and after a slash in the text of a skill or command.
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

const slashName = /(?<![^\s`("'])\/([A-Za-z0-9][\w.:-]*[\w]|[A-Za-z0-9])(?![\w/])/g;

/** The names after a slash in the text of a skill or command, of those that a host has. */
export function skillCallsIn(view: View): readonly SkillUse[] {
  const { text, body } = view.outline;
  const bodies = bodiesOf(view);
  if (bodies.length === 0 || !text.includes('/', body.start)) return [];
  const found: SkillUse[] = [];
  for (const { index, 1: name = '' } of text.slice(body.start, body.end).matchAll(slashName)) {
    const start = body.start + index + 1;
    const span: Span = { start, end: start + name.length };
    for (const { verdict } of bodies) {
      const { host } = verdict.place;
      if (view.workspace.companions(host, 'skill', 'defines', name).length === 0) continue;
      found.push({ host, reference: { kind: 'skill', name, span } });
    }
  }
  return found;
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

/** The fields of agents that name one of these skills. */
export const skillReferences = (
  index: WorkspaceIndex,
  names: readonly { readonly host: Host; readonly name: string }[],
): readonly { readonly path: string; readonly span: Span }[] =>
  index
    .all()
    .flatMap(({ path, place, references }) =>
      references.flatMap(({ kind, name, span, isPattern }) =>
        kind === 'skill' &&
        !isPattern &&
        names.some((one) => one.host === place.host && one.name === name)
          ? [{ path, span }]
          : [],
      ),
    );
