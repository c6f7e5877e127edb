// What an agent may do in a host where its file lists tools by name.
import type { SharedTools } from '../model/conversion';
import { allowed, denied, type ServerGrant } from '../model/conversion';
import type { Persona } from '../model/persona';
import { type ToolPurpose, toolPurposes } from '../model/tool-purposes';

export interface ListedToolsInput {
  /** The tools of the persona, with tool sets expanded. */
  readonly tools: Pick<Persona['tools'], 'all' | 'granted' | 'denied'>;
  /** What each tool of the host is for; any other serves no shared purpose. */
  readonly purposes: Readonly<Record<string, readonly ToolPurpose[]>>;
  readonly servers: readonly ServerGrant[];
  readonly callees: readonly string[] | null;
  readonly lacks: readonly ToolPurpose[];
}

export function listedTools({
  tools,
  purposes,
  servers,
  callees,
  lacks,
}: ListedToolsInput): SharedTools {
  const { all, granted, denied: removed } = tools;
  const purposesOf = (name: string): readonly ToolPurpose[] =>
    Object.hasOwn(purposes, name) ? (purposes[name] ?? []) : [];
  if (all) {
    const left = Object.keys(purposes).filter((name) => !removed.includes(name));
    const served = new Set(left.flatMap(purposesOf));
    const without = [...new Set(removed.flatMap(purposesOf))].filter((one) => !served.has(one));
    return {
      purposes: Object.fromEntries(without.map((purpose) => [purpose, denied])),
      rest: 'allow',
      ...{ servers, others: [], callees, lacks },
    };
  }
  const served = new Set(granted.flatMap(purposesOf));
  return {
    purposes: Object.fromEntries(
      toolPurposes.map((purpose) => [purpose, served.has(purpose) ? allowed : denied]),
    ),
    rest: 'deny',
    servers,
    others: granted.filter((name) => purposesOf(name).length === 0),
    callees,
    lacks,
  };
}
