// The answers of the wizard so far, and the request that they amount to.
import type { NewAgentParams } from '../../server/protocol';
import type { Purpose } from './rows';

export interface Draft {
  purpose?: Purpose;
  hosts: readonly string[];
  place: { readonly folder: string; readonly scope: 'project' | 'user' };
  /** The name that was proposed. */
  proposed?: string;
  /** The name as the user typed it; undefined while it is the proposed one. */
  typedName?: string | undefined;
  /** The text in the first step, also where a row was selected afterwards. */
  typedPurpose: string;
  description?: string | undefined;
  capabilities?: readonly string[] | undefined;
  model?: string | undefined;
  color?: string | undefined;
}

export const nameOf = ({ typedName, proposed = '' }: Draft): string => typedName ?? proposed;

/** Whether cancelling would lose something that the user typed. */
export const hasTypedText = ({ typedPurpose, typedName, description }: Draft): boolean =>
  typedPurpose.trim() !== '' || typedName !== undefined || description !== undefined;

/** A new purpose has its own name, description and capabilities; what the user typed is kept. */
export function withPurpose(draft: Draft, purpose: Purpose): void {
  const before = draft.purpose;
  draft.purpose = purpose;
  if (JSON.stringify(before) === JSON.stringify(purpose)) return;
  delete draft.proposed;
  delete draft.capabilities;
}

/** Omits empty values, which mean that nothing was chosen. */
export function paramsOf(draft: Draft, selection: string): NewAgentParams {
  const { purpose, hosts, place, description, capabilities, model, color } = draft;
  return {
    ...place,
    hosts,
    name: nameOf(draft),
    role: purpose?.from === 'role' ? purpose.role : undefined,
    purpose: purpose?.from === 'words' ? purpose.words : undefined,
    prompt: purpose?.from === 'selection' ? selection : undefined,
    description: description || undefined,
    capabilities,
    model: model || undefined,
    color: color || undefined,
  };
}
