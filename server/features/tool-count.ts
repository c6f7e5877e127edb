// How many tools an agent has, of those that its file asks for: the lens, the hint and the card say the same.
import type { Persona, ToolVerdict } from '../hosts/persona';
import type { Verdict } from '../hosts/verdict';

export interface ToolCount {
  /** What the agent has in the end: after denials, and with what other fields bring along. */
  readonly granted: readonly string[];
  /** As written, each once: names that grant nothing. */
  readonly lost: readonly string[];
  /** Granted by one field and taken away by another. */
  readonly taken: readonly string[];
  /** Whether they are there cannot be known here. */
  readonly unsure: readonly string[];
  /** All of these together. */
  readonly asked: number;
}

/** Null where there is no agent, and where it has every tool. */
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

/** `tools: Read` beside `disallowedTools: Read`. */
export const isTaken = ({ outcome, names }: ToolVerdict, { tools }: Persona): boolean =>
  outcome === 'granted' &&
  names.length > 0 &&
  !tools.all &&
  !names.some((name) => tools.granted.includes(name) || tools.always.includes(name));

/** `no tools`, `3 tools`, `2 of 5 tools`. */
export function countSays({ granted, asked }: ToolCount): string {
  if (asked === 0) return 'no tools';
  const many = asked === 1 ? 'tool' : 'tools';
  return granted.length === asked ? `${asked} ${many}` : `${granted.length} of ${asked} ${many}`;
}
