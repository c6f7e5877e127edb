// The commands of which other threads can take parts.
import type { World } from '../world/world';
import { explainer } from './explain';
import type { Io, Job } from './io';

/** What does a part of the job. @throws for a command that has none. */
export function partsOf(
  { command, argv, parts }: Job,
  world: World,
  io: Pick<Io, 'color'>,
): (part: number) => unknown {
  if (command !== 'explain') throw new Error(`${command} comes in one piece`);
  const doPart = explainer(argv, world, io);
  return (part) => doPart(parts[part] ?? []);
}
