// The verdicts of the hosts that read a file, in the orders in which features list them.
import type { Verdict } from '../../hosts/model/verdict';
import { lazily } from '../../text/lazily';
import { type Lane, laneOf } from '../agents/lanes';
import { inProgramOrder, isPersonal } from './program-order';
import { isShown, type ViewedFile } from './viewed-file';

export interface Verdicts {
  /** A lane for every place, reported on or not. */
  readonly allLanes: readonly Lane[];
  /** Owners, and the guests that the user chose. */
  readonly lanes: readonly Lane[];
  /** The verdicts of every place. */
  readonly verdicts: () => readonly Verdict[];
  /** The verdicts of every place, the user's programs first. */
  readonly ranked: () => readonly Verdict[];
  /** The program that faded text, inlay hints and colors refer to; undefined where no program is reported on. */
  readonly first: () => Verdict | undefined;
  /** The verdicts of the lanes. */
  readonly shown: () => readonly Verdict[];
}

export function verdictsOf(file: ViewedFile): Verdicts {
  const { places, outline, settings, only, programs } = file;
  const allLanes = places.map((place) => laneOf(place, outline, file));
  const lanes = allLanes.filter(({ place }) =>
    only ? only.includes(place.host) : isShown(place, settings),
  );
  const lanesInOrder = (): readonly Lane[] =>
    inProgramOrder(allLanes, ({ place }) => place, programs);
  return {
    allLanes,
    lanes,
    verdicts: () => allLanes.map((lane) => lane.verdict()),
    ranked: () => lanesInOrder().map((lane) => lane.verdict()),
    first() {
      const [lane] = !isPersonal(programs) || allLanes[0]?.place.isGuess ? lanes : lanesInOrder();
      return lane?.verdict();
    },
    shown: lazily(() => lanes.map((lane) => lane.verdict())),
  };
}

/** The verdict of a host, by its id; undefined where it does not read the file. */
export const verdictIn = (
  { allLanes }: Pick<Verdicts, 'allLanes'>,
  host: string,
): Verdict | undefined => allLanes.find(({ place }) => place.host.id === host)?.verdict();
