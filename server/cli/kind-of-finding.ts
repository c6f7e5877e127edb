// What the document of a finding defines, in the JSON that other programs read.
import type { View } from '../features/view/view';
import type { Subject } from '../hosts/model/host';
import { subjectAt } from '../hosts/model/place';
import type { Finding } from '../rules/rule';

/** `kind` is absent for agents. A finding of no host has the kind of the document in the first host that reads it. */
export function kindOfFinding(
  { places }: Pick<View, 'places'>,
  { host }: Pick<Finding, 'host'>,
): { readonly kind?: Exclude<Subject, 'agent'> } {
  const place = places.find((one) => one.host.id === host) ?? places[0];
  const subject = place ? subjectAt(place) : 'agent';
  return subject === 'agent' ? {} : { kind: subject };
}
