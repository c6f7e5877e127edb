// Which agent of a file is meant: a configuration file can have several.
import type { View } from '../view/view';

/**
 * The agent at an offset; between two agents the one before, and before the first one that. An agent file is its own agent.
 * @param toNow maps offsets of the view to the text in which the offset is; null where its text was replaced.
 */
export function agentAt(
  view: View,
  offset: number,
  toNow: (offset: number) => number | null = (at) => at,
): View {
  const entries = view.entries();
  const startsBefore = ({ outline }: View): boolean => {
    const start = toNow((outline.opening ?? outline.head).start);
    return start !== null && start <= offset;
  };
  return entries.findLast(startsBefore) ?? entries[0] ?? view;
}

/** The same agent in another version of the file; undefined if it is not there. */
export function sameAgent(agent: View, view: View): View | undefined {
  const entry = agent.places[0]?.entry;
  if (!entry) return view;
  return view
    .entries()
    .find(
      ({ places: [place] }) => place?.entry?.key === entry.key && place.entry.name === entry.name,
    );
}
