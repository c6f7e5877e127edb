export interface Room {
  readonly room: string;
  readonly paths: readonly string[];
  readonly floor?: number;
}
export const rooms: readonly Room[];
export function roomOf(file: string): string;
