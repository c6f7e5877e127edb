// How many tools an agent has, of those that its file asks for. The lens, the inlay hint and the card show the same count.

import type { Persona, ToolVerdict } from '../hosts/model/persona';
import type { Verdict } from '../hosts/model/verdict';
import { t } from '../text/l10n';

export interface ToolCount {
  /** What the agent has after denials, including tools that other fields add. */
  readonly granted: readonly string[];
  /** Names that grant nothing, as written, each once. */
  readonly lost: readonly string[];
  /** Granted by one field and denied by another. */
  readonly taken: readonly string[];
  /** Tools of servers or extensions whose presence cannot be known here. */
  readonly unsure: readonly string[];
  /** All of these together. */
  readonly asked: number;
}

/** Null where there is no agent, or where it has every tool. */
export function toolCount({ persona, tools }: Verdict): ToolCount | null {
  if (!persona || persona.tools.all) return null;
  const written = (some: readonly ToolVerdict[]): readonly string[] => [
    ...new Set(some.map((tool) => tool.written)),
  ];
  const { granted } = persona.tools;
  const lost = written(tools.filter(({ outcome }) => outcome === 'lost'));
  const unsure = written(tools.filter(({ outcome }) => outcome === 'unverified'));
  const taken = written(tools.filter((tool) => isTaken(tool, persona)));
  const asked = granted.length + lost.length + taken.length + unsure.length;
  return { granted, lost, taken, unsure, asked };
}

/** A tool that another field denies: `tools: Read` together with `disallowedTools: Read`. */
export const isTaken = ({ outcome, names }: ToolVerdict, { tools }: Persona): boolean =>
  outcome === 'granted' &&
  names.length > 0 &&
  !tools.all &&
  !names.some((name) => tools.granted.includes(name) || tools.always.includes(name));

/** `no tools`, `3 tools`, `2 of 5 tools`. */
export function toolCountLabel({ granted, asked: count }: ToolCount): string {
  if (count === 0) return t('no tools');
  if (granted.length < count)
    return count === 1
      ? t('{granted} of 1 tool', { granted: granted.length })
      : t('{granted} of {count} tools', { granted: granted.length, count });
  return count === 1 ? t('1 tool') : t('{count} tools', { count });
}
