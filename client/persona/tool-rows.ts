// The rows of the checklist of tools, and the changes that a selection asks for.
import type { ToolChange, ToolChoices } from '../../server/protocol/protocol';

export interface ToolRow {
  readonly label: string;
  readonly isHeading: boolean;
  readonly description?: string;
  readonly detail?: string;
  readonly picked?: boolean;
}

/** A heading for each group, followed by its tools. Those that the agent has are checked. */
export const toolRows = ({ groups }: ToolChoices): readonly ToolRow[] =>
  groups.flatMap(({ label, tools }): readonly ToolRow[] => [
    { label, isHeading: true },
    ...tools.map(({ tool, note, means, isGranted }) => ({
      label: tool,
      isHeading: false,
      picked: isGranted,
      ...(note !== '' && { description: note }),
      ...(means !== '' && { detail: means }),
    })),
  ]);

/** Only what the user checked or unchecked, as a name may stand for others in the list. */
export const changesBetween = (
  { groups }: ToolChoices,
  chosen: readonly string[],
): readonly ToolChange[] =>
  groups
    .flatMap(({ tools }) => tools)
    .filter(({ tool, isGranted }) => chosen.includes(tool) !== isGranted)
    .map(({ tool, isGranted }) => ({ tool, granted: !isGranted }));
