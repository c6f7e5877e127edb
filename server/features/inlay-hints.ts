// What the file does not show and the host determines: the model of an alias, and how many of the tools are granted.

import type { FieldVerdict } from '../hosts/model/field-verdict';
import { effectIn } from '../hosts/model/outcome';
import type { Verdict } from '../hosts/model/verdict';
import { writtenModels } from '../rules/names/written-models';
import { joined, type Message, type Text, t } from '../text/message';
import { toolCount, toolCountLabel } from './persona/tool-count';
import { isPersonal } from './view/program-order';
import type { View } from './view/view';

export interface InlayHint {
  readonly offset: number;
  /** Where the field begins: a hint belongs to this line and is dropped where an edit would move it to another one. */
  readonly fieldStart: number;
  readonly label: Text;
  readonly tooltip: Message;
}

/** All hints of the file; none where they are disabled. */
export function inlayHints(view: View): readonly InlayHint[] {
  if (!view.settings.inlayHints) return [];
  const verdict = view.first();
  if (!verdict) return [];
  return [...modelHints(view, verdict), ...toolHints(view, verdict)];
}

/** `→ claude-sonnet-4-5`; `VS Code: Claude Sonnet 4.5` where the program need not be that of the folder. */
const modelHints = ({ programs }: View, verdict: Verdict): InlayHint[] =>
  writtenModels(verdict).flatMap(({ value, model }) =>
    (model.outcome === 'alias' || model.outcome === 'remapped') && model.effective !== null
      ? [
          {
            offset: value.span.end,
            fieldStart: value.span.start,
            label: isPersonal(programs)
              ? t('{host}: {outcome}', {
                  host: verdict.place.host.name,
                  outcome: model.effective,
                })
              : `→ ${model.effective}`,
            tooltip: effectIn(verdict.place.host, model.effect),
          },
        ]
      : [],
  );

/**
 * `Claude Code: 5 of 8 tools` after the value, where some are not granted. At the end of the line it does not move what is
 * being typed.
 */
function toolHints(view: View, verdict: Verdict): InlayHint[] {
  const field = verdict.fields.find((one) => one.field?.role === 'tools');
  const count = toolCount(verdict);
  if (!field || !count || count.notGranted.length === 0) return [];
  const { granted, notGranted, taken, unknown } = count;
  const lost = notGranted.filter((name) => !taken.includes(name));
  const host = verdict.place.host.name;
  const lines = [
    granted.length > 0
      ? t('{host} grants {names}.', { host, names: granted.join(', ') })
      : t('{host} grants none of these tools.', { host }),
    ...(lost.length > 0 ? [t('Not granted: {names}.', { names: lost.join(', ') })] : []),
    ...(taken.length > 0
      ? [t('Denied by another field: {names}.', { names: taken.join(', ') })]
      : []),
    ...(unknown.length > 0
      ? [t('Granted if available: {names}.', { names: unknown.join(', ') })]
      : []),
  ];
  return [
    {
      offset: endOfFirstLine(view.outline.text, field),
      fieldStart: field.keySpan.start,
      label: t('{host}: {outcome}', { host, outcome: toolCountLabel(count) }),
      tooltip: joined(lines, '\n'),
    },
  ];
}

/** The end of the key's line: a list may continue on lines of its own. */
function endOfFirstLine(
  text: string,
  { keySpan, span }: Pick<FieldVerdict, 'keySpan' | 'span'>,
): number {
  const line = text.slice(keySpan.end, span.end).split(/\r?\n/, 1)[0] ?? '';
  return keySpan.end + line.trimEnd().length;
}
