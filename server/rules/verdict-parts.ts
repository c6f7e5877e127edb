// The parts of a verdict that most rules are about. In most files they are empty, so most rules need not run.
import type { Verdict } from '../hosts/model/verdict';

/**
 * What a rule is about. `rejected-values`: those that the host does not accept. `missing`: required fields. `odd-tools`: entries of
 * tool lists that do anything but grant or deny the tool that they name. `permissions`: permission rules of the agent.
 */
export type VerdictPart = 'flaws' | 'rejected-values' | 'missing' | 'odd-tools' | 'permissions';

/** The parts that are not empty. */
export function partsOf(verdict: Verdict): ReadonlySet<VerdictPart> {
  const parts = new Set<VerdictPart>();
  const { flaws, fields, missing, tools, persona } = verdict;
  if (flaws.length > 0) parts.add('flaws');
  if (fields.some(({ problems }) => problems.length > 0)) parts.add('rejected-values');
  if (missing.length > 0) parts.add('missing');
  if (tools.some(isOdd)) parts.add('odd-tools');
  if (persona?.permissions?.length) parts.add('permissions');
  return parts;
}

const isOdd = ({ outcome, wider, voids, renamed }: Verdict['tools'][number]): boolean =>
  outcome === 'lost' ||
  outcome === 'no-effect' ||
  wider !== undefined ||
  voids !== undefined ||
  renamed === true;
