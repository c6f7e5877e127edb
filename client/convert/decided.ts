// What a user decided when an agent was converted, stored for the workspace, so that a comparison with the copy does not undo it.
import type * as vscode from 'vscode';
import type { DecidedConversion } from '../../server/protocol/protocol';

/** Key in the state of the workspace. */
const key = 'dossier.decidedConversions';

/** The oldest are forgotten beyond this number. */
const maxStored = 500;

/** Accepts everything that is wider, whatever that is at the time, so it is asked again. */
const everyPart = 'all-tools';

const concerns = ({ source, copy }: DecidedConversion, uri: string): boolean =>
  [source, copy].some((one) => one === uri || one.startsWith(`${uri}/`));

export class DecidedConversions {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** Replaces what was decided before about the same two files. */
  async store({ source, copy, choices }: DecidedConversion): Promise<void> {
    const { [everyPart]: _, ...lasting } = choices;
    const others = this.#all().filter((one) => one.source !== source || one.copy !== copy);
    const all = [...others, { source, copy, choices: lasting }];
    await this.#memory.update(key, all.slice(-maxStored));
  }

  /** The conversions of a file, and those that made it. */
  about(uri: string): readonly DecidedConversion[] {
    return this.#all().filter(({ source, copy }) => source === uri || copy === uri);
  }

  /**
   * What was decided about a file, or about the files in a folder, stays true after it was moved.
   * @param to the new URI; what was decided about a file that it replaces is forgotten
   */
  async move(from: string, to: string): Promise<void> {
    const moved = (uri: string): string =>
      uri === from || uri.startsWith(`${from}/`) ? to + uri.slice(from.length) : uri;
    const before = this.#all();
    const after = before
      .filter((one) => !concerns(one, to) || concerns(one, from))
      .map((one) => ({ ...one, source: moved(one.source), copy: moved(one.copy) }));
    if (JSON.stringify(after) !== JSON.stringify(before)) await this.#memory.update(key, after);
  }

  #all(): readonly DecidedConversion[] {
    return this.#memory.get<readonly DecidedConversion[]>(key) ?? [];
  }
}
