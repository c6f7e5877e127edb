// What the preview can show.
import type { FateTable, HostCard, PersonaCard, ProbeAnswer } from '../../server/protocol';
import type { Asked } from './messages';

export interface CardView {
  readonly kind: 'card';
  readonly card: PersonaCard;
  readonly host: string | undefined;
  /** The prompt of the shown host's agent. */
  readonly prompt: string;
  readonly asked: Asked | undefined;
  readonly answer: ProbeAnswer | null;
  /** Null while it is not asked for. */
  readonly fates: FateTable | null;
}

export type View =
  | CardView
  /** No host reads the file as an agent. */
  | { readonly kind: 'no-agent'; readonly file: string }
  | { readonly kind: 'starting' }
  /** Nothing to show yet: no agent file has been in front. */
  | { readonly kind: 'no-file' }
  | { readonly kind: 'failed'; readonly message: string };

/** The host that is shown: the chosen one while the file has it, else the first owner. */
export function shownHost({
  card,
  host: chosen,
}: Pick<CardView, 'card' | 'host'>): HostCard | undefined {
  return card.hosts.find(({ host }) => host === chosen) ?? card.hosts[0];
}
