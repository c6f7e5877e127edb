// The agent files of the corpus, each placed in the folder of the host that it was written for.
import { indexOf } from '../../scripts/resources.mjs';
import type { Host } from '../../server/hosts/model/host';
import { hosts, placesOf } from './catalog';
import { corpus, isOwnCorpus, readCorpus } from './resources';

export interface CorpusAgent {
  /** The path in the corpus, for messages. */
  readonly file: string;
  /** The path where the file is placed. */
  readonly path: string;
  /** The path in the original repository. */
  readonly location: string;
  /** Whether that folder is one of a Claude Code plugin. */
  readonly isPlugin: boolean;
  readonly text: string;
  /** Whether the file was written for this host, and not only placed in its folder. */
  readonly own: boolean;
}

/** Maps the host names of the corpus to the hosts whose folders the files are placed in. */
const hostIds: Readonly<Record<string, string>> = {
  claude: 'claude-code',
  copilot: 'vscode',
  opencode: 'opencode',
  kilo: 'kilo',
};

/** Every nth file, or every file of a small corpus, in the folders of all hosts, because authors copy files between hosts. */
export function copiedAgents(nth: number): readonly CorpusAgent[] {
  const targets = hosts.filter(({ id }) => Object.values(hostIds).includes(id));
  return corpusAgents()
    .filter((_, index) => isOwnCorpus || index % nth === 0)
    .flatMap((agent) =>
      targets.map((target) => ({ ...agent, path: ownPath(target, agent.path), own: false })),
    );
}

/** Files for an unsupported host are placed in the folder of this host, whose format is the closest. */
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
        location: path,
        isPlugin: tier === 'plugin',
        text,
        own: id !== undefined,
      },
    ];
  });
}

/** The owner's folder and the file's name, with its original extension if the owner reads it there. */
function ownPath({ ownFile }: Host, file: string): string {
  const folder = ownFile.slice(0, ownFile.lastIndexOf('/'));
  const name = file.slice(file.lastIndexOf('/') + 1);
  const path = `${folder}/${name}`;
  return placesOf(path).some(({ role }) => role === 'owner') ? path : `${path}.md`;
}
