// What tells which generation of a host a project uses.
import type { Evidence } from './evidence';

/** Files of a project, or of a user's home, that say which generation is in use. */
export interface GenerationSign {
  /** Paths below the project or the home. */
  readonly files: readonly string[];
  /** The generation, `2`; null where the file does not say. @param value what its JSON holds. */
  readonly generationIn: (value: unknown) => string | null;
  readonly evidence: Evidence;
}
