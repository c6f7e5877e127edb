// A program in the public JSON format.
import type { Program } from '../contract/library';
import type { Host } from '../hosts/model/host';
import { unverifiedParts } from '../hosts/model/unverified-parts';

export const programOf = (host: Host): Program => ({
  id: host.id,
  name: host.name,
  ...(host.profileOf !== undefined && { profileOf: host.profileOf }),
  version: host.version,
  verified: host.verified,
  ...(host.package !== undefined && { package: host.package }),
  locations: host.locations.map(({ glob, scope, role, manifest }) => ({
    ...{ glob, scope, role },
    ...(manifest && { beside: manifest.files }),
  })),
  unverified: unverifiedParts(host),
});
