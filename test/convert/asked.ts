// What the programs answered about converted files, for the page: one entry for each host and day.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export interface AskedPair {
  /** The ID of the host that the files were converted from. */
  readonly source: string;
  readonly asked: number;
  readonly loaded: number;
  /** The program does something else than our reader of the target computes. */
  readonly otherwise: number;
  readonly wider: number;
  /** The answer does not show what the agent may do. */
  readonly hidden: number;
  /** Not converted, because the agent could do more or the target cannot express it. */
  readonly refused?: number;
  /** What the program of the target lacks against that of the source: tools, descriptions and prompts. */
  readonly lost?: number;
  /** Files of which the account has no line for something that is lost. */
  readonly silent?: number;
  /** Files of which one of the two programs does not show the tools. */
  readonly unseen?: number;
}

export interface Asked {
  readonly host: string;
  /** Empty where only our reader answered. */
  readonly version: string;
  /** ISO date. */
  readonly on: string;
  readonly pairs: readonly AskedPair[];
}

export const askedFile = 'test/convert/asked.data.json';

/** Of files that were converted from the program that each was written for. */
export const ownedFile = 'test/convert/asked-owned.data.json';

/** Of skills and commands. */
export const askedSkillsFile = 'test/convert/asked-skills.data.json';

/** In place of what the same host answered before about the same sources. */
export function recordAsked(asked: Asked, file: string): void {
  const all = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Asked[]) : [];
  const isAgain = (source: string): boolean => asked.pairs.some((pair) => pair.source === source);
  const others = all.flatMap((one) => {
    if (one.host !== asked.host) return [one];
    const pairs = one.pairs.filter(({ source }) => !isAgain(source));
    return pairs.length > 0 ? [{ ...one, pairs }] : [];
  });
  const keyOf = ({ host, on, version }: Asked): string => [host, on, version].join(' ');
  const isSame = (one: Asked): boolean => keyOf(one) === keyOf(asked);
  const pairs = [...others, asked].filter(isSame).flatMap((one) => one.pairs);
  const sorted = [...others.filter((one) => !isSame(one)), { ...asked, pairs }].sort((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );
  writeFileSync(file, `${JSON.stringify(sorted, null, 1)}\n`);
}
