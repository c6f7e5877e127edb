// What the file does not say and the host knows: the model behind an alias, how many of the tools are granted.
import type { Verdict } from '../hosts/verdict';
import { writtenModels } from '../rules/written-models';
import type { Span } from '../text/span';
import type { View } from './view';

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Hints within `span`, or none where they are switched off. */
export function inlayHints(view: View, { start, end }: Span): readonly InlayHint[] {
  if (!view.settings.inlayHints) return [];
  const [verdict] = view.shown();
  if (!verdict) return [];
  return [...modelHints(verdict), ...toolHints(verdict)].filter(
    ({ offset }) => start <= offset && offset <= end,
  );
}

const modelHints = (verdict: Verdict): InlayHint[] =>
  writtenModels(verdict).flatMap(({ value, model }) =>
    (model.outcome === 'alias' || model.outcome === 'remapped') && model.effective !== null
      ? [
          {
            offset: value.span.end,
            label: `→ ${model.effective}`,
            tooltip: `${verdict.place.host.name} ${model.says}.`,
          },
        ]
      : [],
  );

/** `5 of 8` behind the key, where not everything is granted. */
function toolHints({ tools, fields, persona, place }: Verdict): InlayHint[] {
  const field = fields.find((one) => one.field?.role === 'tools');
  if (!field || !persona || persona.tools.all) return [];
  const listed = tools.filter((tool) => tool.key === field.key);
  const granted = listed.filter((tool) => tool.outcome === 'granted').length;
  if (listed.length === 0 || granted === listed.length) return [];
  const lost = listed.filter((tool) => tool.outcome === 'lost').map((tool) => tool.written);
  const unsure = listed.filter((tool) => tool.outcome === 'unverified').map((tool) => tool.written);
  const tooltip = [
    `${place.host.name} grants ${persona.tools.granted.join(', ') || 'none'}.`,
    ...(lost.length > 0 ? [`Not granted: ${lost.join(', ')}.`] : []),
    ...(unsure.length > 0 ? [`Cannot be known from here: ${unsure.join(', ')}.`] : []),
  ].join('\n');
  return [
    { offset: field.keySpan.end + 1, label: `${granted} of ${listed.length} granted`, tooltip },
  ];
}
