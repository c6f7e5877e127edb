// Changes that may take a blocker away: the fixes of the rules, a word that all hosts take, and leaving out a field that
// says nothing of what the agent may do.

import { entryOf, textOf } from '../../agent/value';
import { removeField, replaceScalar } from '../../agent/write';
import { type CommonValues, commonValues } from '../../hosts/common-values';
import type { Verdict } from '../../hosts/verdict';
import { hexOf, nearestColor } from '../../rules/color';
import { perHost } from '../../rules/gather';
import { nearest } from '../../rules/nearest';
import type { Edit } from '../../text/edit';
import { editsOf } from '../fix-proof';
import type { View } from '../view';
import type { Blocker } from './blockers';
import { isLimit } from './within';

export interface Change {
  /** An order in a few words: `Replace with blue`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The field that it is about, where it is about one. */
  readonly key?: string | undefined;
  /** Of several for one fault, where the rule puts it: the first is the likeliest. */
  readonly rank: number;
  /** The field that it leaves out. */
  readonly leavesOut?: string;
}

/** Each may turn out to do nothing for the blocker. */
export function changesFor(view: View, blocker: Blocker): readonly Change[] {
  const { host } = blocker.verdict.place;
  const fixes = perHost(view.findings())
    .filter((finding) => finding.host === host.id || finding.host === null)
    .flatMap(({ fixes: some }) =>
      some.flatMap((fix, rank): readonly Change[] =>
        fix.isDraft ? [] : [{ title: fix.title, edits: editsOf(fix), rank }],
      ),
    );
  const key = blocker.field?.key;
  return [...fixes, ...commonWord(view, blocker), ...leavingOut(view, blocker)]
    .filter(({ edits }) => edits.length > 0)
    .map((change) => ({ ...change, key }));
}

/** What the hosts that know the field take alike; null where only one does. */
export function takenAlike(verdicts: readonly Verdict[], key: string): CommonValues | null {
  const types = fieldsOf(verdicts, key).map(({ field }) => field.type);
  return types.length < 2 ? null : commonValues(types);
}

/** The hosts that know a field, each with its declaration. */
export const fieldsOf = (verdicts: readonly Verdict[], key: string) =>
  verdicts.flatMap(({ place, dialect }) => {
    const field = Object.hasOwn(dialect.fields, key) ? dialect.fields[key] : undefined;
    return field ? [{ host: place.host, field }] : [];
  });

/** The nearest to what is written. */
function commonWord(view: View, { field, verdict }: Blocker): readonly Change[] {
  const written = textOf(field?.value);
  if (!field || written === undefined) return [];
  const words = takenAlike(view.verdicts(), field.key)?.words ?? [];
  const hex = field.field?.role === 'color' ? hexOf(written) : undefined;
  const meant =
    hex === undefined
      ? nearest(written, words)
      : nearestColor(
          hex,
          verdict.dialect.colors.filter(({ value }) => words.includes(value)),
        );
  if (meant === undefined) return [];
  const edits = replaceScalar(view.outline, field.value, meant);
  return [{ title: `Replace with ${meant}`, edits, rank: 0 }];
}

function leavingOut({ outline }: View, { field }: Blocker): readonly Change[] {
  const entry = field && entryOf(outline.fields, field.key);
  if (!entry || isLimit(entry.key)) return [];
  const { key } = entry;
  return [
    { title: `Leave out ${key}`, edits: removeField(outline, entry), rank: 0, leavesOut: key },
  ];
}
