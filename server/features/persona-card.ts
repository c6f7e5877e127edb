// The agent in a file as each host builds it, as plain data for the preview. Words for people are made here, so
// that every editor shows the same.
import { estimateMethod, tokensIn } from '../agent/token-estimate';
import { capabilities, capabilityLabels } from '../hosts/capabilities';
import type { FileFate } from '../hosts/fate';
import type { Persona, ToolVerdict } from '../hosts/persona';
import type { Tool } from '../hosts/tools';
import type { Verdict } from '../hosts/verdict';
import type { AgentCard, HostCard, PermissionCard, ToolChip, ToolGroup } from '../protocol';
import { hexOf } from '../rules/color';
import type { Finding } from '../rules/rule';
import { severities } from '../rules/rule';
import type { View } from './view';

/** 0-based line of an offset. */
export type LineOf = (offset: number) => number;

/** One card a host that reads the file: owners first. Empty where none does. */
export function personaCards(view: View, lineOf: LineOf): readonly HostCard[] {
  const findings = view.findings();
  return view.verdicts().map((verdict) => hostCard(verdict, findings, lineOf));
}

/** What the status item needs: as `personaCards`, without the agent. */
export function hostHeads(view: View): readonly Omit<HostCard, 'detail' | 'agent' | 'findings'>[] {
  return view.verdicts().map(headOf);
}

function hostCard(verdict: Verdict, findings: readonly Finding[], lineOf: LineOf): HostCard {
  const own = findings.filter(
    (finding) => finding.host === verdict.place.host.id || finding.host === null,
  );
  return {
    ...headOf(verdict),
    detail: detailOf(verdict),
    agent: verdict.persona && agentCard(verdict, verdict.persona, lineOf),
    findings: [...own]
      .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
      .map(({ severity, message, rule, span }) => ({
        severity,
        message,
        rule,
        line: span && lineOf(span.start),
      })),
  };
}

function headOf(verdict: Verdict): Omit<HostCard, 'detail' | 'agent' | 'findings'> {
  const { place, fate } = verdict;
  const { host, role } = place;
  return {
    host: host.id,
    hostName: host.name,
    hostVersion: host.version,
    verified: host.verified,
    role,
    fate,
    tone: verdict.runs === false && verdict.persona ? 'bad' : tones[fate],
    headline: headlineOf(verdict),
  };
}

const tones: Readonly<Record<FileFate, HostCard['tone']>> = {
  loads: 'good',
  'loads-changed': 'changed',
  ignored: 'bad',
  refused: 'bad',
  'stops-host': 'bad',
  'not-read': 'unknown',
  unknown: 'unknown',
};

function headlineOf({ fate, reason, runs, persona, place }: Verdict): string {
  const { name } = place.host;
  if (persona && runs === false) return 'Loads, and will not start.';
  switch (fate) {
    case 'loads':
      return 'Loads as written.';
    case 'loads-changed':
      return reason === 'frontmatter-lost'
        ? 'Loads without its frontmatter.'
        : 'Loads, but not as written.';
    case 'ignored':
      return reason === 'disabled'
        ? 'Switched off by the file itself.'
        : `${name} sees no agent here, and says nothing.`;
    case 'refused':
      return `${name} refuses this file.`;
    case 'stops-host':
      return `${name} will not start with this file.`;
    case 'not-read':
      return `${name} does not look here.`;
    case 'unknown':
      return 'Not known.';
  }
}

function detailOf(verdict: Verdict): string {
  const { runs, runsNot, persona, tools, place } = verdict;
  if (persona && runs === false && runsNot !== undefined) return `${place.host.name} ${runsNot}.`;
  if (!persona || persona.tools.all) return '';
  const listed = tools.filter((tool) => tool.outcome !== 'denied' && tool.outcome !== 'no-effect');
  const granted = listed.filter((tool) => tool.outcome === 'granted').length;
  if (listed.length === 0) return 'It has no tools.';
  return granted === listed.length ? '' : `${granted} of ${listed.length} tools are granted.`;
}

function agentCard(verdict: Verdict, persona: Persona, lineOf: LineOf): AgentCard {
  const { color, model, prompt, description } = persona;
  const written = Array.isArray(model.written)
    ? model.written.join(', ')
    : (model.written as string | null);
  return {
    id: persona.id,
    name: persona.name,
    description,
    color: color === null ? null : { name: color, hex: hexOf(color) ?? null },
    model: { written, says: modelSays(verdict, persona) },
    mode: persona.mode,
    called: calledHow(persona),
    tools: {
      all: persona.tools.all,
      says: toolsSay(verdict, persona),
      groups: toolGroups(verdict, persona, lineOf),
    },
    permissions:
      persona.permissions?.map(
        (rule): PermissionCard => ({
          permission: rule.permission,
          pattern: rule.pattern,
          action: rule.action,
          line: lineOf(rule.span.start),
        }),
      ) ?? null,
    cost: {
      description: tokensIn(description ?? ''),
      prompt: tokensIn(prompt),
      method: estimateMethod,
    },
    prompt,
    promptLine: lineOf(verdict.promptSpan?.start ?? 0),
  };
}

function modelSays({ dialect }: Verdict, { model }: Persona): string {
  const first = Array.isArray(model.written) ? model.written[0] : model.written;
  if (typeof first === 'string') return dialect.models.resolve(first).says;
  return model.effective === null || model.effective === 'inherit'
    ? 'inherited from the session'
    : `uses ${model.effective}`;
}

function calledHow({ userInvocable, modelInvocable, mode }: Persona): string {
  if (mode === 'primary') return 'by you, as the main agent';
  if (mode === 'all') return 'by you, and by other agents';
  if (userInvocable && modelInvocable) return 'by other agents from its description, and by you';
  if (userInvocable) return 'only by you';
  return modelInvocable
    ? 'only by other agents, from its description'
    : 'by nobody: both ways are switched off';
}

function toolsSay({ tools }: Verdict, { tools: { all, denied, granted } }: Persona): string {
  if (all) return denied.length === 0 ? 'Every tool' : `Every tool but ${denied.join(', ')}`;
  const listed = tools.filter(
    (tool) => tool.outcome !== 'denied' && tool.outcome !== 'no-effect',
  ).length;
  if (granted.length === 0 && listed === 0) return 'No tool';
  const given = tools.filter((tool) => tool.outcome === 'granted').length;
  return given === listed
    ? `${granted.length} ${granted.length === 1 ? 'tool' : 'tools'}`
    : `${given} of ${listed} tools`;
}

function toolGroups(verdict: Verdict, persona: Persona, lineOf: LineOf): readonly ToolGroup[] {
  const { tools: catalogue } = verdict.dialect.tools;
  const chips = [...namedChips(verdict, lineOf), ...addedChips(verdict, persona)];
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

const namedChips = ({ tools }: Verdict, lineOf: LineOf): PlacedChip[] =>
  tools
    .filter(({ outcome }) => outcome !== 'no-effect')
    .map((tool) => ({
      chip: { name: tool.written, says: chipSays(tool), line: lineOf(tool.span.start) },
      lost: tool.outcome === 'lost' || tool.outcome === 'denied',
      of: [...tool.names, ...(tool.instead ?? []), tool.written.replace(/\(.*$/s, '')],
    }));

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

function chipSays({ outcome, why, says, wider, instead = [], renamed }: ToolVerdict): string {
  if (wider !== undefined) return wider;
  if (outcome === 'denied') return 'taken away';
  if (outcome === 'unverified') return 'given where its server or extension is there';
  if (renamed && outcome === 'granted') return `now called ${instead.join(', ')}`;
  if (outcome !== 'lost') return says ?? '';
  const heir =
    instead.length > 0
      ? `; ${instead.join(', ')} ${instead.length > 1 ? 'do' : 'does'} its work`
      : '';
  switch (why) {
    case 'removed':
      return `no longer exists${heir}`;
    case 'replaced':
      return says ?? `not offered beside ${instead.join(', ')}`;
    case 'unavailable':
      return says ?? 'not given to an agent like this one';
    case 'wrong-case':
      return `written ${instead.join(', ')}`;
    case 'wrong-form':
    case 'not-text':
      return says ?? 'names no tool';
    default:
      return says ?? 'not known';
  }
}
