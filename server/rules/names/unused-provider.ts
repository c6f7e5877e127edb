// Whether a configuration keeps a provider of models from being used, and where.

import { anyName } from '../../hosts/model/companion';
import type { Host } from '../../hosts/model/host';
import { withParents } from '../../hosts/model/located-file';
import type { Definitions, KnownName } from '../workspace-view';

/** Who uses a provider: an agent, or a configuration itself. */
export interface ProviderUser {
  readonly host: Host;
  readonly scope: KnownName['scope'];
  readonly root: string;
}

/** Why a provider is not used. */
export interface UnusedProvider {
  readonly why: 'disabled' | 'not-enabled';
  /** Where it is disabled, or the list that lacks it. */
  readonly by: KnownName;
}

/**
 * Null where the provider is used, and where that is unknown. Of several configurations the last one decides, so all that have the
 * setting must agree: which one is the last depends on more than the files.
 */
export function unusedProvider(
  provider: string,
  user: ProviderUser,
  { companions, isUnread }: Pick<Definitions, 'companions' | 'isUnread'>,
): UnusedProvider | null {
  const { host } = user;
  const settings = host.providerSettings;
  if (!settings || isUnread(host, 'provider')) return null;
  const isRead = isReadBy(user);
  const disabling = companions(host, 'provider', 'denies', '').filter(isRead);
  const enabling = companions(host, 'provider', 'enables', '').filter(isRead);
  if (disabling.length === 0 && enabling.length === 0) return null;
  const entries = companions(host, 'provider', 'denies', provider);
  const [denial] = entries.filter((one) => disabling.some((list) => isIn(one, list)));
  if (denial && disabling.every((list) => entries.some((one) => isIn(one, list))))
    return { why: 'disabled', by: denial };
  const [list] = enabling;
  const enabled = companions(host, 'provider', 'enables', provider);
  const isEnabled = [...enabled, ...companions(host, 'provider', 'enables', anyName)].some((one) =>
    enabling.some((other) => isIn(one, other)),
  );
  return list && !isEnabled ? { why: 'not-enabled', by: list } : null;
}

/** The configurations of the user, of the folder, and of those that contain it. */
export function isReadBy({
  scope,
  root,
}: Omit<ProviderUser, 'host'>): (name: KnownName) => boolean {
  const folders = new Set(withParents(root));
  return (one) =>
    one.scope === 'user' ||
    (scope !== 'user' && folders.has(one.root === '' ? '' : `${one.root}/`));
}

const isIn = (name: KnownName, list: KnownName): boolean =>
  name.path === list.path && list.span.start < name.span.start && name.span.end < list.span.end;
