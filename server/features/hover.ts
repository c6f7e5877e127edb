// What stands under the pointer, and what it means to the hosts that read the file.
import { type Caret, caretAt } from '../agent/caret';
import type { Path } from '../agent/value';
import { capabilityLabels } from '../hosts/capabilities';
import { citation } from '../hosts/evidence';
import type { Field, Host } from '../hosts/host';
import type { ToolVerdict } from '../hosts/persona';
import type { KeyType } from '../hosts/type';
import { broughtAs } from '../rules/brought';
import { type Span, touches } from '../text/span';
import { keysOf, typesAt } from './completion/types';
import { choicesOf, choiceText, fieldText, modelText, toolText } from './explain';
import { agentText, broughtText } from './explain-agent';
import { fieldInShort } from './fate-words';
import { isShownByEditor, namedAt, usesAt } from './navigation';
import type { Lane, View } from './view';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** Null where there is nothing to say, or where the editor says it already. */
export function hover(view: View, offset: number): Hover | null {
  const caret = caretAt(view.outline, offset);
  // In the prompt, and in a file that is no agent, there are only names of agents to explain.
  if ((caret.in !== 'key' && caret.in !== 'value') || view.lanes.length === 0)
    return agentAt(view, offset);
  const named = agentAt(view, offset) ?? broughtAt(view, offset);
  const parts = [
    ...(named ? [named] : []),
    ...view.lanes.flatMap((lane) => partFor(view, lane, caret, offset) ?? []),
  ];
  const [first] = parts;
  if (!first) return null;
  const texts = [...new Set(parts.map((part) => part.markdown))];
  return { span: first.span, markdown: [...texts, ...elsewhere(view, caret)].join('\n\n---\n\n') };
}

/** Another agent that is named here. */
function agentAt(view: View, offset: number): Hover | null {
  if (!view.beside() && view.lanes.every(({ place: { host } }) => isAlone(view, host))) return null;
  const named = namedAt(view, offset);
  if (!named || named.isOwn || isShownByEditor(view, named, 'explains')) return null;
  const [agent] = named.hosts.flatMap((host) => view.neighbours.called(host, named.id));
  return agent ? { span: named.span, markdown: agentText(agent) } : null;
}

const isAlone = ({ neighbours }: View, host: Host): boolean => neighbours.ids(host).length < 2;

/** A skill or a server that is named here. */
function broughtAt(view: View, offset: number): Hover | null {
  if (view.neighbours.size < 2) return null;
  for (const { host, reference } of usesAt(view, offset)) {
    const brought = broughtAs(view.neighbours, host, reference.kind, reference.name);
    const markdown = broughtText(brought);
    if (markdown !== null) return { span: reference.span, markdown };
  }
  return null;
}

/** What becomes of a field in the other hosts that read the file, once they were judged: a hover does not wait for them. */
function elsewhere(view: View, caret: Asked): readonly string[] {
  if (caret.in !== 'key' || caret.path.length > 0) return [];
  const shown = new Set(view.lanes.map(({ place }) => place));
  const lines = view.judged().flatMap(({ place, fields }): string[] => {
    const field = shown.has(place) ? undefined : fields.find(({ key }) => key === caret.text);
    return field ? [`- ${place.host.name}: ${fieldInShort(field)}`] : [];
  });
  return lines.length === 0 ? [] : [`In other hosts:\n${lines.join('\n')}`];
}

type Asked = Extract<Caret, { in: 'key' | 'value' }>;

function partFor(view: View, lane: Lane, caret: Asked, offset: number): Hover | null {
  const [key] = caret.in === 'key' && caret.path.length === 0 ? [caret.text] : caret.path;
  if (typeof key !== 'string' || isCovered(view, lane, key)) return null;
  // A key at the top names no tool: it is explained without judging the text.
  const tools = caret.in === 'key' && caret.path.length === 0 ? [] : lane.verdict().tools;
  const tool = tools.find((one) => one.key === key && touches(one.span, offset));
  const field = Object.hasOwn(lane.dialect.fields, key) ? lane.dialect.fields[key] : undefined;
  if (tool) {
    const below =
      field && caret.in === 'key' ? keyBelow(field, caret.path.slice(1), caret.text) : undefined;
    return { span: tool.span, markdown: toolHover(lane, tool, below?.summary) };
  }
  if (!field)
    return caret.in === 'key' && caret.path.length === 0
      ? unknownKey(view, lane, caret.token, key)
      : null;
  const host = lane.place.host.name;
  if (caret.in === 'key') {
    const markdown =
      caret.path.length === 0
        ? fieldText(key, field, host)
        : belowText(field, caret.path.slice(1), caret.text);
    return markdown === null ? null : { span: caret.token, markdown };
  }
  const { editorModels } = view.context;
  const markdown =
    field.role === 'model' && caret.text !== ''
      ? modelHover(lane, caret.text, editorModels)
      : valueText(field, caret.path.slice(1), caret.text, host);
  return markdown === null ? null : { span: caret.token, markdown };
}

/** The editor's own support explains the field of the hosts that it speaks of. */
const isCovered = ({ builtin }: View, { place }: Lane, key: string): boolean =>
  builtin.reports[place.host.id] !== undefined && builtin.hovers.includes(key);

function unknownKey(view: View, lane: Lane, span: Span, key: string): Hover | null {
  if (!view.outline.fields.some((entry) => entry.key === key)) return null;
  const { unknownField } = lane.dialect;
  const { name } = lane.place.host;
  return {
    span,
    markdown: `**${key}** is not a field of ${name}: it ${unknownField.says}.\n\n- Known from: ${citation(unknownField.evidence)}`,
  };
}

function belowText(field: Field, path: Path, key: string): string | null {
  const known = keyBelow(field, path, key);
  return known ? `**${key}**\n\n${known.summary}` : null;
}

const keyBelow = (field: Field, path: Path, key: string): KeyType | undefined =>
  typesAt(field.type, path)
    .flatMap(keysOf)
    .find(([name]) => name === key)?.[1];

function valueText(field: Field, path: Path, text: string, host: string): string | null {
  const choices = typesAt(field.type, path).flatMap(choicesOf);
  const choice =
    choices.find((one) => one.value === text) ??
    choices.find((one) => one.value.toLowerCase() === text.toLowerCase());
  return choice ? choiceText(choice, host, field.evidence) : null;
}

function modelHover({ dialect, place }: Lane, text: string, offered: readonly string[]): string {
  const { models } = dialect;
  const host = place.host.name;
  const known = models.models.find((model) => model.id === text);
  const { says } = models.resolve(text, offered);
  const lines = known
    ? [modelText(known, host, models.evidence)]
    : [`**${text}** · ${host}`, '', `- Known from: ${citation(models.evidence)}`];
  return [lines[0] ?? '', '', `${host} ${says}.`, ...lines.slice(1)].join('\n');
}

/** @param asKey what the name means as a key of its field, where that is more than the tool. */
function toolHover(lane: Lane, verdictOfTool: ToolVerdict, asKey?: string): string {
  const { written, names, instead = [] } = verdictOfTool;
  const { tools } = lane.dialect;
  const host = lane.place.host.name;
  const name = written.replace(/\(.*$/s, '');
  const tool =
    tools.tools.find((one) => one.name === name) ??
    tools.tools.find((one) => one.name === names[0]);
  const head = tool ? toolText(tool, host) : `**${written}** · ${host}`;
  const fate = fateOf(verdictOfTool, host);
  const heirs = tools.tools.filter((one) => instead.includes(one.name) && one !== tool);
  const lines = [
    head,
    ...(asKey === undefined ? [] : ['', asKey]),
    '',
    fate,
    ...heirs.map((one) => `- ${one.name}: ${one.means} (${capabilityLabels[one.does]})`),
  ];
  return [...lines, '', `- Known from: ${citation(tools.evidence)}`].join('\n');
}

function fateOf(
  { written, outcome, why, says, wider, renamed, instead = [] }: ToolVerdict,
  host: string,
): string {
  const more = says === undefined ? '' : ` ${host} ${says}.`;
  if (wider !== undefined && outcome === 'granted')
    return `Granted, and more than it says: ${host} ${wider}.`;
  if (renamed && outcome !== 'lost') return `Granted under its new name: ${instead.join(', ')}.`;
  switch (outcome) {
    case 'granted':
      return `Granted.${more}`;
    case 'denied':
      return `Taken away.${more}`;
    case 'unverified':
      return `Whether it is there cannot be known from here.${more}`;
    case 'no-effect':
      return `Without effect.${more}`;
    case 'lost':
      return `Not granted: ${whyWords[why ?? 'unknown']}.${more === '' && why === 'unknown' ? ` ${host} knows no tool "${written}".` : more}`;
  }
}

const whyWords = {
  unknown: 'no such tool is known',
  removed: 'the tool no longer exists',
  replaced: 'another tool in the list stands in for it',
  unavailable: 'an agent like this one is not given it',
  'wrong-case': 'names are compared letter by letter',
  'wrong-form': 'this form names no tool',
  'not-text': 'this is no text',
} as const;
