// The tools of a persona for the preview, grouped by what they let the agent do, each with a short remark.

import { capabilities, capabilityLabel } from '../hosts/model/capabilities';
import type { Persona, ToolVerdict } from '../hosts/model/persona';
import type { Tool } from '../hosts/model/tools';
import type { Verdict } from '../hosts/model/verdict';
import type { ToolChip, ToolGroup } from '../protocol';
import { t } from '../text/l10n';
import { render } from '../text/message';
import { isTaken, toolCount, toolCountLabel } from './tool-count';

/** 0-based line of an offset. */
export type LineOf = (offset: number) => number;

export function toolsSay(verdict: Verdict): string {
  const count = toolCount(verdict);
  if (count) return toolCountLabel(count);
  const denied = verdict.persona?.tools.denied ?? [];
  return denied.length === 0
    ? t('every tool')
    : t('every tool except {names}', { names: denied.join(', ') });
}

export function toolGroups(
  verdict: Verdict,
  persona: Persona,
  lineOf: LineOf,
): readonly ToolGroup[] {
  const { tools: catalog } = verdict.dialect.tools;
  const chips = [
    ...namedChips(verdict, persona, lineOf),
    ...addedChips(verdict, persona),
    ...defaultChips(verdict, persona),
  ];
  return capabilities.flatMap((capability): ToolGroup[] => {
    const here = chips.filter((chip) => (capabilityOf(chip.of, catalog) ?? 'other') === capability);
    const granted = here.filter((chip) => !chip.lost).map((chip) => chip.chip);
    const lost = here.filter((chip) => chip.lost).map((chip) => chip.chip);
    return granted.length + lost.length === 0
      ? []
      : [{ label: capabilityLabel(capability), granted, lost }];
  });
}

interface PlacedChip {
  readonly chip: ToolChip;
  readonly lost: boolean;
  /** The names that determine its capability. */
  readonly of: readonly string[];
}

const capabilityOf = (
  names: readonly string[],
  tools: readonly Tool[],
): Tool['does'] | undefined => {
  for (const name of names) {
    if (/^mcp__/.test(name)) return 'mcp';
    const tool = tools.find((one) => one.name === name);
    if (tool) return tool.does;
  }
  return undefined;
};

const namedChips = ({ tools, place }: Verdict, persona: Persona, lineOf: LineOf): PlacedChip[] =>
  tools
    .filter((tool) => tool.outcome !== 'no-effect' && !isShownAsDenied(tool, tools, persona))
    .map((tool) => ({
      chip: {
        name: tool.written,
        says: isTaken(tool, persona)
          ? t('denied by another field')
          : remarkOn(tool, place.host.name),
        line: lineOf(tool.span.start),
      },
      lost: tool.outcome === 'lost' || tool.outcome === 'denied' || isTaken(tool, persona),
      of: [tool.written.replace(/\(.*$/s, ''), ...tool.names, ...(tool.instead ?? [])],
    }));

/** A tool that is listed and denied is shown once, where it is denied. */
const isShownAsDenied = (
  tool: ToolVerdict,
  tools: readonly ToolVerdict[],
  persona: Persona,
): boolean =>
  isTaken(tool, persona) &&
  tools.some((one) => one.outcome === 'denied' && one.written === tool.written);

/** Tools that no tool list names: other fields or the host add them. */
const addedChips = ({ tools }: Verdict, persona: Persona): PlacedChip[] =>
  [...persona.tools.granted, ...persona.tools.always]
    .filter((name) => !tools.some((tool) => tool.names.includes(name)))
    .map((name) => ({
      chip: {
        name,
        says: persona.tools.always.includes(name)
          ? t('always granted')
          : t('added by another field'),
        line: null,
      },
      lost: false,
      of: [name],
    }));

/**
 * For a host with permission rules that grants every tool they do not deny: these tools. For other hosts the session decides,
 * so nothing is listed.
 */
const defaultChips = ({ tools, dialect }: Verdict, persona: Persona): PlacedChip[] => {
  const { evaluator } = dialect;
  if (!persona.tools.all || !evaluator) return [];
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
        !evaluator.hides(persona, name) &&
        !named.has(name),
    )
    .map(({ name, sometimes }) => ({
      chip: { name, says: sometimes ? t('only in some sessions') : '', line: null },
      lost: false,
      of: [name],
    }));
};

/** A label, or a sentence that the host declares; empty where there is nothing to add. */
function remarkOn(tool: ToolVerdict, host: string): string {
  const { outcome, why, effect, wider, instead = [], renamed } = tool;
  const declared = wider ?? effect;
  const reason = declared === undefined ? undefined : render(declared, { host });
  if (wider !== undefined) return reason ?? '';
  if (outcome === 'denied') return t('denied');
  if (outcome === 'unverified') return t('granted if available');
  if (renamed && outcome === 'granted')
    return t('renamed to {names}', { names: instead.join(', ') });
  if (outcome !== 'lost') return reason ?? '';
  return lostLabel(why, instead) ?? reason ?? t('not found');
}

function lostLabel(why: ToolVerdict['why'], instead: readonly string[]): string | undefined {
  const names = instead.join(', ');
  if (why === 'removed')
    return names === '' ? t('removed') : t('removed, replaced by {names}', { names });
  if (why === 'wrong-case') return t('names are case-sensitive, use {names}', { names });
  return undefined;
}
