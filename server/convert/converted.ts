// What a conversion is given, and what it returns.
import type { Outline } from '../agent/outline';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Context } from '../hosts/model/context';
import type { Host } from '../hosts/model/host';
import type { Place } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import type { ModelTable } from '../settings/model-table';
import type { AccountRow } from './account';

export interface ConvertInput {
  readonly catalog: HostCatalog;
  readonly outline: Outline;
  /** The place of the file in the host that it is converted from. */
  readonly place: Place;
  readonly target: Host;
  readonly context?: Context;
  readonly options?: ConvertOptions;
  /** The other files in the folder of a skill, relative to it. */
  readonly files?: readonly string[];
}

export interface ConvertOptions {
  /** Accepts every part in which the agent may do more. */
  readonly allowWider?: boolean;
  /** By the id of a choice: the value of the option. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly models?: ModelTable;
  /** What a skill or command becomes; default: the same, or a skill where the target has no commands. */
  readonly subject?: 'skill' | 'command';
}

export interface Converted {
  readonly source: Host;
  readonly target: Host;
  /** Where the file belongs. */
  readonly path: string;
  /** Null where the source has nothing to convert, or the target cannot express it. */
  readonly text: string | null;
  /** The agent may do more, or the target does not load it, or reads another prompt or description. */
  readonly isRefused: boolean;
  readonly account: readonly AccountRow[];
  /** What the target does with the text. */
  readonly verdict: Verdict | null;
}
