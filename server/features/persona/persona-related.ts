// The agents, skills and MCP servers around an agent, for the preview: what it can call, what names it, what it uses.

import { headReferencesOf } from '../../hosts/judge/mentions/reference-builders';
import type { Reference } from '../../hosts/model/companion';
import { decidesOnTools } from '../../hosts/model/dialect';
import { effectIn } from '../../hosts/model/outcome';
import type { Verdict } from '../../hosts/model/verdict';
import type { RelatedCard, RelatedItem } from '../../protocol/protocol';
import { definedAs } from '../../rules/names/missing-references';
import { type KnownAgent, shortPathOf } from '../../rules/workspace-view';
import { joined, type Message, type Text, t } from '../../text/message';
import type { Untranslated } from '../../text/translated';
import { mentionedBy } from '../../workspace/agent-tables';
import { knownAgent } from '../../workspace/known-agents';
import type { View } from '../view/view';
import type { LineOf } from './persona-tools';

/** The URI of a file, by its path. */
export type UriOf = (path: string) => string;

/** A longer list is cut: no one reads it in a preview. */
const most = 40;

export function around(
  view: View,
  verdict: Verdict,
  lineOf: LineOf,
  uriOf: UriOf,
): Untranslated<RelatedCard> {
  const me = knownAgent(view.outline, verdict, view.context);
  const references = headReferencesOf(view.outline, verdict, view.context);
  const context = { view, verdict, me, lineOf, uriOf };
  const named = distinct(
    references.filter(({ kind, how }) => kind === 'agent' && how !== 'mentions'),
  );
  const calls = [
    ...named.map((one) => calledAgent(one, context)),
    ...mentionedAgents(context, new Set(named.map(({ name }) => name))),
  ];
  return {
    callsNote: callSummary(me, named, verdict, view),
    calls: calls.slice(0, most),
    calledBy: callersOf(context),
    skills: used('skill', references, context),
    servers: used('mcp-server', references, context),
  };
}

interface CardContext {
  readonly view: View;
  readonly verdict: Verdict;
  readonly me: KnownAgent;
  readonly lineOf: LineOf;
  readonly uriOf: UriOf;
}

function callSummary(
  me: KnownAgent,
  named: readonly Reference[],
  { dialect }: Verdict,
  { workspace }: View,
): Text {
  const { host } = me.place;
  // Where no file decides on tools, none is known.
  if (named.length === 0 && !me.canCall && !decidesOnTools(dialect)) return '';
  if (!me.canCall && !named.some(({ how }) => how === 'hands-over'))
    return named.length > 0
      ? t('It names agents but has no tool to call them.')
      : t('It has no tool to call other agents.');
  const { delegation } = host;
  if (named.length === 0 && !me.leads && delegation?.depth === 1)
    return effectIn(host, delegation.effect);
  if (named.some(({ how }) => how === 'calls')) return t('It can call these agents.');
  if (named.length > 0) return '';
  const others = workspace.ids(host).filter((id) => id !== me.id).length;
  if (others === 0) return t('It can call any agent, but no other agent is known here.');
  return others === 1
    ? t('It can call any agent that is offered. 1 other agent is known here.')
    : t('It can call any agent that is offered. {count} other agents are known here.', {
        count: others,
      });
}

const labels: Readonly<Partial<Record<Reference['how'], Message>>> = {
  calls: t('can be called'),
  'hands-over': t('handoff'),
  uses: t('watched'),
};

const effectLabels: Readonly<Record<NonNullable<Reference['effect']>, Message>> = {
  allow: t('allowed'),
  ask: t('asks the user'),
  deny: t('denied'),
};

function calledAgent(
  { name, how, effect, isPattern, span }: Reference,
  { view, verdict, lineOf, uriOf }: CardContext,
): Untranslated<RelatedItem> {
  const known = isPattern ? [] : view.workspace.called(verdict.place.host, name);
  const [first] = known;
  const isMissing = !isPattern && !first && how !== 'rules';
  const remarks = [
    effect === undefined ? (labels[how] ?? '') : effectLabels[effect],
    isMissing ? t('not found') : '',
  ];
  return {
    name: name === '*' && isPattern ? t('all others') : name,
    note: joined(
      remarks.filter((label) => label !== ''),
      ', ',
    ),
    tone: effect === 'deny' ? 'denied' : isMissing ? 'missing' : 'plain',
    line: lineOf(span.start),
    uri: first ? uriOf(first.path) : null,
  };
}

/** The agents that only the prompt names, as the graph shows them. */
function mentionedAgents(
  { view: { workspace }, verdict, me, lineOf, uriOf }: CardContext,
  named: ReadonlySet<string>,
): readonly Untranslated<RelatedItem>[] {
  return mentionedBy(me).flatMap((name): readonly Untranslated<RelatedItem>[] => {
    if (name === me.id || named.has(name)) return [];
    const [first] = workspace.called(verdict.place.host, name);
    if (!first) return [];
    const mention = me.mentions.find((one) => one.name === name);
    return [
      {
        name,
        note: t('mentioned in the prompt'),
        tone: 'plain',
        line: mention ? lineOf(mention.span.start) : null,
        uri: uriOf(first.path),
      },
    ];
  });
}

function callersOf({
  view: { workspace, path },
  verdict,
  me,
  uriOf,
}: CardContext): readonly Untranslated<RelatedItem>[] {
  if (me.id === null) return [];
  const { id } = me;
  const { host } = verdict.place;
  const callers = workspace
    .callers(host, id)
    .filter((caller) => caller.path !== path && caller.place.host === verdict.place.host)
    .map((caller): Untranslated<RelatedItem> => {
      const denies = caller.references.some(
        ({ kind, name, effect }) => kind === 'agent' && name === me.id && effect === 'deny',
      );
      return {
        name: caller.name ?? caller.path,
        note: denies ? t('denies this agent') : '',
        tone: denies ? 'denied' : 'plain',
        line: null,
        uri: uriOf(caller.path),
      };
    });
  const known = new Set<unknown>(callers.map(({ uri }) => uri));
  const isNew = ({ uri }: { readonly uri: unknown }): boolean =>
    !known.has(uri) && known.add(uri) !== null;
  const mentioning = workspace
    .mentioning(host, id)
    .filter((one) => one.path !== path && one.place.host === host)
    .map((one) => namingFile(one.name ?? one.path, t('mentions it'), uriOf(one.path)));
  const files = (['names', 'mentions', 'delegates'] as const).flatMap((does) =>
    workspace
      .companions(host, 'agent', does, id)
      .map((one) =>
        namingFile(
          shortPathOf(one),
          does === 'names' ? t('starts it') : t('mentions it'),
          uriOf(one.path),
        ),
      ),
  );
  return [...callers, ...[...mentioning, ...files].filter(isNew)].slice(0, most);
}

const namingFile = (name: string, note: Message, uri: string): Untranslated<RelatedItem> => ({
  ...{ name, note, uri },
  ...{ tone: 'plain', line: null },
});

function used(
  kind: 'skill' | 'mcp-server',
  references: readonly Reference[],
  { view: { workspace }, verdict, me, lineOf, uriOf }: CardContext,
): readonly Untranslated<RelatedItem>[] {
  const { host } = verdict.place;
  const own = new Set(me.defines.filter((one) => one.kind === kind).map(({ name }) => name));
  return distinct(references.filter((one) => one.kind === kind && one.how === 'uses'))
    .slice(0, most)
    .map(({ name, span }): Untranslated<RelatedItem> => {
      const [defined] = definedAs(workspace, host, kind, name);
      const isKnown = defined !== undefined || own.has(name);
      // Where not all files can be read, it may still exist.
      const isMissing = !isKnown && workspace.seesAll;
      return {
        name,
        note: isKnown ? '' : isMissing ? t('not found') : t('not found in the open folders'),
        tone: isMissing ? 'missing' : 'plain',
        line: lineOf(span.start),
        uri: defined ? uriOf(defined.path) : null,
      };
    });
}

function distinct(references: readonly Reference[]): readonly Reference[] {
  const seen = new Map<string, Reference>();
  for (const one of references) {
    const key = `${one.name} ${one.how}`;
    // The last of several rules on a name decides.
    if (one.how === 'rules' || !seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}
