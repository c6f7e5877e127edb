// Where the statements of a rule come from: facts that hosts declare, a page, or the opinion of this project.
import type { ReferenceKind } from '../hosts/model/companion';
import type { Documented } from '../hosts/model/evidence';
import type { FieldRole } from '../hosts/model/field';
import type { FlawCode } from '../hosts/model/reading';

/**
 * Facts that hosts declare about the same thing. Each name is the beginning of the ids of such facts in
 * `test/conformance/evidence/facts-of-host.ts`; those of fields name the role of the field instead of its key.
 */
export type FactKind =
  | 'folder'
  | 'former folder'
  | 'settings of agent folders'
  | 'settings of agents'
  | 'largest file'
  | 'arguments'
  | 'also read by'
  | 'field'
  | `field of ${FieldRole}`
  | 'required field'
  | 'values'
  | `values of ${FieldRole}`
  | 'range of the providers'
  | 'unknown keys'
  | 'tool'
  | 'former tool'
  | 'model'
  | `flaw ${FlawCode}`
  | 'agents without a description'
  | 'order of permission rules'
  | 'evaluation of permission rules'
  | 'agents of one name'
  | 'denied agents'
  | 'default agent'
  | 'calls between agents'
  | 'limit of all descriptions'
  | 'list of skills'
  | 'scripts of hooks'
  | 'matchers of hooks'
  | 'keys that occur twice'
  | 'plugins that settings switch on'
  | 'folders of plugins'
  | 'entries of plugins'
  | 'manifests of plugins'
  | 'companion'
  | `missing ${ReferenceKind}`;

/** What a host does, as findings state it: without such a fact, other findings or none are reported. */
export interface FactSource {
  readonly facts: readonly [FactKind, ...FactKind[]];
}

/** What a host does, as only the documentation of the rule states it. */
export interface BackgroundSource {
  readonly background: readonly [FactKind, ...FactKind[]];
}

/** Advice of this project. */
export interface OpinionSource {
  /** What it is based on: a whole sentence. */
  readonly opinion: string;
}

/** For advice: a page that recommends it, or an opinion. */
export type RuleSource = FactSource | BackgroundSource | Documented | OpinionSource;
