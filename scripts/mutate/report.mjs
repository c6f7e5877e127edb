// What a person reads at the end.
import { grouped } from './grouped.mjs';
import { rooms } from './rooms.mjs';

/** A fault that no test noticed. */
export const linesOf = ({ file, line, before, after, kind, ran }) =>
  `${file}:${line} ${kind}${ran === 0 ? ' (no test reaches it)' : ''}\n  - ${before}\n  + ${after}`;

/** By room: how many of its faults were noticed. The percentage is rounded down. */
export const percentages = (results) =>
  [...grouped(results, ({ room }) => room)].map(([room, made]) => {
    const noticed = made.filter(({ isNoticed }) => isNoticed).length;
    return {
      ...{ room, noticed, made: made.length },
      percent: Math.floor((100 * noticed) / made.length),
      floor: rooms.find((other) => other.room === room)?.floor,
    };
  });

export const belowFloor = (byRoom) =>
  byRoom.filter(({ percent, floor }) => floor !== undefined && percent < floor);
