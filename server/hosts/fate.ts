// What becomes of a file or a field in a host. The words are those of the outward contract.

export type FileFate =
  | 'loads'
  | 'loads-changed'
  | 'ignored'
  | 'refused'
  | 'stops-host'
  | 'not-read'
  | 'unknown';

export type FieldFate =
  | 'kept'
  | 'coerced'
  | 'dropped'
  | 'ignored'
  | 'passed-on'
  | 'refused'
  | 'unknown';

/** Why a file does not simply load: the first that applies, in this order. */
export const reasons = [
  'not-read',
  'disabled',
  'too-large',
  'no-frontmatter',
  'fence',
  'yaml',
  'frontmatter-lost',
  'yaml-repaired',
  'name',
  'description',
  'field',
  'tools',
  'unknown',
] as const;

export type Reason = (typeof reasons)[number];

/** Why a tool that is written is not granted. */
export type LostWhy =
  | 'unknown'
  | 'removed'
  | 'replaced'
  | 'unavailable'
  | 'wrong-case'
  | 'wrong-form'
  | 'not-text';

/** There is an agent in these. */
export const hasAgent = (fate: FileFate): boolean => fate === 'loads' || fate === 'loads-changed';
