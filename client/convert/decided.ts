// What a user decided when an agent was converted, stored for the workspace, so that a comparison with the copy does not undo it.
import type * as vscode from 'vscode';
import type { DecidedConversion } from '../../server/protocol/protocol';

/** Key in the state of the workspace. */
const key = 'dossier.decidedConversions';

/** The oldest are forgotten beyond this number. */
const maxStored = 500;

/** Accepts everything that is wider, whatever that is at the time, so it is asked again. */
const everyPart = 'all-tools';

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

  #all(): readonly DecidedConversion[] {
    return this.#memory.get<readonly DecidedConversion[]>(key) ?? [];
  }
}
