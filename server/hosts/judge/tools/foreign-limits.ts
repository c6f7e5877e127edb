// Fields with which other programs, not among the supported hosts, restrict an agent. In an agent of a supported host they
// restrict nothing although the author expects them to.
import { textOf, type Value } from '../../../yaml/value';
import { type Evidence, read } from '../../model/evidence';
import type { Capability } from '../../model/tool-purposes';

export interface ForeignLimit {
  /** The spellings of the key. Compared ignoring case, hyphens and underscores. */
  readonly keys: readonly string[];
  /** The values that restrict the agent; compared in the same way. */
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
    evidence: read({
      package: '@cursor/sdk',
      version: '1.0.32',
      file: 'dist/cjs, module "local-subagents"',
    }),
  },
  {
    keys: ['sandbox_mode', 'sandbox'],
    values: ['read-only'],
    denies: changes,
    evidence: read({
      package: '@openai/codex',
      version: '0.169.0-linux-x64',
      file: 'vendor/x86_64-unknown-linux-musl/codex/codex',
    }),
  },
  {
    keys: ['approvalMode'],
    values: ['plan'],
    denies: changes,
    evidence: read({
      package: '@qwen-code/qwen-code',
      version: '0.24.4',
      file: 'chunks, module of SubagentManager',
    }),
  },
];

/** The capabilities that such a field denies; empty for any other field or value. */
export function deniedByForeignLimit(key: string, value: Value): readonly Capability[] {
  const written = scalarOf(value);
  if (written === undefined) return none;
  const found = foreignLimits.find(({ keys }) => keys.some((one) => folded(one) === folded(key)));
  return found?.values.some((one) => folded(one) === folded(written)) ? found.denies : none;
}

const none: readonly Capability[] = [];

const scalarOf = (value: Value): string | undefined =>
  value.kind === 'boolean' ? String(value.boolean) : textOf(value);

/** The word in lowercase without hyphens, underscores and spaces. */
export const folded = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '');
