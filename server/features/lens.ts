// What stands above the frontmatter: for each host what it makes of the file, and how often others name the agent.
import type { Place } from '../hosts/place';
import type { Span } from '../text/span';
import type { WorkspaceIndex } from '../workspace/index';
import { inShort } from './fate-words';
import { references } from './navigation';
import { isShown, type View } from './view';

export interface Lens {
  readonly span: Span;
  /** `Claude Code: loads as reviewer · 5 of 8 tools` */
  readonly title: string;
  readonly host: string;
}

/**
 * Owners and the guests that were asked for; other guests where `isPresent` says that the workspace keeps agents for
 * them too. None for a file that no host reads.
 */
export function lenses(view: View, isPresent: (place: Place) => boolean): readonly Lens[] {
  const span = top(view);
  return view
    .verdicts()
    .filter(({ place }) => isShown(place, view.settings) || isPresent(place))
    .map((verdict) => ({
      span,
      title: verdict.place.isGuess
        ? 'No program reads agents from this folder'
        : `${verdict.place.host.name}: ${inShort(verdict)}`,
      host: verdict.place.host.id,
    }));
}

/** `3 references`; null where there is none to go to. A person or a model may call an agent all the same: 0 says nothing. */
export function referencesLens(
  view: View,
  index: WorkspaceIndex,
): Pick<Lens, 'span' | 'title'> | null {
  if (!view.settings.referencesLens || view.places.length === 0) return null;
  const span = top(view);
  const count = references(view, span.start, index, { withDeclaration: false }).length;
  return count === 0
    ? null
    : { span, title: `${count} ${count === 1 ? 'reference' : 'references'}` };
}

const top = ({ outline }: View): Span => outline.opening ?? { start: 0, end: 0 };
