// Files by which the generation of a host that a project uses is detected.
import type { Evidence } from './evidence';

/** Files of a project or of the user's home that show which generation is in use. */
export interface GenerationMarker {
  /** Paths relative to the project or home folder. */
  readonly files: readonly string[];
  /** The generation, such as `2`; null where the file does not determine it. @param value the parsed JSON of the file. */
  readonly generationIn: (value: unknown) => string | null;
  readonly evidence: Evidence;
}
