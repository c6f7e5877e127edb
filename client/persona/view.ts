// What the preview can show.
import type { PersonaCard } from '../../server/protocol';

export type View =
  | { readonly kind: 'card'; readonly card: PersonaCard; readonly host: string | undefined }
  /** No host reads the file as an agent. */
  | { readonly kind: 'no-agent'; readonly file: string }
  | { readonly kind: 'starting' }
  /** Nothing to show yet: no agent file has been in front. */
  | { readonly kind: 'no-file' }
  | { readonly kind: 'failed'; readonly message: string };

/** The host that is shown: the chosen one while the file has it, else the first owner. */
export function shownHost(
  view: Extract<View, { kind: 'card' }>,
): PersonaCard['hosts'][number] | undefined {
  const { hosts } = view.card;
  return hosts.find(({ host }) => host === view.host) ?? hosts[0];
}
