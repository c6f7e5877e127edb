// The lenses above the frontmatter: what each host does with the file, and how many references to the agent there are.

import type { Place } from '../hosts/model/place';
import { t } from '../text/l10n';
import type { Span } from '../text/span';
import type { WorkspaceIndex } from '../workspace/index';
import { references } from './navigation';
import { verdictLabel } from './verdict-labels';
import { isShown, type View } from './view';

export interface Lens {
  readonly span: Span;
  /** `Claude Code: loads as reviewer · 5 of 8 tools` */
  readonly title: string;
  readonly host: string;
}

/**
 * A lens for each owner and each guest that the user chose; for other guests where `isPresent` is true, as the workspace has
 * agents for them too. None for a file that no host reads.
 */
export function lenses(view: View, isPresent: (place: Place) => boolean): readonly Lens[] {
  const span = top(view);
  return view
    .verdicts()
    .filter(({ place }) => isShown(place, view.settings) || isPresent(place))
    .map((verdict) => ({
      span,
      title: verdict.place.isGuess
        ? t('No program reads agents from this folder')
        : t('{host}: {outcome}', { host: verdict.place.host.name, outcome: verdictLabel(verdict) }),
      host: verdict.place.host.id,
    }));
}

/** `3 references`. Null where there is none: users and models can call an agent that no file names, so 0 means nothing. */
export function referencesLens(
  view: View,
  index: WorkspaceIndex,
): Pick<Lens, 'span' | 'title'> | null {
  if (!view.settings.referencesLens || view.places.length === 0) return null;
  const span = top(view);
  const count = references(view, span.start, index, { withDeclaration: false }).length;
  if (count === 0) return null;
  return { span, title: count === 1 ? t('1 reference') : t('{count} references', { count }) };
}

const top = ({ outline }: View): Span => outline.opening ?? { start: 0, end: 0 };
