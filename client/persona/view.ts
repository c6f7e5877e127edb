// The states of the persona preview.
import type {
  CallAnswer,
  HostCard,
  OutcomeTable,
  PersonaCard,
  ProbeAnswer,
} from '../../server/protocol/protocol';
import type { ProbeQuery } from './messages';

export interface CardView {
  readonly kind: 'card';
  readonly card: PersonaCard;
  readonly host: string | undefined;
  /** Whether the file is shown as if it were in the folder of the host. */
  readonly isAssumed: boolean;
  /** The prompt of the shown host's agent. */
  readonly prompt: string;
  readonly query: ProbeQuery | undefined;
  readonly answer: ProbeAnswer | null;
  /** The call of a skill or command that is tried, and what each program would send. */
  readonly typed: string | undefined;
  readonly calls: CallAnswer | null;
  /** The comparison of all hosts; null while it is collapsed. */
  readonly comparison: OutcomeTable | null;
  readonly isLocked: boolean;
  /** What was changed last in the page, while one step back undoes it; null otherwise. */
  readonly undoable: Undoable | null;
  /** The commands of this editor that start agents, of those that the hosts declare. */
  readonly editorCommands: readonly string[];
}

/** A change that the page made to the file. */
export interface Undoable {
  /** "Revoked "Read"" */
  readonly label: string;
  /** For a tool, the label of its group, where the undo button is shown; null for the fix of a finding. */
  readonly group: string | null;
}

export type View =
  | CardView
  /** No host reads the file as an agent. */
  | { readonly kind: 'no-agent'; readonly file: string }
  | { readonly kind: 'starting' }
  /** No agent file has been active yet. */
  | { readonly kind: 'no-file' }
  | { readonly kind: 'failed'; readonly message: string };

/** The shown host: the selected one if it reads the file, otherwise the first owner. */
export function shownHost({
  card,
  host: selected,
}: Pick<CardView, 'card' | 'host'>): HostCard | undefined {
  return card.hosts.find(({ host }) => host === selected) ?? card.hosts[0];
}
