// Every host that can be asked, with its own words for our verdict.
import type { Host } from '../../../server/hosts/model/host';
import { hosts } from '../../support/catalog';
import type { Facts } from '../facts';
import type { Oracle } from '../oracle';
import { pluginAskers } from '../oracles/plugins';
import { serverAskers } from '../oracles/servers';
import { settingsAskers } from '../oracles/settings';
import { type Ask, commandAskers, skillAskers } from '../oracles/skills';
import type { AskedApart, Question } from '../question';
import { found } from './found';

interface Found {
  readonly oracle: Oracle;
  /** @param host what is declared of it; by default what we declare. */
  readonly facts: (question: Question, host?: Host) => Facts;
}

export interface Tested extends Found {
  /** Asks the program about skills, commands, settings, servers and plugins; absent where no oracle asks it about them. */
  readonly asks: Readonly<Record<AskedApart, Ask | undefined>>;
  /** No answer can be another file's. */
  readonly isByPath: (subject: AskedApart) => boolean;
  /** Locations for texts without one of their own, in turn. `{name}` makes the path unique. */
  readonly places: readonly string[];
}

export const tested: readonly Tested[] = found.map((one: Found) => ({
  ...one,
  asks: {
    skill: skillAskers[one.oracle.host]?.ask,
    command: commandAskers[one.oracle.host]?.ask,
    settings: settingsAskers[one.oracle.host]?.ask,
    servers: serverAskers[one.oracle.host]?.ask,
    plugin: pluginAskers[one.oracle.host]?.ask,
  },
  isByPath: (subject) =>
    (subject === 'skill' && skillAskers[one.oracle.host]?.isByPath === true) ||
    (subject === 'command' && commandAskers[one.oracle.host]?.isByPath === true) ||
    (subject === 'settings' && settingsAskers[one.oracle.host]?.isByPath === true),
  places: one.oracle.places ?? [ownFileOf(one.oracle.host)],
}));

function ownFileOf(id: string): string {
  const host = hosts.find((one) => one.id === id);
  if (!host) throw new Error(`no host ${id}`);
  return host.ownFile;
}
