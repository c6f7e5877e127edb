// The outcome of a file or of a field in a host. The words are part of the public JSON format.
import { type Message, type Sentence, t } from '../../text/message';

export type FileOutcome =
  | 'loads'
  | 'loads-changed'
  | 'ignored'
  | 'refused'
  | 'stops-host'
  | 'not-read'
  | 'unknown';

export type FieldOutcome =
  | 'kept'
  | 'coerced'
  | 'dropped'
  | 'ignored'
  | 'passed-on'
  | 'refused'
  | 'unknown';

/** Why a file does not load unchanged. Of several that apply, the first in this order is reported. */
export const reasons = [
  'not-read',
  'disabled',
  'too-large',
  'unchecked',
  'no-frontmatter',
  'fence',
  'yaml',
  'toml',
  'json',
  'frontmatter-lost',
  'yaml-repaired',
  'name',
  'description',
  'field',
  'tools',
  'unknown',
] as const;

export type Reason = (typeof reasons)[number];

/** Why a tool that the file lists is not granted. */
export type LossReason =
  | 'unknown'
  | 'removed'
  | 'replaced'
  | 'unavailable'
  | 'wrong-case'
  | 'wrong-form'
  | 'not-text';

/** Whether a file with this outcome results in an agent. */
export const hasAgent = (outcome: FileOutcome): boolean =>
  outcome === 'loads' || outcome === 'loads-changed';

/** What a host does, as a sentence: `Claude Code ignores it.` @param host the host, for its product name. */
export const effectIn = (host: { readonly name: string }, effect: Sentence): Message =>
  t(effect, { host: host.name });
