// What a host does with a field without a value: what the field states, otherwise what its dialect does.
import assert from 'node:assert/strict';
import { grok } from '../../server/hosts/grok/host';
import { computeFieldVerdict } from '../../server/hosts/judge/compute-verdict';
import type { Dialect } from '../../server/hosts/model/dialect';
import type { Field } from '../../server/hosts/model/field';
import type { FieldOutcome } from '../../server/hosts/model/outcome';

const span = { start: 0, end: 0 };

/** The outcome of a value that a parser reads as null. */
function outcomeOf(
  own: Partial<Field>,
  ofDialect: Pick<Dialect, 'empty'>,
  source = '',
): FieldOutcome {
  const { agent } = grok.dialects;
  assert.ok(agent);
  const { empty: _, ...others } = agent;
  const field: Field = {
    ...{ summary: 'Its color.', type: { type: 'text' }, absent: 'None.' },
    ...{ otherwise: { outcome: 'dropped', effect: '{host} ignores it.' }, ...own },
    evidence: { how: 'unknown', where: '' },
  };
  const dialect: Dialect = { ...others, ...ofDialect, fields: { color: field } };
  const value = { kind: 'null', source, span } as const;
  return computeFieldVerdict({ key: 'color', keySpan: span, span, value }, dialect).outcome;
}

describe('a field without a value', () => {
  it('is checked as any other value, unless the dialect or the field states otherwise', () => {
    assert.equal(outcomeOf({}, {}), 'dropped');
    assert.equal(outcomeOf({ empty: 'accepted' }, {}), 'kept');
  });

  it('counts as absent in a dialect that states it, however the null is written', () => {
    for (const source of ['', '~', 'null', 'Null', 'NULL'])
      assert.equal(outcomeOf({}, { empty: 'accepted' }, source), 'kept', source);
  });

  it('does what the field states in such a dialect', () => {
    const refused = { outcome: 'refused', effect: '{host} does not load it.' } as const;
    assert.equal(outcomeOf({ empty: refused }, { empty: 'accepted' }), 'refused');
    assert.equal(outcomeOf({ empty: 'checked' }, { empty: 'accepted' }), 'dropped');
  });

  it('is not one with an infinite number, which some parsers read as null', () => {
    assert.equal(outcomeOf({}, { empty: 'accepted' }, '.inf'), 'dropped');
  });
});
