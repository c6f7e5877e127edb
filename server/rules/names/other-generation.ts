// Reports fields of another generation of the host, in a file that was written for that generation.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { computeFieldVerdict, dialectOf } from '../../hosts/judge/compute-verdict';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import { placeForHost } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import { isLimit } from '../limits/limits';
import type { Found } from '../rule';

/** The finding for a field that only another generation of the host accepts in this file; undefined for any other field. */
export function otherGenerationFinding(
  catalog: HostCatalog,
  { place, agent }: Verdict,
  field: FieldVerdict,
): Pick<Found, 'severity' | 'message'> | undefined {
  const { host, generationBy } = place;
  if (!agent || host.generation === undefined) return undefined;
  for (const other of catalog.generationsOf(host)) {
    if (other === host) continue;
    const dialect = dialectOf(placeForHost(place, other), agent);
    const known = Object.hasOwn(dialect.fields, field.key) ? dialect.fields[field.key] : undefined;
    if (!known || known.noEffect || computeFieldVerdict(field, dialect).problems.length > 0)
      continue;
    const args = {
      key: field.key,
      other: catalog.generationName(other),
      used: catalog.generationName(host),
    };
    const hasLimit = isLimit(known);
    if (generationBy !== undefined)
      return {
        severity: hasLimit ? 'error' : 'warning',
        message: hasLimit
          ? t(
              '"{key}" is a field in {other}. This project uses {used} ({source}), which ignores it and its limits. Use the fields of {used}.',
              { ...args, source: generationBy },
            )
          : t(
              '"{key}" is a field in {other}. This project uses {used} ({source}), which ignores it. Use the fields of {used}.',
              { ...args, source: generationBy },
            ),
      };
    return {
      severity: hasLimit ? 'information' : 'hint',
      message: hasLimit
        ? t(
            '"{key}" is a field in {other}. {used} ignores it and its limits. Set "versions" to the version that you use.',
            args,
          )
        : t(
            '"{key}" is a field in {other}. {used} ignores it. Set "versions" to the version that you use.',
            args,
          ),
    };
  }
  return undefined;
}
