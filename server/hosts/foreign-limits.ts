// Fields of programs that are not judged here which limit what an agent may do. In an agent of another program they limit
// nothing, and the author believes that they do.
import { textOf, type Value } from '../agent/value';
import type { Capability } from './capabilities';
import { type Evidence, read } from './evidence';

export interface ForeignLimit {
  /** As written by that program, or in the spelling of another. Compared without case, hyphens and underscores. */
  readonly keys: readonly string[];
  /** The values that limit; compared in the same way. */
  readonly values: readonly string[];
  readonly denies: readonly Capability[];
  readonly evidence: Evidence;
}

const changes: readonly Capability[] = ['write', 'run'];

export const foreignLimits: readonly ForeignLimit[] = [
  {
    keys: ['readonly'],
    values: ['true', 'yes', 'on'],
    denies: changes,
    evidence: read('@cursor/sdk 1.0.32: local-subagents'),
  },
  {
    keys: ['sandbox_mode', 'sandbox'],
    values: ['read-only'],
    denies: changes,
    evidence: read('@openai/codex 0.169.0: roles'),
  },
  {
    keys: ['approvalMode'],
    values: ['plan'],
    denies: changes,
    evidence: read('@qwen-code/qwen-code 0.24.4: subagents'),
  },
];

/** What a field of such a program denies; empty for any other field or value. */
export function deniedElsewhere(key: string, value: Value): readonly Capability[] {
  const written = scalarOf(value);
  if (written === undefined) return none;
  const found = foreignLimits.find(({ keys }) => keys.some((one) => folded(one) === folded(key)));
  return found?.values.some((one) => folded(one) === folded(written)) ? found.denies : none;
}

const none: readonly Capability[] = [];

const scalarOf = (value: Value): string | undefined =>
  value.kind === 'boolean' ? String(value.boolean) : textOf(value);

/** Without case, hyphens, underscores and spaces. */
export const folded = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '');
