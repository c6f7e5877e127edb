// The answers of the wizard so far, and the request that they amount to.
import type { NewAgentParams } from '../../server/protocol/protocol';
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

/** The proposed name may be taken where the agent is then available, so another one is proposed. */
export function withHosts(draft: Draft, hosts: readonly string[]): void {
  draft.hosts = hosts;
  delete draft.proposed;
}

/** As for other programs, another name is proposed. */
export function withPlace(draft: Draft, place: Draft['place']): void {
  draft.place = place;
  delete draft.proposed;
}

/** Stores a name. The proposed one is not stored, so that another one can be proposed later. */
export function withTypedName(draft: Draft, name: string): void {
  draft.typedName = name === draft.proposed ? undefined : name;
}

/** Drops the model and the color that the chosen programs do not offer: they were chosen for others. */
export function dropUnavailable(
  draft: Draft,
  models: readonly { readonly value: string }[],
  colors: readonly { readonly value: string }[],
): void {
  if (!models.some(({ value }) => value === draft.model)) delete draft.model;
  if (!colors.some(({ value }) => value === draft.color)) delete draft.color;
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
