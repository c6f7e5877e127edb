// Which agents prompt files, commands, skills and settings start or mention.
import type { Host } from '../hosts/model/host';
import type { KnownName } from '../rules/workspace-view';
import type { Member } from './delegation';

/** A link from a file that is not an agent. */
export interface CompanionLink {
  readonly host: Host;
  readonly file: string;
  readonly to: Member;
  readonly name: string;
  /** A field that names the agent starts it. A prompt only mentions it, and the model decides. */
  readonly how: 'starts' | 'mentions';
}

/** In the order of the names. A name that no agent has is left out: it is a built-in agent or an ordinary word. */
export function companionLinks(
  names: readonly KnownName[],
  members: readonly Member[],
): readonly CompanionLink[] {
  const byName = new Map<string, Member[]>();
  for (const member of members) {
    const key = `${member.host.id} ${member.id}`;
    const same = byName.get(key);
    if (same) same.push(member);
    else byName.set(key, [member]);
  }
  const links = new Map<string, CompanionLink>();
  for (const { kind, does, host, name, path, root } of names) {
    if (kind !== 'agent' || !(does === 'names' || does === 'mentions' || does === 'delegates'))
      continue;
    const all = byName.get(`${host.id} ${name}`) ?? [];
    const own = all.filter((member) => member.root === root);
    const how = does === 'names' ? 'starts' : 'mentions';
    for (const to of own.length > 0 ? own : all) {
      const key = `${host.id} ${path} ${to.file}`;
      // A file that starts an agent usually mentions it too.
      if (how === 'starts' || !links.has(key)) links.set(key, { host, file: path, to, name, how });
    }
  }
  return [...links.values()];
}
