// The fields from which the persona is built, by their role, found in one pass.
import { textOf } from '../../yaml/value';
import type { FieldVerdict } from '../model/field-verdict';

type MaybeField = FieldVerdict | undefined;

export interface FieldsByRole {
  /** Only if the value is used. */
  readonly name: MaybeField;
  readonly description: MaybeField;
  readonly model: MaybeField;
  readonly color: MaybeField;
  /** Whatever the outcome of the field. */
  readonly tools: MaybeField;
  readonly denied: MaybeField;
  readonly keepsMemory: boolean;
  /** The agent is in plan mode, in which it has the tool that exits it. */
  readonly plans: boolean;
}

/** The parts of an agent with these fields. Of several fields with one role the first counts. */
export function fieldsByRole(fields: readonly FieldVerdict[]): FieldsByRole {
  let name: MaybeField;
  let description: MaybeField;
  let model: MaybeField;
  let color: MaybeField;
  let tools: MaybeField;
  let denied: MaybeField;
  let memory: MaybeField;
  let mode: MaybeField;
  for (const verdict of fields) {
    const { outcome, key } = verdict;
    const isUsed = outcome === 'kept' || outcome === 'coerced';
    switch (verdict.field?.role) {
      case 'tools':
        tools ??= verdict;
        break;
      case 'denied-tools':
        denied ??= verdict;
        break;
      case 'name':
        if (isUsed) name ??= verdict;
        break;
      case 'description':
        if (isUsed) description ??= verdict;
        break;
      case 'model':
        if (isUsed) model ??= verdict;
        break;
      case 'color':
        if (isUsed) color ??= verdict;
        break;
      default:
        if (outcome !== 'kept') break;
        if (key === 'memory') memory ??= verdict;
        else if (key === 'permissionMode') mode ??= verdict;
    }
  }
  const keepsMemory = memory !== undefined;
  const plans = textOf(mode?.value) === 'plan';
  return { name, description, model, color, tools, denied, keepsMemory, plans };
}
