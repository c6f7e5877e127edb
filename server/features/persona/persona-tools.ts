// The tools of a persona for the preview, grouped by what they let the agent do, each with a short remark.

import type { Dialect } from '../../hosts/model/dialect';
import type { PermissionEvaluator } from '../../hosts/model/permission-evaluator';
import type { Persona, ToolDeniedAround, ToolVerdict } from '../../hosts/model/persona';
import { type Capability, capabilities, capabilityLabel } from '../../hosts/model/tool-purposes';
import { capabilityOf, type Tool } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import type { ToolChip, ToolGroup } from '../../protocol/protocol';
import { before } from '../../text/before';
import { type Message, type Text, t } from '../../text/message';
import type { Span } from '../../text/span';
import type { Untranslated } from '../../text/translated';
import { isLeft, isTaken, stateOf, type ToolState, writtenTools } from './tool-count';

/** 0-based line of an offset. */
export type LineOf = (offset: number) => number;

/** The index of the finding with a fix that is about this text; null where there is none. */
export type FindingAt = (span: Span) => number | null;

/** The chips by capability. Those that the file lists are the names that `toolCount` counts, each in the same group. */
export function toolGroups(
  verdict: Verdict,
  persona: Persona,
  lineOf: LineOf,
  findingAt: FindingAt,
): readonly Untranslated<ToolGroup>[] {
  const { tools: catalog } = verdict.dialect.tools;
  const { evaluator } = verdict.dialect;
  const chips = [
    ...(persona.tools.all && evaluator
      ? permissionChips(verdict, persona, evaluator, { lineOf, findingAt })
      : [
          ...namedChips(verdict, persona, { lineOf, findingAt }),
          ...deniedAroundChips(verdict, persona),
        ]),
    ...addedChips(verdict, persona),
  ];
  return capabilities.flatMap((capability): Untranslated<ToolGroup>[] => {
    const here = chips.filter((chip) => capabilityOfNames(chip.of, catalog) === capability);
    const chipsIn = (state: ChipState): readonly Untranslated<ToolChip>[] =>
      here.flatMap(({ chip, state: one }) => (one === state ? [chip] : []));
    return here.length === 0
      ? []
      : [
          {
            label: capabilityLabel(capability),
            granted: chipsIn('granted'),
            unknown: chipsIn('unknown'),
            added: chipsIn('added'),
            lost: chipsIn('not-granted'),
          },
        ];
  });
}

type ChipState = ToolState | 'added';

interface PlacedChip {
  readonly chip: Untranslated<ToolChip>;
  readonly state: ChipState;
  /** The names that determine its capability. */
  readonly of: readonly string[];
}

/** What the first of these names that is known lets an agent do. */
export function capabilityOfNames(names: readonly string[], tools: readonly Tool[]): Capability {
  for (const name of names) {
    if (/^mcp__/.test(name)) return 'mcp';
    const tool = tools.find((one) => one.name === name);
    if (tool) return capabilityOf(tool);
  }
  return 'other';
}

/** Where the tools are in the file, and what is wrong with them. */
interface Source {
  readonly lineOf: LineOf;
  readonly findingAt: FindingAt;
}

function namedChips(
  { tools: read, place, dialect }: Verdict,
  persona: Persona,
  { lineOf, findingAt }: Source,
): readonly PlacedChip[] {
  const tools = writtenTools(read);
  const chips = new Map<string, PlacedChip>();
  for (const tool of tools) {
    if (isShownAsDenied(tool, tools, persona)) continue;
    const state = tool.outcome === 'denied' ? 'not-granted' : stateOf(tool, persona);
    if (state === null || chips.get(tool.written)?.state === 'granted') continue;
    const around = persona.tools.deniedAround?.find(
      (one) => tool.names.includes(one.tool) || one.tool === tool.written,
    );
    const note = around
      ? deniedAroundNote(around)
      : isTaken(tool, persona)
        ? t('denied by another field')
        : remarkOn(tool, place.host.name);
    chips.set(tool.written, {
      chip: {
        ...{ name: tool.written, detail: '', note, line: lineOf(tool.span.start) },
        toggle: toggleOf(tool, state, dialect),
        finding: findingAt(tool.span),
      },
      state,
      of: [before(tool.written, '('), ...tool.names, ...(tool.instead ?? [])],
    });
  }
  return [...chips.values()];
}

/** A name that the host has can be granted where a field denies it, and revoked where it grants something. */
function toggleOf(tool: ToolVerdict, state: ToolState, { tools }: Dialect): ToolChip['toggle'] {
  if (state !== 'not-granted')
    return tool.names.length > 0 || tool.outcome === 'unverified' ? 'revoke' : null;
  const isAvailable = tools.tools.some(
    ({ name, unavailable }) => unavailable === undefined && tool.names.includes(name),
  );
  return isAvailable && tool.outcome !== 'lost' ? 'grant' : null;
}

/** A tool that is listed and denied is shown once, where it is denied. */
const isShownAsDenied = (
  tool: ToolVerdict,
  tools: readonly ToolVerdict[],
  persona: Persona,
): boolean =>
  isTaken(tool, persona) &&
  tools.some((one) => one.outcome === 'denied' && one.written === tool.written);

const deniedAroundNote = ({ file, line }: Pick<ToolDeniedAround, 'file' | 'line'>): Message =>
  t('denied by {file}, line {line}', { file, line });

/** Tools that no tool list names, and that settings of the project deny. */
const deniedAroundChips = ({ tools }: Verdict, persona: Persona): PlacedChip[] =>
  (persona.tools.deniedAround ?? [])
    .filter(
      ({ tool }) => !tools.some(({ names, written }) => names.includes(tool) || written === tool),
    )
    .map((one) => ({
      chip: {
        ...{ name: one.tool, detail: '', note: deniedAroundNote(one) },
        ...{ line: null, toggle: null, finding: null },
      },
      state: 'not-granted',
      of: [one.tool],
    }));

/** Tools that no tool list names: other fields or the host add them. */
const addedChips = ({ tools }: Verdict, persona: Persona): PlacedChip[] =>
  [...persona.tools.granted, ...persona.tools.always]
    .filter((name) => !tools.some(({ names, written }) => names.includes(name) || written === name))
    .map((name) => ({
      chip: {
        name,
        detail: '',
        note: persona.tools.always.includes(name)
          ? t('always granted')
          : t('added by another field'),
        ...{ line: null, toggle: null, finding: null },
      },
      state: 'added',
      of: [name],
    }));

/**
 * For a host that grants every tool that its permission rules do not deny: each of its tools with what the rules allow, and
 * the names in the file that are none of its tools.
 */
function permissionChips(
  verdict: Verdict,
  persona: Persona,
  evaluator: PermissionEvaluator,
  { lineOf, findingAt }: Source,
): readonly PlacedChip[] {
  const { tools, dialect, place } = verdict;
  const known = dialect.tools.tools
    .filter(
      (tool) =>
        // The host itself keeps some tools from some agents: those are not the author's concern.
        persona.tools.denied.includes(tool.name) || isLeft(tool, persona, evaluator),
    )
    .map((tool): PlacedChip => {
      const { name, sometimes } = tool;
      const naming = tools.findLast(({ names }) => names.includes(name));
      const isHidden = persona.tools.denied.includes(name);
      const around = persona.tools.deniedAround?.find((one) => one.tool === name);
      return {
        chip: {
          name,
          detail: isHidden ? '' : limitOf(evaluator, persona, tool),
          note: around
            ? deniedAroundNote(around)
            : isHidden
              ? t('denied')
              : sometimes
                ? t('only in some sessions')
                : '',
          line: naming ? lineOf(naming.span.start) : null,
          toggle: isHidden ? 'grant' : 'revoke',
          finding: naming ? findingAt(naming.span) : null,
        },
        state: isHidden ? 'not-granted' : 'granted',
        of: [name],
      };
    });
  const others = tools.flatMap((tool): PlacedChip[] => {
    const state = tool.names.length > 0 ? null : stateOf(tool, persona);
    if (state !== 'unknown' && state !== 'not-granted') return [];
    const note = remarkOn(tool, place.host.name);
    const chip: Untranslated<ToolChip> = {
      ...{ name: tool.written, detail: '', note, line: lineOf(tool.span.start) },
      ...{ toggle: null, finding: findingAt(tool.span) },
    };
    return [{ chip, state, of: [tool.written] }];
  });
  return [...known, ...others];
}

/** What the permission rules of the file allow a tool that they do not hide: `asks`, `4 commands`. Empty for everything. */
function limitOf(evaluator: PermissionEvaluator, persona: Persona, tool: Tool): Text {
  const permission = evaluator.permissionFor(tool.name);
  const does = capabilityOf(tool);
  const action = evaluator.actionOn(persona, permission, '*');
  const subjects = new Set(
    (persona.permissions ?? [])
      .filter((rule) => rule.permission === permission && rule.pattern !== '*')
      .map(({ pattern }) => pattern),
  );
  const actions = [...subjects].map((subject) => evaluator.actionOn(persona, permission, subject));
  const differing = actions.filter((one) => one !== action).length;
  if (action === 'deny') {
    const count = actions.filter((one) => one !== 'deny').length;
    if (does === 'run') return count === 1 ? t('1 command') : t('{count} commands', { count });
    if (does === 'delegate') return count === 1 ? t('1 agent') : t('{count} agents', { count });
    return count === 1 ? t('1 pattern') : t('{count} patterns', { count });
  }
  if (differing === 0) return action === 'ask' ? t('asks') : '';
  if (differing === 1)
    return action === 'ask' ? t('asks, with 1 exception') : t('with 1 exception');
  return action === 'ask'
    ? t('asks, with {count} exceptions', { count: differing })
    : t('with {count} exceptions', { count: differing });
}

/** A label, or a sentence that the host declares; empty where there is nothing to add. */
function remarkOn(tool: ToolVerdict, host: string): Text {
  const { outcome, why, effect, wider, instead = [], renamed } = tool;
  const declared = wider ?? effect;
  const reason = declared === undefined ? undefined : t(declared, { host });
  if (wider !== undefined) return reason ?? '';
  if (outcome === 'denied') return t('denied');
  if (outcome === 'unverified') return t('granted if available');
  if (renamed && outcome === 'granted')
    return t('renamed to {names}', { names: instead.join(', ') });
  if (outcome !== 'lost') return reason ?? '';
  return lostLabel(why, instead) ?? reason ?? t('not found');
}

function lostLabel(why: ToolVerdict['why'], instead: readonly string[]): Message | undefined {
  const names = instead.join(', ');
  if (why === 'removed')
    return names === '' ? t('removed') : t('removed, replaced by {names}', { names });
  if (why === 'wrong-case') return t('names are case-sensitive, use {names}', { names });
  return undefined;
}
