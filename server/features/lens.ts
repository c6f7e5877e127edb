// The verdict lens: above the frontmatter, one line a host, what it makes of the file.
import type { Place } from '../hosts/place';
import type { Span } from '../text/span';
import { inShort } from './fate-words';
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
  const { opening } = view.outline;
  const span = opening ?? { start: 0, end: 0 };
  return view
    .verdicts()
    .filter(({ place }) => isShown(place, view.settings) || isPresent(place))
    .map((verdict) => ({
      span,
      title: `${verdict.place.host.name}: ${inShort(verdict)}`,
      host: verdict.place.host.id,
    }));
}
