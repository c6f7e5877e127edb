// The parts of field declarations. Copilot CLI rejects an agent for nearly every error and reports it to the user.

import type { Path, Value } from '../../yaml/value';
import { missingKey } from '../judge/check';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Reason } from '../model/outcome';
import type { Problem } from '../model/type';
import { executedHere } from './evidence';

export const refused = (reason: Reason): Consequence => ({
  outcome: 'refused',
  file: 'refused',
  reason,
  effect: '{host} rejects the whole agent.',
});

export const absent = (value: Value, key: string, path: Path): Problem =>
  missingKey(value, [...path, key]);

/** The judgment for these problems. Without problems the value is valid. */
export const judgment = (problems: readonly Problem[]): CustomCheckResult =>
  problems.length === 0
    ? { outcome: 'kept', problems }
    : { outcome: 'refused', problems, otherwise: refused('field') };

/** A field with the properties that nearly all fields share. */
export const field = (own: Omit<Field, 'otherwise' | 'evidence'> & Partial<Field>): Field => ({
  otherwise: refused('field'),
  evidence: executedHere,
  ...own,
});
