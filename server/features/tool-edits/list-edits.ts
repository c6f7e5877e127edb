// Grants and revokes tools where a field lists them. What comes first in a list of attempts is closest to what the author wrote;
// the caller judges the result and takes the first attempt that does what was asked.
import type { Edits } from '../../agent/writer';
import type { FieldRole } from '../../hosts/model/field';
import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import type { ToolChange } from '../../protocol/protocol';
import { fieldOf, removeEdits } from '../../rules/tools/tool-names';
import { t } from '../../text/message';
import { entryOf } from '../../yaml/value';
import { after } from '../fixes/fix-verification';
import { verdictIn } from '../view/verdicts';
import type { View } from '../view/view';
import { type Attempt, heldTools, membersOf, toolsNamed } from './held-tools';

export function listAttempts(view: View, verdict: Verdict, change: ToolChange): readonly Attempt[] {
  const key = fieldFor(verdict, 'tools');
  if (key === undefined) return [];
  return change.granted
    ? [() => granted(view, verdict, key, change.tool)]
    : [
        () => removedFromList(view, verdict, key, change.tool),
        () => denied(view, verdict, change.tool),
        () => listedWithout(view, verdict, key, change.tool),
      ];
}

/** The key of the field that the file uses for this, or that the host would use. */
function fieldFor({ fields, dialect }: Verdict, role: FieldRole): string | undefined {
  const used = fields.find(({ field }) => field?.role === role);
  if (used) return used.key;
  return Object.entries(dialect.fields).find(
    ([, field]) => field.role === role && !field.deprecated && field.noEffect === undefined,
  )?.[0];
}

/** The next view after a change; null where it cannot be written. */
const next = (view: View, edits: Edits): View | null =>
  edits && (edits.length === 0 ? view : after(view, edits));

const laterVerdict = (view: View, { place }: Verdict): Verdict | undefined =>
  verdictIn(view, place.host.id);

/** Removes the tool from the denied ones, and adds it to the list if there is one. */
function granted(view: View, verdict: Verdict, key: string, tool: string): ReturnType<Attempt> {
  const wanted = new Set(toolsNamed(verdict.dialect.tools, tool));
  const freed = withoutEntries(
    view,
    verdict,
    ({ outcome, names, written }) =>
      outcome === 'denied' && (written === tool || names.some((name) => wanted.has(name))),
  );
  const now = freed && laterVerdict(freed, verdict);
  if (!freed || !now?.persona) return null;
  const held = heldTools(now);
  const hasAll = [...wanted].every((name) => held.has(name));
  const made = hasAll ? freed : next(freed, freed.writer.addItem([key], tool));
  return made && { view: made };
}

/** Removes the names that grant the tool. Of a name that grants more, the rest stays. */
function removedFromList(
  view: View,
  verdict: Verdict,
  key: string,
  tool: string,
): ReturnType<Attempt> {
  if (verdict.persona?.tools.all !== false) return null;
  const { tools: catalog } = verdict.dialect;
  const revoked = new Set([
    ...toolsNamed(catalog, tool),
    ...verdict.tools.flatMap(({ written, names }) => (written === tool ? names : [])),
  ]);
  const singleOf = ({ names }: ToolVerdict): readonly string[] =>
    names.flatMap((name) => membersOf(catalog, name));
  const isGranting = (one: ToolVerdict): boolean =>
    one.key === key &&
    (one.outcome === 'granted' || one.outcome === 'unverified') &&
    (one.written === tool || singleOf(one).some((name) => revoked.has(name)));
  const rest = verdict.tools
    .filter(isGranting)
    .flatMap((one) => (one.written === tool ? [] : singleOf(one)))
    .filter((name) => !revoked.has(name));
  let now = withoutEntries(view, verdict, isGranting);
  for (const name of new Set(rest)) {
    const here: Verdict | undefined = now ? laterVerdict(now, verdict) : undefined;
    if (!now || !here) return null;
    if (!heldTools(here).has(name)) now = next(now, now.writer.addItem([key], name));
  }
  return now && { view: now };
}

/** Names the tool in the field that denies tools. */
function denied(view: View, verdict: Verdict, tool: string): ReturnType<Attempt> {
  const key = fieldFor(verdict, 'denied-tools');
  const made = key === undefined ? null : next(view, view.writer.addItem([key], tool));
  return made && { view: made };
}

/** Where every tool is granted and none can be denied, all others can only be listed. */
function listedWithout(
  view: View,
  verdict: Verdict,
  key: string,
  tool: string,
): ReturnType<Attempt> {
  if (!verdict.persona?.tools.all) return null;
  const { tools: catalog, allowList } = verdict.dialect;
  if (allowList) return null;
  const revoked = new Set(toolsNamed(catalog, tool));
  const kept = [...heldTools(verdict)].filter((name) => !revoked.has(name));
  const names = fewestNames(verdict, kept);
  const made = next(view, view.writer.setNames(key, names));
  return (
    made && {
      view: made,
      question: t(
        '{host} has no field that denies single tools. The file then lists the other {count} names, and tools of MCP servers and extensions are no longer granted.',
        { host: verdict.place.host.name, count: names.length },
      ),
    }
  );
}

/** Names that grant these tools and no others: names for several tools where they fit, else single ones. */
function fewestNames({ dialect }: Verdict, tools: readonly string[]): readonly string[] {
  const { tools: catalog } = dialect;
  const open = new Set(tools);
  const groups = [
    ...(catalog.aliases ?? []),
    ...catalog.tools.filter(({ members }) => members !== undefined),
  ].filter(({ name }) => toolsNamed(catalog, name).every((one) => open.has(one)));
  const covered = new Set(groups.flatMap(({ name }) => toolsNamed(catalog, name)));
  return [...groups.map(({ name }) => name), ...tools.filter((name) => !covered.has(name))];
}

/** Removes entries one after the other, as each may be the last of its list. */
function withoutEntries(
  view: View,
  verdict: Verdict,
  isLeftOut: (tool: ToolVerdict) => boolean,
): View | null {
  let now: View | null = view;
  for (let left = verdict.tools.length; left > 0 && now; left--) {
    const here: Verdict | undefined = laterVerdict(now, verdict);
    const tool: ToolVerdict | undefined = here?.tools.find(isLeftOut);
    if (!here || !tool) return now;
    const edits = removeEdits(now.writer, fieldOf(here, tool), tool);
    // The only name of a string has no separator that could be removed with it.
    now = next(now, edits?.length === 0 ? lastRemoved(now, here, tool) : edits);
  }
  return now;
}

/** A list of denied tools without names is superfluous; a list of granted tools must stay, or every tool would be granted. */
function lastRemoved({ writer, outline }: View, verdict: Verdict, { key }: ToolVerdict): Edits {
  const entry = entryOf(outline.fields, key);
  if (!entry) return null;
  return fieldOf(verdict, { key })?.field?.role === 'denied-tools'
    ? writer.removeField(entry)
    : writer.setField(entry, { names: [], form: 'flow' });
}
