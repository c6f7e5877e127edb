// Seeded changes to real files: what people mistype, what tools write, and what no one would.
import type { Host } from '../../server/hosts/model/host';
import { anywhere } from './mutate/anywhere';
import { fences } from './mutate/fences';
import { hooksFor } from './mutate/hooks';
import { lines } from './mutate/lines';
import { serversFor } from './mutate/servers';
import { listsFor, settingsFor } from './mutate/settings';
import { serversInToml, tomlFor } from './mutate/toml';
import { toolListsFor } from './mutate/tool-lists';
import { valuesFor } from './mutate/values';
import type { Dice } from './random';

/** A text, changed; the same text where there was nothing to change. */
export type Mutation = (text: string, dice: Dice) => string;

/** One to three changes, in words of that host. */
export function mutator(host: Host): Mutation {
  const values = valuesFor(host);
  const usual: readonly (readonly Mutation[])[] = [values, values, lines, lines, anywhere, fences];
  const toolLists = toolListsFor(host);
  const ofMarkdown = toolLists.length > 0 ? [...usual, toolLists] : usual;
  return severalOf(host.kinds.agent.syntax === 'toml' ? [tomlFor(host)] : ofMarkdown);
}

/** The same for skills, which have a frontmatter in every host. */
export const mutatorOfSkills = (host: Host): Mutation => {
  const values = valuesFor(host);
  return severalOf([values, values, lines, lines, anywhere, fences]);
};

/** The same for settings in JSON. Those with servers have hooks too, in the words of that host. */
export const mutatorOfSettings = (host: Host): Mutation =>
  severalOf(
    Object.values(host.dialects['settings']?.fields ?? {}).some(({ role }) => role === 'servers')
      ? [hooksFor(host), serversFor(host), listsFor(host)]
      : [settingsFor(host)],
  );

/** The same for files of hooks. */
export const mutatorOfHooks = (host: Host): Mutation => severalOf([hooksFor(host)]);

/** The same for tables in TOML with MCP servers. */
export const mutatorOfTables = (host: Host): Mutation => severalOf([serversInToml(host)]);

/** The same for files of MCP servers. */
export const mutatorOfServers = (host: Host): Mutation => severalOf([serversFor(host)]);

function severalOf(kinds: readonly (readonly Mutation[])[]): Mutation {
  return (text, dice) => {
    let changed = text;
    for (let times = 1 + dice.upTo(3); times > 0; times--)
      changed = dice.of(dice.of(kinds))(changed, dice);
    return changed;
  };
}
