/** Whether the author has begun neither the fields nor the prompt: nothing is written but space, or the first hyphens of a fence. */
export const isUnwritten = (text: string): boolean => /^\uFEFF?-{0,2}\s*$/.test(text);
