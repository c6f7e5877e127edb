// The agent files of the corpus, each in the own folder of the host that it was written for.
import { indexOf } from '../../scripts/resources.mjs';
import type { Host } from '../../server/hosts/host';
import { placesOf } from '../../server/hosts/places';
import { hosts } from '../../server/hosts/registry';
import { corpus, isOwnCorpus, readCorpus } from './resources';

export interface CorpusAgent {
  /** In the corpus, for messages. */
  readonly file: string;
  /** Where it is put. */
  readonly path: string;
  /** Where it lies in its repository. */
  readonly lies: string;
  /** That folder is one of a Claude Code plugin. */
  readonly isPlugin: boolean;
  readonly text: string;
  /** Written for this host, not only put into its folder. */
  readonly own: boolean;
}

/** By the corpus' own word for a host: the host of ours whose folder the files go to. */
const hostIds: Readonly<Record<string, string>> = {
  claude: 'claude-code',
  copilot: 'vscode',
  opencode: 'opencode',
  kilo: 'kilo',
};

/** Every nth file, or every one of a small corpus, in the folders of all hosts: authors copy them. */
export function copiedAgents(nth: number): readonly CorpusAgent[] {
  const targets = hosts.filter(({ id }) => Object.values(hostIds).includes(id));
  return corpusAgents()
    .filter((_, index) => isOwnCorpus || index % nth === 0)
    .flatMap((agent) =>
      targets.map((target) => ({ ...agent, path: ownPath(target, agent.path), own: false })),
    );
}

/** Files for a host that we do not know go to this one: what they hold is nearest to it. */
const nearestHost = 'claude-code';

/** Every file of the corpus, in a fixed order. */
export function corpusAgents(folder = corpus): readonly CorpusAgent[] {
  return indexOf(folder).flatMap(({ file, host, path, tier }): CorpusAgent[] => {
    const id = hostIds[host];
    const target = hosts.find((one) => one.id === (id ?? nearestHost));
    if (!target) return [];
    const text = readCorpus(file, folder);
    return [
      {
        file,
        path: ownPath(target, file),
        lies: path,
        isPlugin: tier === 'plugin',
        text,
        own: id !== undefined,
      },
    ];
  });
}

/** The owner's folder, and the name that the file has; its own ending where the owner reads it there. */
function ownPath({ ownFile }: Host, file: string): string {
  const folder = ownFile.slice(0, ownFile.lastIndexOf('/'));
  const name = file.slice(file.lastIndexOf('/') + 1);
  const path = `${folder}/${name}`;
  return placesOf(path).some(({ role }) => role === 'owner') ? path : `${path}.md`;
}
