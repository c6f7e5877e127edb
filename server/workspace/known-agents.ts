// A file as each of its hosts reads it, without its text.

import type { Outline } from '../agent/outline';
import { judge } from '../hosts/judge/compute-verdict';
import { causeOf } from '../hosts/judge/file-outcome';
import { delegatesIn } from '../hosts/judge/mentions/delegation-phrases';
import { callsIn, type Mention, mentionsIn } from '../hosts/judge/mentions/mentions';
import { exactNameSpan, headReferencesOf } from '../hosts/judge/mentions/reference-builders';
import { type SlashName, slashNamesIn } from '../hosts/judge/mentions/skill-calls';
import { capabilitiesOf, privilegesAmong } from '../hosts/judge/tools/capabilities';
import type { CompanionName, Reference } from '../hosts/model/companion';
import type { Context } from '../hosts/model/context';
import type { Dialect } from '../hosts/model/dialect';
import type { FieldVerdict } from '../hosts/model/field-verdict';
import { type Persona, type ToolVerdict, toolLimitOf } from '../hosts/model/persona';
import { agentKindOf, type Place } from '../hosts/model/place';
import { type Capability, capabilities } from '../hosts/model/tool-purposes';
import type { Verdict } from '../hosts/model/verdict';
import type { KnownAgent } from '../rules/workspace-view';
import { before } from '../text/before';
import type { Span } from '../text/span';
import { textOf, type Value } from '../yaml/value';

/** One entry per location. */
export const knownAgents = (
  outline: Outline,
  places: readonly Place[],
  context: Context,
): readonly KnownAgent[] =>
  places.map((place) => knownAgent(outline, judge(outline, place, context), context));

export interface KnownAgentOptions {
  /** Whether the names in the prompt are of use, which no rule reads and whose search takes long. Default: true. */
  readonly readsPrompt?: boolean;
  /** See `KnownAgent.losesLimit`. Default: false. */
  readonly losesLimit?: boolean;
}

export function knownAgent(
  outline: Outline,
  verdict: Verdict,
  context: Context,
  { readsPrompt = true, losesLimit = false }: KnownAgentOptions = {},
): KnownAgent {
  const { place, dialect, outcome, reason, runs, persona, fields } = verdict;
  let name: FieldVerdict | undefined;
  let staysOn = false;
  for (const field of fields) {
    const role = field.field?.role;
    if (role === 'name') name ??= field;
    else if (role === 'disable' && field.value.kind === 'boolean' && !field.value.boolean)
      staysOn = true;
  }
  const able = persona === null ? noAbility : capabilitiesOf(persona.tools, dialect.tools);
  // A tool that is not known here belongs to a server.
  const hasServers = persona !== null && persona.tools.unverified.length > 0;
  const id = persona?.id ?? null;
  const written = persona?.model.written;
  return {
    path: place.path,
    place,
    outcome,
    reason,
    runs,
    cause: persona === null ? causeOf(verdict) : null,
    id,
    shadows: persona ? null : shadowedBy(outline, verdict, context),
    name: persona?.name ?? null,
    description: persona?.description ?? null,
    model: persona?.model.effective ?? null,
    writtenModel: typeof written === 'string' ? written : null,
    color: persona?.color ?? null,
    tools: persona === null ? [] : persona.tools.all ? null : persona.tools.granted,
    toolLimit: persona && toolLimitOf(persona.tools),
    writtenTools: writtenToolsOf(verdict),
    unverified: hasServers ? persona.tools.unverified : noNames,
    nameSpan:
      name && persona && isCalledBy(persona, name) ? lettersOf(outline.text, name.value) : null,
    references: referencesIn(outline, verdict, context),
    mentions: mentionsOf(outline, verdict, readsPrompt),
    skillCalls: readsPrompt ? skillCallsOf(outline, verdict) : noCalls,
    delegates: readsPrompt ? delegatesOf(outline, verdict) : noNames,
    defines: persona ? definedBy(outline, verdict, context) : nothing,
    staysOn,
    losesLimit,
    isConfigured: false,
    overrides: persona?.overrides ?? noOverrides,
    mergedWith: persona?.mergedWith ?? noNames,
    capabilities: capabilities.filter((one) => able.has(one) || (hasServers && one === 'mcp')),
    privileges: privilegesAmong(able),
    intendedPrivileges: privilegesAmong(new Set([...able, ...deniedByAccident(verdict)])),
    canCall: able.has('delegate'),
    ...(persona && deniesCalls(persona, dialect) && { deniesCalls: true as const }),
    leads: persona !== null && (place.host.delegation?.leads(persona) ?? true),
    unfit: (persona && place.host.defaultAgent?.unfit(persona)) ?? null,
    isOffered: persona?.modelInvocable ?? false,
  };
}

/** Whether a tool for calling agents is among those that it is denied. */
const deniesCalls = ({ tools }: Persona, dialect: Dialect): boolean =>
  tools.denied.some((name) =>
    dialect.tools.tools.some(
      (tool) => tool.name === name && (tool.purposes?.[0] ?? tool.does) === 'delegate',
    ),
  );

const noNames: readonly string[] = [];
const noOverrides: KnownAgent['overrides'] = [];
const noAbility: ReadonlySet<Capability> = new Set();

/** The capabilities that are removed only by denials that match more tools than they name. */
function deniedByAccident({ tools, dialect, persona }: Verdict): ReadonlySet<Capability> {
  if (!persona || !tools.some(isWiderDenial)) return noAbility;
  const isDenied = (name: string): boolean =>
    tools.some(
      (one) => one.outcome === 'denied' && !isWiderDenial(one) && one.names.includes(name),
    );
  const removed = tools
    .filter(isWiderDenial)
    .flatMap(({ names }) => names)
    .filter((name) => !isDenied(name));
  const isListed = (name: string): boolean =>
    persona.tools.all || tools.some((one) => one.outcome === 'granted' && one.names.includes(name));
  const granted = removed.filter(isListed);
  const given = { ...persona.tools, all: false, granted, denied: [], always: [] };
  return capabilitiesOf(given, dialect.tools);
}

const isWiderDenial = ({ outcome, wider }: ToolVerdict): boolean =>
  outcome === 'denied' && wider !== undefined;

/** Lowercase, without limits in parentheses. A server's tool is one that the host cannot know, or reads by its last segment. */
function writtenToolsOf({ fields, tools }: Verdict): string | null {
  const lists = fields.filter(
    ({ field, value }) => field?.role === 'tools' && value.kind !== 'map',
  );
  const own = tools.filter(({ key }) => lists.some((list) => list.key === key));
  if (own.length === 0) return null;
  const names = own.flatMap(({ written, outcome, wider }) => {
    const name = before(written, '(').trim().toLowerCase();
    const isServers = outcome === 'unverified' || (wider !== undefined && name.includes('/'));
    return isServers ? [] : [name];
  });
  return [...new Set(names)].sort().join(' ');
}

/** The ID that the agent would have if the host loaded it. */
function shadowedBy({ text }: Outline, verdict: Verdict, context: Context): string | null {
  const { place, dialect, outcome, reason, fields, agent } = verdict;
  const silent = agentKindOf(place)?.sameName?.silent;
  if (!silent?.applies(outcome, reason)) return null;
  if (silent.idOf) return silent.idOf(place);
  if (!agent) return null;
  const made = agentKindOf(place)?.persona({
    text,
    agent,
    fields,
    dialect,
    place,
    context,
  });
  return made?.persona.id ?? null;
}

/** The references of a rejected file are known as well, so that a rename also updates them. */
function referencesIn(outline: Outline, verdict: Verdict, context: Context): readonly Reference[] {
  return headReferencesOf(outline, verdict, context).filter(
    ({ kind }) => kind === 'agent' || verdict.persona !== null,
  );
}

/** Known for a rejected file as well, for the same reason. */
function mentionsOf(
  { text }: Outline,
  { agent, place }: Verdict,
  readsPrompt: boolean,
): readonly Mention[] {
  if (!agent) return noMention;
  const find = readsPrompt ? mentionsIn : callsIn;
  return find(text, agent.prompt.span, place.host.mentions);
}

/** Only names that could be this host's are of use, and most prompts have none. */
function delegatesOf({ text }: Outline, { agent, persona }: Verdict): readonly string[] {
  return agent && persona ? delegatesIn(text, agent.prompt.span) : noNames;
}

/** In a string of a table or an object, the slash may be part of an escape. */
const skillCallsOf = (
  { text, form }: Outline,
  { agent, persona }: Verdict,
): readonly SlashName[] =>
  agent && persona && form === 'markdown' ? slashNamesIn(text, agent.prompt.span) : noCalls;

const noCalls: readonly SlashName[] = [];

const noMention: readonly Mention[] = [];

const nothing: readonly CompanionName[] = [];

function definedBy(
  { text }: Outline,
  { place, dialect, fields, agent }: Verdict,
  context: Context,
): readonly CompanionName[] {
  const { defines } = agentKindOf(place) ?? {};
  return defines && agent ? defines({ text, agent, fields, dialect, place, context }) : nothing;
}

/** The range without the quotes, if the content has no escapes. */
const lettersOf = (text: string, value: Value): Span =>
  exactNameSpan(text, { name: textOf(value) ?? '', span: value.span }) ?? value.span;

/** Whether the name field determines the ID, and not the path. */
const isCalledBy = ({ id }: Persona, { value }: FieldVerdict): boolean =>
  value.kind === 'text' && (id === value.text || id.endsWith(`:${value.text}`));
