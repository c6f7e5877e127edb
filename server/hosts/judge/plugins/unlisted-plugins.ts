// Plugins that settings switch on and that no marketplace lists by this name.
import { nearest } from '../../../text/nearest';
import type { Entry } from '../../../yaml/value';
import type { LocatedFile } from '../../model/located-file';
import type {
  MarketplaceContent,
  PluginSwitches,
  SwitchedPlugin,
} from '../../model/plugin-switches';

export interface UnlistedPlugin extends SwitchedPlugin {
  /** The marketplace that it names, or may have meant. */
  readonly market: MarketplaceContent;
  /** The name with which it loads, where that is certain enough to be proposed. */
  readonly meant: string | undefined;
}

/** Those of which this is certain: the file of their marketplace is in the project. */
export function unlistedPlugins(
  switches: PluginSwitches,
  fields: readonly Entry[],
  place: LocatedFile,
): readonly UnlistedPlugin[] {
  const on = switches.on(fields);
  if (on.length === 0) return [];
  const referred = switches.marketplaces(fields, place);
  return on.flatMap((one): readonly UnlistedPlugin[] => {
    const { plugin, marketplace } = one;
    if (marketplace === null) {
      const markets = referred.flatMap(({ content }) => (content ? [content] : []));
      const [market, more] = markets.filter(({ plugins }) => plugins.includes(plugin));
      return market && !more ? [{ ...one, market, meant: fullName(plugin, market) }] : [];
    }
    const named = referred.filter(({ content, key }) => (content?.name ?? key) === marketplace);
    // None has the name: the file of the one that is meant states another.
    const found = named.length > 0 ? named : referred.filter(({ key }) => key === marketplace);
    const markets = found.map(({ content }) => content);
    const [market] = markets;
    if (!market || markets.some((other) => !other || (named.length > 0 && mayLoad(other, plugin))))
      return [];
    const meant = mayLoad(market, plugin) ? plugin : nearest(plugin, market.plugins);
    return [{ ...one, market, meant: meant === undefined ? undefined : fullName(meant, market) }];
  });
}

const mayLoad = ({ plugins, formerNames }: MarketplaceContent, plugin: string): boolean =>
  plugins.includes(plugin) || formerNames.includes(plugin);

/** `tools@market`: a plugin with its marketplace, as settings write it. */
export const fullName = (plugin: string, { name }: MarketplaceContent): string =>
  `${plugin}@${name}`;
