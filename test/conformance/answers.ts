// What part of each program answers, for the page.
import { tested } from './hosts';
import type { Answers, Oracle } from './oracle';

/** Undefined for a host that never answered. */
export function answersOf(host: string): (Answers & Pick<Oracle, 'recordedOn'>) | undefined {
  const oracle = tested.find((one) => one.oracle.host === host)?.oracle;
  return (
    oracle && { ...oracle.answers, ...(oracle.recordedOn && { recordedOn: oracle.recordedOn }) }
  );
}
