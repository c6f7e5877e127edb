// What the file does not say and the host knows: the model behind an alias, how many of the tools are granted.
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import { writtenModels } from '../rules/written-models';
import { render } from '../text/message';
import { toolCount } from './tool-count';
import type { View } from './view';

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** All hints of the file, or none where they are switched off. */
export function inlayHints(view: View): readonly InlayHint[] {
  if (!view.settings.inlayHints) return [];
  const [verdict] = view.shown();
  if (!verdict) return [];
  return [...modelHints(verdict), ...toolHints(view, verdict)];
}

const modelHints = (verdict: Verdict): InlayHint[] =>
  writtenModels(verdict).flatMap(({ value, model }) =>
    (model.outcome === 'alias' || model.outcome === 'remapped') && model.effective !== null
      ? [
          {
            offset: value.span.end,
            label: `→ ${model.effective}`,
            tooltip: render(model.effect, { host: verdict.place.host.name }),
          },
        ]
      : [],
  );

/** `5 of 8 granted` behind the value, where not everything is: it moves nothing that is being typed. */
function toolHints(view: View, verdict: Verdict): InlayHint[] {
  const field = verdict.fields.find((one) => one.field?.role === 'tools');
  const count = toolCount(verdict);
  if (!field || !count || count.granted.length === count.asked) return [];
  const { granted, lost, taken, unsure, asked } = count;
  const tooltip = [
    `${verdict.place.host.name} grants ${granted.join(', ') || 'none'}.`,
    ...(lost.length > 0 ? [`Not granted: ${lost.join(', ')}.`] : []),
    ...(taken.length > 0 ? [`Taken away by the file: ${taken.join(', ')}.`] : []),
    ...(unsure.length > 0 ? [`Cannot be known from here: ${unsure.join(', ')}.`] : []),
  ].join('\n');
  return [
    {
      offset: endOfFirstLine(view.outline.text, field),
      label: `${granted.length} of ${asked} granted`,
      tooltip,
    },
  ];
}

/** A list on lines of its own begins behind its key, and so does its hint. */
function endOfFirstLine(
  text: string,
  { keySpan, span }: Pick<FieldVerdict, 'keySpan' | 'span'>,
): number {
  const line = text.slice(keySpan.end, span.end).split(/\r?\n/, 1)[0] ?? '';
  return keySpan.end + line.trimEnd().length;
}
