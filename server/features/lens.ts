// The lenses above the frontmatter: what each host does with the file, and how many references to the agent there are.

import { type Place, subjectAt } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import type { HostCard } from '../protocol/protocol';
import { composed, type Message, t } from '../text/message';
import type { Span } from '../text/span';
import type { WorkspaceIndex } from '../workspace/index';
import { references } from './navigation';
import {
  fileSummaryOf,
  headlineOf,
  isNotBegun,
  namedVerdictLabel,
  toneOf,
  unwrittenLabel,
  verdictLabel,
} from './verdict-labels';
import type { View } from './view/view';
import { isShown } from './view/viewed-file';

export interface Lens {
  readonly span: Span;
  /** `Claude Code: 5 of 8 tools` */
  readonly title: Message;
  /** A sentence, and what the title has no room for. */
  readonly tooltip: Message;
  readonly tone: HostCard['tone'];
  readonly host: string;
}

/**
 * A lens for each owner, for the editor and for each guest that the user chose; for other guests where `isPresent` is true, as
 * the workspace has agents for them too. The user's programs come first. None for a file that no host reads. In a configuration file
 * each agent has its lenses.
 */
export const lenses = (view: View, isPresent: (place: Place) => boolean): readonly Lens[] =>
  [view, ...view.entries()].flatMap((agent) => lensesOf(agent, isPresent));

function lensesOf(view: View, isPresent: (place: Place) => boolean): readonly Lens[] {
  const span = top(view);
  const { editor } = view.programs;
  return view
    .ranked()
    .filter(
      ({ place }) => isShown(place, view.settings) || place.host.id === editor || isPresent(place),
    )
    .map((verdict) => ({ span, ...textsOf(view, verdict), host: verdict.place.host.id }));
}

function textsOf(view: View, verdict: Verdict): Pick<Lens, 'title' | 'tooltip' | 'tone'> {
  const host = verdict.place.host.name;
  if (verdict.place.isGuess)
    return {
      title:
        subjectAt(verdict.place) === 'agent'
          ? t('No program reads agents from this folder')
          : t('No program reads this file here'),
      tooltip: t('In its own folder, {host} would treat it as: {outcome}', {
        ...{ host, outcome: verdictLabel(verdict) },
      }),
      tone: 'unknown',
    };
  const summary = fileSummaryOf(verdict, view.findings());
  if (isNotBegun(view.outline.text, summary))
    return { title: unwrittenLabel(host), tooltip: headlineOf(summary), tone: 'unknown' };
  return {
    title: namedVerdictLabel(verdict),
    tooltip: composed`${headlineOf(summary)} ${t('{host}: {outcome}', { host, outcome: verdictLabel(verdict) })}`,
    tone: toneOf(summary),
  };
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
