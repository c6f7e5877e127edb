// The recorded cases of OpenCode, with which the other programs of its family were tested too.
import { oracleJson } from '../../support/resources';
import type { RecordedAgent } from './answers';

/** The result of one program for a case. */
export interface Recorded {
  readonly outcome: string;
  readonly error?: { readonly issues: readonly { readonly path: string }[] };
  readonly agents?: readonly RecordedAgent[];
}

export interface Case {
  readonly id: string;
  readonly category: string;
  readonly path?: string;
  readonly text?: string | { readonly base64: string };
  readonly files?: Readonly<Record<string, string>>;
  readonly opencode: Recorded;
  readonly kilo: Recorded;
  /** Recorded only for the cases whose path does not matter. */
  readonly opencode2preview?: {
    readonly outcome: string;
    readonly agent?: Readonly<Record<string, unknown>>;
  };
}

/** Empty where there are no recordings. */
export const cases: readonly Case[] =
  oracleJson<{ cases: readonly Case[] }>('opencode-cases.json')?.cases ?? [];

export const single = cases.filter((one) => one.path !== undefined);
export const laidOut = cases.filter((one) => one.files !== undefined);

export const textOfCase = ({ text = '' }: Case): string =>
  typeof text === 'string' ? text : Buffer.from(text.base64, 'base64').toString('utf8');
