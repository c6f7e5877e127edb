// What each host does with each field, side by side. Hosts that do not read the file where it is judge it as if it were in
// their own folder.

import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { FieldOutcome } from '../../hosts/model/outcome';
import { isLoaded, type Verdict } from '../../hosts/model/verdict';
import type { HostCard, OutcomeCell, OutcomeTable } from '../../protocol/protocol';
import { type Message, t } from '../../text/message';
import type { Untranslated } from '../../text/translated';
import type { LineOf } from '../persona/persona-tools';
import { toolCount, toolsLabel } from '../persona/tool-count';
import { fileSummaryOf, toneOf } from '../verdict-labels';
import type { View } from '../view/view';
import { everyHost } from './every-host';

/** The table of all main hosts; those that read the file come first. */
export function outcomeTable(view: View, lineOf: LineOf): Untranslated<OutcomeTable> {
  const { read, optional, elsewhere } = everyHost(view);
  const all = [...read, ...optional, ...elsewhere];
  const hasSource = view.verdicts().some(isServed);
  return {
    hosts: all.map((verdict, n) => ({
      host: verdict.place.host.id,
      hostName: verdict.place.host.name,
      isRead: n < read.length,
      tone: toneOf(fileSummaryOf(verdict, n < read.length ? view.findings() : [])),
      outcome: verdict.outcome,
      tools: toolsLabel(verdict),
      toolsTone: toolsToneOf(verdict),
      needsVersion: hasSource && (n >= read.length || !isServed(verdict)),
    })),
    rows: view.outline.fields.map(({ key, keySpan }) => ({
      key,
      line: lineOf(keySpan.start),
      cells: all.map((verdict) => {
        const field = verdict.fields.find(
          (one) => one.key === key && one.keySpan.start === keySpan.start,
        );
        return field ? outcomeCell(field, verdict) : null;
      }),
    })),
  };
}

function toolsToneOf(verdict: Verdict): HostCard['tone'] {
  const count = toolCount(verdict);
  if (!count) return 'good';
  if (count.notGranted.length > 0) return count.granted.length === 0 ? 'bad' : 'changed';
  return count.unknown.length > 0 ? 'unknown' : 'good';
}

/** Whether the file gives the host a skill, or an agent that can run. */
const isServed = (verdict: Verdict): boolean => isLoaded(verdict) && verdict.runs !== false;

const tones: Readonly<Record<FieldOutcome, OutcomeCell['tone']>> = {
  kept: 'good',
  coerced: 'changed',
  dropped: 'changed',
  ignored: 'changed',
  'passed-on': 'changed',
  refused: 'bad',
  unknown: 'unknown',
};

const words: Readonly<Record<FieldOutcome, Message>> = {
  kept: t('used'),
  coerced: t('changed'),
  dropped: t('ignored'),
  ignored: t('ignored'),
  'passed-on': t('passed on'),
  refused: t('rejected'),
  unknown: t('unknown'),
};

/** What a host does with a field: a word for a table, and the sentence that the host declares. */
export function outcomeCell(field: FieldVerdict, verdict: Verdict): Untranslated<OutcomeCell> {
  const { dialect, place } = verdict;
  const { unknownField } = dialect;
  const host = place.host.name;
  const { noEffect } = field.field ?? {};
  if (noEffect !== undefined)
    return { tone: 'changed', word: t('ignored'), label: t(noEffect, { host }) };
  // Nothing of a file that is not loaded is used.
  const isOnlyValid = !isLoaded(verdict) && field.outcome === 'kept';
  const word = isOnlyValid ? t('valid') : words[field.outcome];
  const result = { tone: tones[field.outcome], word };
  if (!field.field && field.outcome === unknownField.outcome)
    return { ...result, label: t(unknownField.effect, { host }) };
  const { otherwise } = field;
  return { ...result, label: otherwise ? t(otherwise.effect, { host }) : '' };
}
