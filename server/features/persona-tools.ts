// The tools of a persona for the preview: grouped by what they let the agent do, each with what there is to say of it.
import { capabilities, capabilityLabels } from '../hosts/capabilities';
import type { Persona, ToolVerdict } from '../hosts/persona';
import type { Tool } from '../hosts/tools';
import type { Verdict } from '../hosts/verdict';
import type { ToolChip, ToolGroup } from '../protocol';
import { render } from '../text/message';
import { countSays, isTaken, toolCount } from './tool-count';

/** 0-based line of an offset. */
export type LineOf = (offset: number) => number;

export function toolsSay(verdict: Verdict): string {
  const count = toolCount(verdict);
  if (count) return count.asked === 0 ? 'No tool' : countSays(count);
  const denied = verdict.persona?.tools.denied ?? [];
  return denied.length === 0 ? 'Every tool' : `Every tool but ${denied.join(', ')}`;
}

export function toolGroups(
  verdict: Verdict,
  persona: Persona,
  lineOf: LineOf,
): readonly ToolGroup[] {
  const { tools: catalogue } = verdict.dialect.tools;
  const chips = [
    ...namedChips(verdict, persona, lineOf),
    ...addedChips(verdict, persona),
    ...givenChips(verdict, persona),
  ];
  return capabilities.flatMap((capability): ToolGroup[] => {
    const here = chips.filter((chip) => (doesWhat(chip.of, catalogue) ?? 'other') === capability);
    const granted = here.filter((chip) => !chip.lost).map((chip) => chip.chip);
    const lost = here.filter((chip) => chip.lost).map((chip) => chip.chip);
    return granted.length + lost.length === 0
      ? []
      : [{ label: capabilityLabels[capability], granted, lost }];
  });
}

interface PlacedChip {
  readonly chip: ToolChip;
  readonly lost: boolean;
  /** The names that tell what it can do. */
  readonly of: readonly string[];
}

const doesWhat = (names: readonly string[], tools: readonly Tool[]): Tool['does'] | undefined => {
  for (const name of names) {
    if (/^mcp__/.test(name)) return 'mcp';
    const tool = tools.find((one) => one.name === name);
    if (tool) return tool.does;
  }
  return undefined;
};

const namedChips = ({ tools, place }: Verdict, persona: Persona, lineOf: LineOf): PlacedChip[] =>
  tools
    .filter((tool) => tool.outcome !== 'no-effect' && !isSaidBelow(tool, tools, persona))
    .map((tool) => ({
      chip: {
        name: tool.written,
        says: isTaken(tool, persona) ? takenAway : chipSays(tool, place.host.name),
        line: lineOf(tool.span.start),
      },
      lost: tool.outcome === 'lost' || tool.outcome === 'denied' || isTaken(tool, persona),
      of: [tool.written.replace(/\(.*$/s, ''), ...tool.names, ...(tool.instead ?? [])],
    }));

/** A tool that is asked for and denied is shown once, where it is denied. */
const isSaidBelow = (tool: ToolVerdict, tools: readonly ToolVerdict[], persona: Persona): boolean =>
  isTaken(tool, persona) &&
  tools.some((one) => one.outcome === 'denied' && one.written === tool.written);

const takenAway = 'Taken away by the file.';

/** Tools that other fields bring along. */
const addedChips = ({ tools }: Verdict, persona: Persona): PlacedChip[] =>
  [...persona.tools.granted, ...persona.tools.always]
    .filter((name) => !tools.some((tool) => tool.names.includes(name)))
    .map((name) => ({
      chip: {
        name,
        says: persona.tools.always.includes(name)
          ? 'given whatever the file says'
          : 'added by another field',
        line: null,
      },
      lost: false,
      of: [name],
    }));

/**
 * Where a host gives everything that its rules do not keep back, what that is. Elsewhere everything hangs on the session:
 * no list is better than one that is wrong.
 */
const givenChips = ({ tools, dialect }: Verdict, persona: Persona): PlacedChip[] => {
  const { weighing } = dialect;
  if (!persona.tools.all || !weighing) return [];
  const named = new Set([
    ...tools.flatMap(({ names }) => names),
    ...persona.tools.granted,
    ...persona.tools.always,
    ...persona.tools.denied,
  ]);
  return dialect.tools.tools
    .filter(
      ({ name, unavailable, deprecated }) =>
        unavailable === undefined &&
        deprecated === undefined &&
        !weighing.hides(persona, name) &&
        !named.has(name),
    )
    .map(({ name, sometimes }) => ({
      chip: { name, says: sometimes ? 'in some sessions' : '', line: null },
      lost: false,
      of: [name],
    }));
};

/** A whole short sentence, or nothing. */
function chipSays(tool: ToolVerdict, host: string): string {
  const { outcome, why, effect, wider, instead = [], renamed } = tool;
  const shown = wider ?? effect;
  const hostSays = shown === undefined ? undefined : render(shown, { host });
  if (wider !== undefined) return hostSays ?? '';
  if (outcome === 'denied') return takenAway;
  if (outcome === 'unverified') return 'There if its server or extension is.';
  if (renamed && outcome === 'granted') return `Now called ${instead.join(', ')}.`;
  if (outcome !== 'lost') return hostSays ?? '';
  const reason = lostSays(why, instead);
  return reason === undefined ? (hostSays ?? 'Not known.') : `${reason}.`;
}

function lostSays(why: ToolVerdict['why'], instead: readonly string[]): string | undefined {
  const names = instead.join(', ');
  if (why === 'removed') {
    return names === ''
      ? 'No longer exists'
      : `No longer exists; ${names} ${instead.length > 1 ? 'do' : 'does'} its work`;
  }
  if (why === 'wrong-case') return `Known as ${names}; names are compared letter by letter`;
  return undefined;
}
