// The agent in a file as each host builds it, as plain data for the preview. Words for people are made here, so
// that every editor shows the same.
import { estimateMethod, tokensIn } from '../agent/token-estimate';
import type { Persona } from '../hosts/persona';
import type { Verdict } from '../hosts/verdict';
import type { AgentCard, CardPart, HostCard, PermissionCard } from '../protocol';
import { hexOf } from '../rules/color';
import type { Finding } from '../rules/rule';
import { severities } from '../rules/rule';
import { render } from '../text/message';
import type { Span } from '../text/span';
import { faredOf, headlineOf, toneOf } from './fate-words';
import { around, type UriOf } from './persona-around';
import { hookCards } from './persona-hooks';
import { type LineOf, toolGroups, toolsSay } from './persona-tools';
import { probeKinds } from './probe';
import { toolCount } from './tool-count';
import type { View } from './view';

/** One card a host that reads the file: owners first. Empty where none does. */
export function personaCards(
  view: View,
  lineOf: LineOf,
  uriOf: UriOf = (path) => `file://${path}`,
): readonly HostCard[] {
  const findings = view.findings();
  return view.verdicts().map((verdict) => hostCard({ view, verdict, lineOf, uriOf }, findings));
}

/** What the status item needs: as `personaCards`, without the agent. */
export function hostHeads(view: View): readonly Omit<HostCard, 'detail' | 'agent' | 'findings'>[] {
  return view.verdicts().map(headOf);
}

interface Shown {
  readonly view: View;
  readonly verdict: Verdict;
  readonly lineOf: LineOf;
  readonly uriOf: UriOf;
}

function hostCard(shown: Shown, findings: readonly Finding[]): HostCard {
  const { verdict, lineOf } = shown;
  const own = findings.filter(
    (finding) => finding.host === verdict.place.host.id || finding.host === null,
  );
  return {
    ...headOf(verdict),
    detail: detailOf(verdict),
    agent: verdict.persona && agentCard(shown, verdict.persona),
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
  const fared = faredOf(verdict);
  return {
    host: host.id,
    hostName: host.name,
    hostVersion: host.version,
    verified: host.verified,
    role,
    fate,
    tone: toneOf(fared),
    headline: headlineOf(fared),
  };
}

function detailOf(verdict: Verdict): string {
  const { runs, runsNot, persona, place } = verdict;
  if (persona && runs === false && runsNot !== undefined)
    return render(runsNot, { host: place.host.name });
  const count = toolCount(verdict);
  if (!count) return '';
  const { granted, unsure, asked } = count;
  if (asked === 0) return 'It has no tools.';
  const parts = [
    ...(granted.length + unsure.length < asked
      ? [`${granted.length} of ${asked} tools are granted.`]
      : []),
    ...(unsure.length > 0
      ? [
          `Whether ${unsure.length === 1 ? 'one tool is' : `${unsure.length} tools are`} there cannot be known here.`,
        ]
      : []),
  ];
  return parts.join(' ');
}

function agentCard({ view, verdict, lineOf, uriOf }: Shown, persona: Persona): AgentCard {
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
      says: toolsSay(verdict),
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
    probes: probeKinds(verdict),
    around: around(view, verdict, lineOf, uriOf),
    hooks: hookCards(verdict, lineOf),
    cost: {
      description: tokensIn(description ?? ''),
      prompt: tokensIn(prompt),
      method: estimateMethod,
    },
    ...promptOf(view.outline.text, verdict.promptSpan, prompt, lineOf),
    places: placesIn(verdict, lineOf),
  };
}

/** Told by its place where it stands in the document letter for letter: a prompt may be long, and each host has one. */
function promptOf(
  text: string,
  span: Span | null,
  prompt: string,
  lineOf: LineOf,
): Pick<AgentCard, 'prompt' | 'promptAt' | 'promptLine'> {
  const from = span?.start ?? 0;
  const start = text.indexOf(prompt, from);
  const isThere = start >= 0 && start + prompt.length <= (span?.end ?? 0);
  const promptAt = isThere
    ? { start, end: start + prompt.length }
    : { start: from, end: span?.end ?? 0 };
  return {
    prompt: isThere ? null : prompt,
    promptAt,
    promptLine: lineOf(promptAt.start),
  };
}

const parts: readonly CardPart[] = ['name', 'description', 'model', 'mode', 'color', 'tools'];

function placesIn({ fields }: Verdict, lineOf: LineOf): AgentCard['places'] {
  return Object.fromEntries(
    parts.flatMap((part) => {
      const said = fields.find(({ field }) => field?.role === part);
      return said ? [[part, { from: lineOf(said.span.start), to: lineOf(said.span.end) }]] : [];
    }),
  );
}

function modelSays({ dialect, place }: Verdict, { model }: Persona): string {
  const first = Array.isArray(model.written) ? model.written[0] : model.written;
  if (typeof first === 'string') {
    const here = typeof model.effective === 'string' ? [model.effective] : [];
    return render(dialect.models.resolve(first, here).effect, { host: place.host.name });
  }
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
