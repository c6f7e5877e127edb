// The fields of a file by the part that they play, found in one go: an agent is made of nearly all of them.
import { textOf } from '../../agent/value';
import type { FieldVerdict } from '../verdict';

type Found = FieldVerdict | undefined;

export interface Parts {
  /** These reach the agent. */
  readonly name: Found;
  readonly description: Found;
  readonly model: Found;
  readonly color: Found;
  /** These say something whatever became of them. */
  readonly tools: Found;
  readonly denied: Found;
  readonly keepsMemory: boolean;
  /** In plan mode the agent is given the tool that ends it. */
  readonly plans: boolean;
}

/** Of several fields of one part the first counts. */
export function partsOf(fields: readonly FieldVerdict[]): Parts {
  let name: Found;
  let description: Found;
  let model: Found;
  let color: Found;
  let tools: Found;
  let denied: Found;
  let memory: Found;
  let mode: Found;
  for (const verdict of fields) {
    const { fate, key } = verdict;
    const reaches = fate === 'kept' || fate === 'coerced';
    switch (verdict.field?.role) {
      case 'tools':
        tools ??= verdict;
        break;
      case 'denied-tools':
        denied ??= verdict;
        break;
      case 'name':
        if (reaches) name ??= verdict;
        break;
      case 'description':
        if (reaches) description ??= verdict;
        break;
      case 'model':
        if (reaches) model ??= verdict;
        break;
      case 'color':
        if (reaches) color ??= verdict;
        break;
      default:
        if (fate !== 'kept') break;
        if (key === 'memory') memory ??= verdict;
        else if (key === 'permissionMode') mode ??= verdict;
    }
  }
  const keepsMemory = memory !== undefined;
  const plans = textOf(mode?.value) === 'plan';
  return { name, description, model, color, tools, denied, keepsMemory, plans };
}
