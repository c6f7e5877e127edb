export interface Stage {
  readonly processor: readonly (readonly string[])[];
  readonly windows: readonly (readonly string[])[];
}
export const stages: readonly Stage[];
export const onlyNamed: readonly string[];
