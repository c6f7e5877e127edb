// The agent in a file as each host builds it, as plain data for the preview. The texts are made here, so that every editor
// shows the same.

import { estimateMethod, tokensIn } from '../../agent/token-estimate';
import { decidesOnTools } from '../../hosts/model/dialect';
import { isDocumentedOnly } from '../../hosts/model/host';
import { rootOf } from '../../hosts/model/located-file';
import { effectIn } from '../../hosts/model/outcome';
import type { Persona } from '../../hosts/model/persona';
import { versionAt } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import type {
  AgentCard,
  CardPart,
  HostCard,
  PermissionCard,
  StatusParams,
} from '../../protocol/protocol';
import { type Finding, severities } from '../../rules/rule';
import { hexOf } from '../../rules/values/color';
import { listed } from '../../rules/words';
import { joined, type Message, type Text, t } from '../../text/message';
import { covers, type Span } from '../../text/span';
import type { Untranslated } from '../../text/translated';
import { placesOf } from '../fixes/fixes';
import { losersOf } from '../fixes/tool-loss';
import {
  briefVerdictLabel,
  fileSummaryOf,
  headlineOf,
  isNotBegun,
  toneOf,
  unwrittenLabel,
} from '../verdict-labels';
import type { View } from '../view/view';
import { blockersOf } from '../write-once/blockers';
import { describeBlocker, problemOf } from '../write-once/make-valid';
import { bestFix, hookCards, otherFields } from './persona-hooks';
import { around, type UriOf } from './persona-related';
import { type FindingAt, type LineOf, toolGroups } from './persona-tools';
import { probeKinds } from './probe';
import { reachCards } from './reach-card';
import { riskCards } from './risks';
import { skillCard } from './skill-card';
import { skillText } from './skill-text';
import { startCard } from './start';
import { toolCount, toolsLabel } from './tool-count';

/** One card per host that reads the file, the user's programs first. Empty where none does. */
export function personaCards(
  view: View,
  lineOf: LineOf,
  uriOf: UriOf = (path) => `file://${path}`,
): readonly Untranslated<HostCard>[] {
  return view.ranked().map((verdict) => hostCard({ view, verdict, lineOf, uriOf }));
}

/** What the status item needs: as `personaCards`, without the agent. */
export function hostHeads(view: View): Untranslated<StatusParams['hosts']> {
  return view.ranked().map((verdict) => ({
    ...headOf(view, verdict),
    label: isNotBegun(view.outline.text, fileSummaryOf(verdict, view.findings()))
      ? unwrittenLabel(verdict.place.host.name)
      : briefVerdictLabel(verdict),
  }));
}

interface Shown {
  readonly view: View;
  readonly verdict: Verdict;
  readonly lineOf: LineOf;
  readonly uriOf: UriOf;
}

function hostCard(shown: Shown): Untranslated<HostCard> {
  const { view, verdict, lineOf } = shown;
  const findings = cardFindings(view, verdict);
  const best = findings.map(bestFix);
  const fixes = best.map((fix) => fix?.title);
  return {
    ...headOf(view, verdict),
    detail: verdict.skill
      ? skillText(verdict.skill)
      : verdict.persona
        ? detailOf(verdict)
        : reasonFor(view, verdict, findings),
    skill: skillCard(verdict),
    agent: verdict.persona && agentCard(shown, verdict.persona, findingIn(findings, fixes)),
    findings: findings.map((finding, n) => ({
      severity: finding.severity,
      message: finding.message,
      rule: finding.rule,
      line: finding.span && lineOf(finding.span.start),
      fix: fixes[n] ?? null,
      fixTakesFrom: best[n] ? listed(losersOf(view, best[n].edits, verdict.place.host.id)) : '',
    })),
    otherFields: otherFields(verdict, view.outline.text, lineOf),
  };
}

/** The findings of the host, and those that concern no host, as they apply in each of them. The most severe come first. */
export function cardFindings(view: View, { place }: Verdict): readonly Finding[] {
  return [...view.findingsFor(place.host.id)].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}

/** The first finding at a place that has a fix. */
const findingIn =
  (findings: readonly Finding[], fixes: readonly (Message | undefined)[]): FindingAt =>
  (place) => {
    const at = findings.findIndex(
      (finding, n) =>
        fixes[n] !== undefined &&
        placesOf(finding).some((one) => one !== null && covers(place, one)),
    );
    return at < 0 ? null : at;
  };

function headOf(
  view: View,
  verdict: Verdict,
): Untranslated<Omit<HostCard, 'detail' | 'skill' | 'agent' | 'findings' | 'otherFields'>> {
  const { place, outcome } = verdict;
  const { host, role } = place;
  const summary = fileSummaryOf(verdict, view.findings());
  return {
    host: host.id,
    hostName: host.name,
    hostVersion: versionAt(place),
    versionBy: place.versionBy === undefined ? null : t(place.versionBy),
    verified: host.verified,
    isDocumentedOnly: isDocumentedOnly(host),
    role,
    outcome,
    tone: isNotBegun(view.outline.text, summary) ? 'unknown' : toneOf(summary),
    headline: headlineOf(summary),
  };
}

/** Why there is no agent, where no finding of the card explains it. */
function reasonFor(view: View, verdict: Verdict, findings: readonly Finding[]): Text {
  const isExplained = findings.some(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
  const [blocker] = isExplained || verdict.reason === 'disabled' ? [] : blockersOf(verdict);
  // The headline states what the host does.
  return blocker ? (problemOf(blocker) ?? describeBlocker(view, blocker).message) : '';
}

function detailOf(verdict: Verdict): Text {
  const { runs, runsNot, persona, place } = verdict;
  if (persona && runs === false && runsNot !== undefined) return effectIn(place.host, runsNot);
  const count = toolCount(verdict);
  if (!count) return '';
  const { granted, notGranted, unknown, written, added } = count;
  if (written + added.length === 0) return t('The agent has no tools.');
  const sentences: Message[] = [];
  if (notGranted.length > 0)
    sentences.push(
      written === 1
        ? t('Its only tool is not granted.')
        : t('{granted} of {count} tools are granted.', { granted: granted.length, count: written }),
    );
  if (unknown.length === 1) sentences.push(t('1 tool is granted only if it is available.'));
  if (unknown.length > 1)
    sentences.push(
      t('{count} tools are granted only if they are available.', { count: unknown.length }),
    );
  return joined(sentences);
}

function agentCard(
  { view, verdict, lineOf, uriOf }: Shown,
  persona: Persona,
  findingAt: FindingAt,
): Untranslated<AgentCard> {
  const { color, model, prompt, description } = persona;
  const written = Array.isArray(model.written)
    ? model.written.join(', ')
    : (model.written as string | null);
  return {
    id: persona.id,
    name: persona.name,
    description,
    color: color === null ? null : { name: color, hex: hexOf(view.catalog, color) ?? null },
    model: { written, label: modelLabel(verdict, persona) },
    mode: persona.mode,
    invocation: callersOf(persona),
    start: startCard(verdict, persona),
    tools: {
      all: persona.tools.all,
      summary: toolsLabel(verdict),
      groups: toolGroups(verdict, persona, lineOf, findingAt),
      areConfigurable: decidesOnTools(verdict.dialect),
      haveCopies: hasCopies(view, verdict),
    },
    risks: [...riskCards(verdict, lineOf), ...reachCards(view, verdict, lineOf)],
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
    related: around(view, verdict, lineOf, uriOf),
    hooks: hookCards(verdict, lineOf),
    cost: {
      description: tokensIn(description ?? ''),
      prompt: tokensIn(prompt),
      method: estimateMethod(),
    },
    ...promptOf(view.outline.text, verdict.promptSpan, prompt, lineOf),
    lines: placesIn(verdict, lineOf),
  };
}

/** Whether the project has an agent with the same id in a folder of another program. */
function hasCopies({ workspace, catalog }: View, { place, persona }: Verdict): boolean {
  if (!persona) return false;
  const root = rootOf(place);
  return workspace
    .inAnyHost(persona.id)
    .some(
      ({ path, place: other }) =>
        path !== place.path &&
        other.role === 'owner' &&
        !other.isGuess &&
        other.host !== place.host &&
        catalog.mainHosts.includes(other.host) &&
        rootOf(other) === root,
    );
}

/** The range of the prompt where the document contains it verbatim, else its text: it may be long, and each host has one. */
function promptOf(
  text: string,
  span: Span | null,
  prompt: string,
  lineOf: LineOf,
): Pick<AgentCard, 'prompt' | 'promptAt' | 'promptLine'> {
  const from = span?.start ?? 0;
  const start = text.indexOf(prompt, from);
  const isVerbatim = start >= 0 && start + prompt.length <= (span?.end ?? 0);
  const promptAt = isVerbatim
    ? { start, end: start + prompt.length }
    : { start: from, end: span?.end ?? 0 };
  return {
    prompt: isVerbatim ? null : prompt,
    promptAt,
    promptLine: lineOf(promptAt.start),
  };
}

const parts: readonly CardPart[] = ['name', 'description', 'model', 'mode', 'color', 'tools'];

function placesIn({ fields }: Verdict, lineOf: LineOf): AgentCard['lines'] {
  return Object.fromEntries(
    parts.flatMap((part) => {
      const found = fields.find(({ field }) => field?.role === part);
      return found ? [[part, { from: lineOf(found.span.start), to: lineOf(found.span.end) }]] : [];
    }),
  );
}

/** The model that the host uses, or a sentence if that depends on more than the file. */
function modelLabel({ dialect, place }: Verdict, { model }: Persona): Text {
  const first = Array.isArray(model.written) ? model.written[0] : model.written;
  const effective = model.effective === 'inherit' ? null : model.effective;
  if (typeof first === 'string') {
    const here = typeof model.effective === 'string' ? [model.effective] : [];
    const { outcome, effect } = dialect.models.resolve(first, here);
    const isCertain = outcome === 'alias' || outcome === 'known';
    if (effective === null || !isCertain) return effectIn(place.host, effect);
  }
  return effective ?? t('the model of the session');
}

function callersOf({ userInvocable, modelInvocable, mode }: Persona): Message {
  if (mode === 'primary') return t('by you, as the main agent');
  if (mode === 'all') return t('by you and by other agents');
  if (userInvocable && modelInvocable)
    return t('by other agents, based on its description, and by you');
  if (userInvocable) return t('only by you');
  return modelInvocable
    ? t('only by other agents, based on its description')
    : t('not at all: calls by users and by agents are both disabled');
}
