// Compares how strict the actions of permission rules are.
import type { PermissionRule } from '../hosts/model/persona';

const strictness: Readonly<Record<string, number>> = { allow: 0, ask: 1, deny: 2 };

/** 0 for an action that allows everything. */
export const strictnessOf = ({ action }: Pick<PermissionRule, 'action'>): number =>
  strictness[action] ?? 0;
