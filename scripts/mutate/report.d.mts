export interface RoomResult {
  readonly room: string;
  readonly noticed: number;
  readonly made: number;
  readonly percent: number;
  readonly floor: number | undefined;
}
export function percentages(
  results: readonly { readonly room: string; readonly isNoticed: boolean }[],
): RoomResult[];
export function belowFloor(byRoom: readonly RoomResult[]): RoomResult[];
