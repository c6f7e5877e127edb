export type Stage = Readonly<Record<string, readonly (readonly string[])[]>>;
export const plans: Readonly<Record<'quick' | 'changed' | 'rest', readonly Stage[]>>;
export const onlyNamed: readonly string[];
