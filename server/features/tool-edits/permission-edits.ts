// Grants and revokes tools where permission rules decide about them: in the map of the rules, or in the older map of tools.
import type { Edits } from '../../agent/writer';
import type { AllowList } from '../../hosts/model/dialect';
import type { PermissionEvaluator } from '../../hosts/model/permission-evaluator';
import type { Verdict } from '../../hosts/model/verdict';
import type { ToolChange } from '../../protocol/protocol';
import { addEntry } from '../../rules/yaml/map-entries';
import { type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import { scalar } from '../../yaml/scalar';
import { type Entry, entryOf, textOf } from '../../yaml/value';
import { after } from '../fixes/fix-verification';
import type { View } from '../view/view';
import type { Attempt } from './held-tools';

export function permissionAttempts(
  view: View,
  verdict: Verdict,
  evaluator: PermissionEvaluator,
  { tool, granted }: ToolChange,
): readonly Attempt[] {
  const { allowList } = verdict.dialect;
  const permission = evaluator.permissionFor(tool);
  const inOldMap = (): ReturnType<Attempt> => oldMap(view, verdict, tool, granted);
  if (!allowList || allowList.asList) return [inOldMap];
  const action = granted ? allowList.named : allowList.others[1];
  const rule: Rule = { permission, action, allowList };
  return [
    inOldMap,
    () => replacedRule(view, rule),
    () => lastRule(view, rule),
    () => firstRule(view, rule),
  ];
}

interface Rule {
  readonly permission: string;
  readonly action: string;
  readonly allowList: AllowList;
}

const changed = (view: View, edits: Edits): ReturnType<Attempt> =>
  edits === null || edits.length === 0 ? null : { view: after(view, edits) };

/** Changes the map of names to true or false, if the author uses it. */
function oldMap(
  view: View,
  { fields, tools, dialect }: Verdict,
  tool: string,
  granted: boolean,
): ReturnType<Attempt> {
  const old = fields.find(({ field }) => field?.role === 'tools' && field.deprecated !== undefined);
  if (old?.value.kind !== 'map') return null;
  const { writer } = view;
  const named = tools.filter(({ key, names }) => key === old.key && names.includes(tool));
  const entry = old.value.entries.findLast(
    ({ key, keySpan }) => key === tool || named.some(({ span }) => span.start === keySpan.start),
  );
  const word = String(granted);
  if (entry)
    return entry.value.kind === 'boolean'
      ? changed(view, writer.replaceValue(entry.value, { word }))
      : null;
  const field = dialect.allowList?.field;
  const hasRules = field !== undefined && entryOf(view.outline.fields, field) !== undefined;
  return hasRules ? null : changed(view, addEntry(writer, old.value, scalar(tool), word));
}

/** Changes the rule where it is. Rules for single commands or files are replaced too, which the author has to confirm. */
function replacedRule(view: View, { permission, action, allowList }: Rule): ReturnType<Attempt> {
  const { writer, outline } = view;
  const map = entryOf(outline.fields, allowList.field)?.value;
  const entry = map?.kind === 'map' ? entryOf(map.entries, permission) : undefined;
  if (!entry) return null;
  if (entry.value.kind !== 'map')
    return changed(view, writer.replaceValue(entry.value, { text: action }));
  const key = outline.text.slice(entry.keySpan.start, entry.keySpan.end);
  const made = changed(
    view,
    writer.inYaml([{ span: trimmed(view, entry.span), text: `${key}: ${action}` }]),
  );
  return made && { ...made, question: lostPatterns(entry) };
}

const lostPatterns = ({ key, value }: Entry): Message => {
  const count = value.kind === 'map' ? value.entries.length : 0;
  return count === 1
    ? t('The rule under "{permission}" is replaced.', { permission: key })
    : t('The {count} rules under "{permission}" are replaced.', { permission: key, count });
};

/** Adds a rule after all others, as the last matching one wins. One for the same permission before it is removed. */
function lastRule(view: View, { permission, action, allowList }: Rule): ReturnType<Attempt> {
  const { outline } = view;
  const map = entryOf(outline.fields, allowList.field)?.value;
  const entry = map?.kind === 'map' ? entryOf(map.entries, permission) : undefined;
  const freed = entry ? withoutLines(view, entry) : view;
  const there = freed && entryOf(freed.outline.fields, allowList.field)?.value;
  if (!freed || there?.kind !== 'map') return null;
  const made = changed(freed, addEntry(freed.writer, there, scalar(permission), action));
  return made && (entry?.value.kind === 'map' ? { ...made, question: lostPatterns(entry) } : made);
}

function withoutLines(view: View, entry: Entry): View | null {
  const { text } = view.outline;
  const { start, end } = trimmed(view, entry.span);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end) + 1;
  const isAlone = /^\s*$/.test(text.slice(from, start)) && /^\s*$/.test(text.slice(end, to));
  const edits =
    isAlone && to > 0 && view.writer.inYaml([{ span: { start: from, end: to }, text: '' }]);
  return edits ? after(view, edits) : null;
}

/** Writes the field, or turns an action for everything into a map that begins with it. */
function firstRule(view: View, { permission, action, allowList }: Rule): ReturnType<Attempt> {
  const { writer, outline } = view;
  const { field, others } = allowList;
  const entry = entryOf(outline.fields, field);
  if (!entry) {
    const inserted = writer.insertField(field, action);
    const made = inserted && after(view, inserted);
    const there = made && entryOf(made.outline.fields, field);
    return there
      ? changed(made, made.writer.setField(there, { pairs: [[permission, action]] }))
      : null;
  }
  const { value } = entry;
  if (value.kind === 'map' && value.entries.length > 0) return null;
  const forAll = textOf(value);
  const rules = [
    ...(forAll === undefined ? [] : [[others[0], scalar(forAll)] as const]),
    [permission, action] as const,
  ];
  return changed(view, writer.setField(entry, { pairs: rules }));
}

function trimmed({ outline: { text } }: View, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
