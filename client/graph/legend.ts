// The style of each line, and the entries of the legend: only for what the graph shows.
import { t } from '../l10n';
import type { VisibleLink } from './visible-graph';

export interface LegendEntry {
  /** The class of the symbol. */
  readonly kind: string;
  readonly symbol: string;
  readonly label: string;
}

/** The class of a line. */
export function lineStyleOf({ isHandoff, isMention, isStart, isApprovalRequired }: VisibleLink) {
  if (isHandoff) return 'handoff';
  if (isMention) return 'mention';
  if (isStart) return 'start';
  return isApprovalRequired ? 'asks' : 'calls';
}

/** In a fixed order; empty for a graph without links. */
export function legendOf(links: readonly VisibleLink[]): readonly LegendEntry[] {
  const styles = new Set(links.map(lineStyleOf));
  const has = (kind: 'isEscalation' | 'isCycle'): boolean => links.some((link) => link[kind]);
  return [
    { kind: 'calls', symbol: '', label: t('may call'), isShown: styles.has('calls') },
    { kind: 'asks', symbol: '', label: t('may call after approval'), isShown: styles.has('asks') },
    { kind: 'handoff', symbol: '', label: t('hands off'), isShown: styles.has('handoff') },
    {
      ...{ kind: 'mention', symbol: '', isShown: styles.has('mention') },
      label: t('mentioned in the prompt'),
    },
    {
      ...{ kind: 'start', symbol: '', isShown: styles.has('start') },
      label: t('prompt file or command runs in it'),
    },
    {
      ...{ kind: 'escalation', symbol: '!', isShown: has('isEscalation') },
      label: t('callee has more permissions'),
    },
    { kind: 'cycle', symbol: '↻', label: t('part of a cycle'), isShown: has('isCycle') },
  ].flatMap(({ isShown, ...entry }) => (isShown ? [entry] : []));
}
