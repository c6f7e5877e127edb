// Agents, skills and MCP servers where one is referenced. A partly typed name is already a reference; where nothing is typed yet,
// a placeholder is inserted to find out whether it would be one.

import { type Caret, caretAt } from '../../agent/caret';
import { type Outline, outlineOf } from '../../agent/outline';
import { nameInFile } from '../../agent/write-json';
import { judge } from '../../hosts/judge/compute-verdict';
import { headReferencesOf } from '../../hosts/judge/mentions/reference-builders';
import type { Reference } from '../../hosts/model/companion';
import type { EditorSupport } from '../../hosts/model/editor-support';
import type { Host } from '../../hosts/model/host';
import { agentKindOf } from '../../hosts/model/place';
import { possibleDefaultAgents } from '../../rules/names/default-agent';
import { shortPathOf } from '../../rules/workspace-view';
import { t } from '../../text/message';
import { touches } from '../../text/span';
import type { Path } from '../../yaml/value';
import type { Lane } from '../agents/lanes';
import { agentMarkdown, definedText } from '../hover/explain-agent';
import type { View } from '../view/view';
import { type Completion, type Word as CompletionWord, ranks } from './item';
import { providerWords } from './models';

export function referenceItems(
  view: View,
  offset: number,
  builtin: EditorSupport,
): readonly Completion[] {
  const items = new Map<string, Completion>();
  for (const lane of view.lanes) {
    const { host } = lane.place;
    if (!agentKindOf(lane.place)?.references || !hasAny(view, host)) continue;
    const reference = referenceAt(view, lane, offset);
    if (!reference || isOffered(builtin, reference) || isOfToolList(lane, reference)) continue;
    for (const word of wordsFor(view, lane, reference))
      if (!items.has(word.label))
        items.set(word.label, {
          ...word,
          kind: 'reference',
          isSnippet: false,
          span: reference.span,
          rank: ranks.likely,
          deprecated: false,
        });
  }
  return [...items.values()];
}

/** The editor's own support completes agents in the list of a field, but not in nested keys. */
const isOffered = (builtin: EditorSupport, { kind, path: [field, ...below] }: Reference): boolean =>
  kind === 'agent' &&
  typeof field === 'string' &&
  builtin.offers[field] === 'everything' &&
  below.every((step) => typeof step === 'number');

/** In a list of tools, servers are offered as tools, in the form that the list accepts. */
const isOfToolList = ({ dialect }: Lane, { kind, path: [field] }: Reference): boolean =>
  kind === 'mcp-server' &&
  dialect.tools.ofServer !== undefined &&
  typeof field === 'string' &&
  /tools$/.test(dialect.fields[field]?.role ?? '');

/** Whether the workspace has another agent, a skill or a server to offer. */
const hasAny = ({ workspace }: View, host: Host): boolean =>
  workspace.ids(host).length > 1 ||
  workspace.definedNames(host, 'skill').length > 0 ||
  workspace.definedNames(host, 'mcp-server').length > 0;

type Word = Pick<Completion, 'label' | 'detail' | 'documentation' | 'insert'>;

function wordsFor(view: View, lane: Lane, { kind, path }: Reference): readonly Word[] {
  const { workspace } = view;
  const { host } = lane.place;
  if (kind === 'agent') {
    const own = lane.verdict().persona?.id;
    return workspace.ids(host).flatMap((id): Word[] => {
      const [agent] = workspace.called(host, id);
      if (id === own || !agent) return [];
      return [
        {
          label: id,
          detail: t('{host} agent', { host: host.name }),
          documentation: () => agentMarkdown(agent),
          insert: nameInFile(view.path, id),
        },
      ];
    });
  }
  const spelled = path[0] === 'tools' ? host.missing?.[kind]?.spelled : undefined;
  return workspace.definedNames(host, kind).flatMap((name): Word[] => {
    const defined = workspace.companions(host, kind, 'defines', name);
    const [first] = defined;
    return first
      ? [
          {
            label: spelled ? spelled(name) : name,
            detail: shortPathOf(first),
            documentation: () => definedText(defined) ?? '',
            insert: nameInFile(view.path, spelled ? spelled(name) : name),
          },
        ]
      : [];
  });
}

/** A caret in a setting of a configuration that names agents or providers, and what may be written there. */
interface SettingList {
  readonly outline: Outline;
  readonly caret: Caret;
  readonly items: readonly Completion[];
}

/** Null anywhere else. */
export function settingAt(view: View, offset: number): SettingList | null {
  const hosts = view
    .configuredHosts()
    .filter(({ defaultAgent, providerSettings }) => defaultAgent || providerSettings);
  if (hosts.length === 0) return null;
  const { text } = view.outline;
  const outline: Outline = { ...view.outline, form: 'json', head: { start: 0, end: text.length } };
  const caret = caretAt(outline, offset);
  if (caret.in !== 'value') return null;
  const [key, ...below] = caret.path;
  const words = hosts.flatMap((host) =>
    below.length === 0
      ? defaultAgents(view, host, key)
      : below.length === 1 && host.providerSettings && isProviderList(host, key)
        ? providerWords(view, host)
        : [],
  );
  if (words.length === 0 && below.length > 0) return null;
  const once = new Map(words.map((word) => [word.label, word]));
  const items = [...once.values()].map(({ label, kind, detail, documentation, rank }) => {
    const name = JSON.stringify(label);
    return {
      ...{ label, kind, detail, documentation, span: caret.token, isSnippet: false },
      ...{ rank: rank ?? ranks.ordinary, deprecated: false },
      insert: caret.quote === '' ? name : name.slice(1, -1),
    };
  });
  return { outline, caret, items };
}

const isProviderList = ({ companionFiles = [] }: Host, key: Path[number] | undefined): boolean =>
  companionFiles.some(({ names }) =>
    names.some(({ kind, as, at }) => kind === 'provider' && as === 'list' && at[0] === key),
  );

function defaultAgents(
  { workspace }: View,
  host: Host,
  key: Path[number] | undefined,
): readonly AnyWord[] {
  const { defaultAgent: setting } = host;
  if (!setting || setting.key !== key) return [];
  return possibleDefaultAgents(host, setting, null, workspace).map((label) => {
    const [agent] = workspace.called(host, label);
    return {
      ...{ label, kind: 'reference', rank: ranks.likely },
      detail: t('{host} agent', { host: host.name }),
      documentation: () => (agent ? agentMarkdown(agent) : ''),
    };
  });
}

type AnyWord = Pick<CompletionWord, 'label' | 'kind' | 'detail' | 'documentation' | 'rank'>;

/** Offered with the models that the program has itself. */
const isOfModel = (kind: Reference['kind']): boolean => kind === 'provider' || kind === 'model';

function referenceAt(view: View, lane: Lane, offset: number): Reference | undefined {
  const { outline, context } = view;
  const isHere = ({ kind, span }: Reference): boolean =>
    kind !== 'file' && !isOfModel(kind) && touches(span, offset);
  const found = headReferencesOf(outline, lane.verdict(), context).find(isHere);
  const isInPrompt = outline.form === 'markdown' && offset > outline.body.start;
  if (
    found ||
    isInPrompt ||
    outline.form === 'json' ||
    /[\w-]/.test(outline.text[offset - 1] ?? '')
  )
    return found;
  const text = `${outline.text.slice(0, offset)}x${outline.text.slice(offset)}`;
  const changed = outlineOf(text, outline.form);
  const reference = headReferencesOf(changed, judge(changed, lane.place, context), context).find(
    ({ kind, name, span }) => kind !== 'file' && name === 'x' && span.start === offset,
  );
  return reference && { ...reference, span: { start: offset, end: offset } };
}
