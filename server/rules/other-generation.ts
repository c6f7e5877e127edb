// Fields of another generation of the host, in a file that was written for that one.
import { generationName, generationsOf } from '../hosts/generations';
import { dialectOf, judgeField } from '../hosts/judge';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import { isLimit } from './limits';
import type { Found } from './rule';

/**
 * What is to say of a field that this generation does not know and another one takes from this very file; undefined where
 * none does.
 */
export function ofOtherGeneration(
  { place, agent }: Verdict,
  field: FieldVerdict,
): Pick<Found, 'severity' | 'message'> | undefined {
  const { host, generationBy } = place;
  if (!agent || host.generation === undefined) return undefined;
  for (const other of generationsOf(host)) {
    if (other === host) continue;
    const dialect = dialectOf({ ...place, host: other }, agent);
    const known = Object.hasOwn(dialect.fields, field.key) ? dialect.fields[field.key] : undefined;
    if (!known || known.noEffect || judgeField(field, dialect).problems.length > 0) continue;
    const [here, there] = [generationName(host), generationName(other)];
    const limit = isLimit(known);
    if (generationBy !== undefined)
      return {
        severity: limit ? 'error' : 'warning',
        message: `"${field.key}" is a field of ${there}, and this project uses ${here} (${generationBy}), which ignores it${limit ? ', limits included' : ''}. Use the fields of ${here}.`,
      };
    return {
      severity: limit ? 'information' : 'hint',
      message: `"${field.key}" is a field of ${there}. ${here} ignores it${limit ? ', limits included' : ''}. Set "versions" to the one you use.`,
    };
  }
  return undefined;
}
