// What each host does with each field, side by side. Hosts that do not read the file where it is judge it as if it were in
// their own folder.

import { judge } from '../hosts/judge/compute-verdict';
import type { FieldVerdict } from '../hosts/model/field-verdict';
import type { FieldOutcome } from '../hosts/model/outcome';
import { placeInOwnFolder } from '../hosts/model/own-folder';
import type { Verdict } from '../hosts/model/verdict';
import type { OutcomeCell, OutcomeTable } from '../protocol';
import { render } from '../text/message';
import type { LineOf } from './persona-tools';
import { fieldResult, fileSummaryOf, toneOf } from './verdict-labels';
import type { View } from './view';

/** The table of all main hosts; those that read the file come first. */
export function outcomeTable(view: View, lineOf: LineOf): OutcomeTable {
  const read = view.ranked();
  const others = view.catalog.mainHosts
    .filter((host) => !read.some(({ place }) => place.host === host))
    .flatMap((host): Verdict[] => {
      const place = placeInOwnFolder(host, view.path);
      return place ? [judge(view.outline, place, view.context)] : [];
    });
  const all = [...read, ...others];
  return {
    hosts: all.map((verdict, n) => ({
      host: verdict.place.host.id,
      hostName: verdict.place.host.name,
      isRead: n < read.length,
      tone: toneOf(fileSummaryOf(verdict)),
      outcome: verdict.outcome,
    })),
    rows: view.outline.fields.map(({ key, keySpan }) => ({
      key,
      line: lineOf(keySpan.start),
      cells: all.map((verdict) => {
        const field = verdict.fields.find(
          (one) => one.key === key && one.keySpan.start === keySpan.start,
        );
        return field ? cellOf(field, verdict) : null;
      }),
    })),
  };
}

const tones: Readonly<Record<FieldOutcome, OutcomeCell['tone']>> = {
  kept: 'good',
  coerced: 'changed',
  dropped: 'changed',
  ignored: 'changed',
  'passed-on': 'changed',
  refused: 'bad',
  unknown: 'unknown',
};

function cellOf(field: FieldVerdict, { dialect, place }: Verdict): OutcomeCell {
  const { unknownField } = dialect;
  const host = place.host.name;
  const { noEffect } = field.field ?? {};
  if (noEffect !== undefined) return { tone: 'changed', label: render(noEffect, { host }) };
  if (!field.field && field.outcome === unknownField.outcome)
    return { tone: tones[field.outcome], label: render(unknownField.effect, { host }) };
  return { tone: tones[field.outcome], label: fieldResult(field, host) };
}
