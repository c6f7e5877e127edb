// The hooks of an agent as a list: the event, what it matches, and what is run.

import type { FieldRole } from '../../hosts/model/field';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Verdict } from '../../hosts/model/verdict';
import type { HookCard, OtherField } from '../../protocol/protocol';
import type { Finding, Fix } from '../../rules/rule';
import type { Edit } from '../../text/edit';
import type { Message } from '../../text/message';
import { oneLine } from '../../text/one-line';
import type { Untranslated } from '../../text/translated';
import { type Entry, textOf, type Value } from '../../yaml/value';
import { editsOf } from '../fixes/fix-verification';
import { outcomeCell } from '../hover/outcome-table';
import type { LineOf } from './persona-tools';

/** Empty where the host uses no hooks of this file. */
export function hookCards({ fields }: Verdict, lineOf: LineOf): readonly HookCard[] {
  return fields
    .filter(
      ({ field, outcome }) => field?.role === 'hooks' && !field.noEffect && outcome !== 'refused',
    )
    .flatMap((field) =>
      entriesOf(field.value).flatMap((event) =>
        itemsOf(event.value).flatMap((item) => cardsOf(event, item, field, lineOf)),
      ),
    );
}

/** The cards of a matcher with hooks below it, or of a single hook. */
function cardsOf(event: Entry, item: Value, field: FieldVerdict, lineOf: LineOf): HookCard[] {
  const nested = partOf(item, 'hooks');
  const hooks = nested ? itemsOf(nested) : [item];
  const matcher = textOf(partOf(item, 'matcher')) ?? '';
  return hooks.map((hook) => ({
    event: event.key,
    matcher,
    action: actionOf(hook),
    line: lineOf(hook.span.start),
    isLost: field.problems.some(
      ({ span }) =>
        (span.start >= hook.span.start && span.end <= hook.span.end) ||
        (span.start === event.keySpan.start && span.end === event.keySpan.end),
    ),
  }));
}

/** Every kind of hook has one string that is its action; these keys next to it say when and how it runs. */
const conditionKeys: ReadonlySet<string> = new Set([
  'type',
  'matcher',
  'if',
  'statusMessage',
  'cwd',
]);

function actionOf(hook: Value): string {
  const action = entriesOf(hook).find(
    ({ key, value }) => !conditionKeys.has(key) && textOf(value) !== undefined,
  );
  return textOf(action?.value) ?? textOf(partOf(hook, 'type')) ?? '';
}

const entriesOf = (value: Value | undefined): readonly Entry[] =>
  value?.kind === 'map' ? value.entries : [];

const itemsOf = (value: Value): readonly Value[] => (value.kind === 'list' ? value.items : []);

const partOf = (value: Value, key: string): Value | undefined =>
  entriesOf(value).find((entry) => entry.key === key)?.value;

// The fixes of a finding as the preview offers them. Their edits are made only for the finding that is to be fixed, and for the
// first fix of the others, whose title is shown.

export interface WritableFix {
  readonly title: Message;
  readonly edits: readonly Edit[];
}

/** The fixes that change something, the best first: a safe one, then those for review, then drafts. */
export const writableFixes = (finding: Finding): readonly WritableFix[] =>
  sortFixes(finding).flatMap((fix) => {
    const edits = editsOf(fix);
    return edits.length === 0 ? [] : [{ title: fix.title, edits }];
  });

/** The best fix; undefined where there is none. */
export function bestFix(finding: Finding): WritableFix | undefined {
  const fix = sortFixes(finding).find((one) => editsOf(one).length > 0);
  return fix && { title: fix.title, edits: editsOf(fix) };
}

const sortFixes = ({ fixes }: Finding): readonly Fix[] =>
  [...fixes].sort((a, b) => order(a) - order(b));

const order = ({ safety, isDraft, isLast }: Fix): number =>
  (safety === 'safe' ? 0 : 1) + (isDraft ? 2 : 0) + (isLast ? 4 : 0);

// The fields of a file that no other part of the preview shows, each with what the host does with it.

/** Fields with parts of their own, as long as the host uses them. */
const shownRoles: ReadonlySet<FieldRole> = new Set([
  'prompt',
  'name',
  'description',
  'model',
  'mode',
  'color',
  'tools',
  'denied-tools',
  'permission',
  'hooks',
]);

const maxLength = 120;

export function otherFields(
  verdict: Verdict,
  text: string,
  lineOf: LineOf,
): readonly Untranslated<OtherField>[] {
  return verdict.fields
    .filter((field) => !isShown(field, verdict))
    .map((field) => ({
      key: field.key,
      value: oneLine(written(field.value, text), maxLength),
      line: lineOf(field.keySpan.start),
      outcome: outcomeCell(field, verdict),
    }));
}

const isShown = ({ field, outcome }: FieldVerdict, { persona }: Verdict): boolean =>
  persona !== null &&
  (outcome === 'kept' || outcome === 'coerced') &&
  field?.role !== undefined &&
  field.noEffect === undefined &&
  shownRoles.has(field.role);

/** A list as `a, b`, a table of TOML as the names in it; anything else that is not a string as in the file. */
function written(value: Value, text: string): string {
  // The span of such a table begins after the name in its header.
  if (value.kind === 'map' && /^\s*\]/.test(text.slice(value.span.start, value.span.start + 20)))
    return value.entries.map(({ key }) => key).join(', ');
  if (value.kind === 'list') return value.items.map((item) => written(item, text)).join(', ');
  return textOf(value) ?? text.slice(value.span.start, value.span.end);
}
