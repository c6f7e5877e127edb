/** Asks again and again until the answer is truthy. */
export function until<T>(
  what: string,
  ask: () => Promise<T>,
  limits?: { readonly ms?: number; readonly step?: number },
): Promise<T>;
