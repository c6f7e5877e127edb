export interface Resources {
  /** A folder of agent files with an index.json. */
  readonly corpus: string;
  /** The small one of this repository. */
  readonly ownCorpus: string;
  /** `corpus` is that one. */
  readonly isOwnCorpus: boolean;
  /** A folder with 000.md to 004.md. */
  readonly seeds: string;
  /** Recorded answers of the hosts' programs; null where there are none. */
  readonly oracles: string | null;
  /** Measurements of hosts; null where there are none. */
  readonly hosts: string | null;
  /** Skills and commands of repositories; null where there are none. */
  readonly skills: string | null;
}

export interface Indexed {
  /** Below the corpus. */
  readonly file: string;
  /** The program that the file was written for, in the words of the corpus. */
  readonly host: string;
  readonly repo: string;
  /** Within its repository. */
  readonly path: string;
  readonly tier: 'strict' | 'plugin' | 'loose';
  readonly sha256: string;
}

export function resourcesOf(
  root: string,
  env?: Readonly<Record<string, string | undefined>>,
): Resources;

export function indexOf(corpus: string): readonly Indexed[];
