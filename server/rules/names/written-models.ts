// The models that a file names, each with what the host does with it.

import type { ModelVerdict } from '../../hosts/model/models';
import type { Verdict } from '../../hosts/model/verdict';
import { memoize } from '../../text/memoize';
import type { StringValue, Value } from '../../yaml/value';

/** Empty where the field is absent, has a type that the host does not accept, or is not judged. */
export const writtenModels = memoize(({ fields, dialect, agent }: Verdict): readonly Written[] => {
  const field = fields.find((one) => one.field?.role === 'model');
  if (!field || field.problems.length > 0 || agent?.unresolved?.has(field.key)) return [];
  return texts(field.value).map((value) => ({ value, model: dialect.models.resolve(value.text) }));
});

/** Whether the host runs the model that is written. */
export const isUsable = ({ outcome }: ModelVerdict): boolean =>
  outcome === 'known' || outcome === 'alias' || outcome === 'inherits' || outcome === 'unchecked';

interface Written {
  readonly value: StringValue;
  readonly model: ModelVerdict;
}

const texts = (value: Value): StringValue[] =>
  value.kind === 'text'
    ? [value]
    : value.kind === 'list'
      ? value.items.filter((item) => item.kind === 'text')
      : [];
