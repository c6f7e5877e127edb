export function sourcesIn(root: string, asked: readonly string[]): string[];
