// The agents of files as programs see them that also read the folder of another program. The index contains only owners and
// the programs that the user chose, so these are judged when the Agents view asks for them.
import { outlineOfFile } from '../../agent/outline';
import type { KnownAgent } from '../../rules/workspace-view';
import { placesInUse } from '../../settings/chosen';
import { knownAgents } from '../../workspace/known-agents';
import type { Session } from '../session';

type Services = Pick<Session, 'catalog' | 'documents' | 'index' | 'settings' | 'team' | 'textAt'>;

/** Time in milliseconds after which other requests are handled first. */
const sliceMs = 8;

export class GuestAgents {
  readonly #parts: Services;
  /** By the agents of the owners, which are new objects after each change of the file. */
  readonly #known = new WeakMap<readonly KnownAgent[], readonly KnownAgent[]>();

  constructor(parts: Services) {
    this.#parts = parts;
  }

  /** Judges the files in slices, so that other requests need not wait for thousands of them. */
  async prepare(paths: Iterable<string>): Promise<void> {
    let begin = performance.now();
    for (const path of paths) {
      this.of(path);
      if (performance.now() - begin < sliceMs) continue;
      await new Promise((resume) => setTimeout(resume, 0));
      begin = performance.now();
    }
  }

  of(path: string): readonly KnownAgent[] {
    const indexed = this.#parts.index.at(path);
    if (indexed.length === 0) return none;
    const known = this.#known.get(indexed);
    if (known) return known;
    const found = this.#judge(path, indexed);
    this.#known.set(indexed, found);
    return found;
  }

  #judge(path: string, indexed: readonly KnownAgent[]): readonly KnownAgent[] {
    const { catalog, documents, settings, team, textAt } = this.#parts;
    const chosen = team.of(path, settings.of(path));
    const places = placesInUse(catalog, documents.placesAt(path), path, chosen).filter(
      ({ host, role, isGuess }) =>
        role === 'guest' && isGuess !== true && !indexed.some(({ place }) => place.host === host),
    );
    const text = places.length > 0 ? textAt(path) : null;
    return text === null ? none : knownAgents(outlineOfFile(path, text), places, documents.context);
  }
}

const none: readonly KnownAgent[] = [];
