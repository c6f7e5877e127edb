export function surface(): string;
