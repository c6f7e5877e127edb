// Converts agent files between every ordered pair of hosts and counts the results.
import { outlineOf } from '../../server/agent/outline';
import type { ConvertOptions } from '../../server/convert/convert';
import { type Converted, canConvert, convert } from '../../server/convert/convert';
import { judge } from '../../server/hosts/judge/compute-verdict';
import type { Host } from '../../server/hosts/model/host';
import { placeInOwnFolder } from '../../server/hosts/model/place';
import { catalog, hosts } from '../support/catalog';

export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

export interface ConvertedFile extends SourceFile {
  readonly source: Host;
  readonly target: Host;
  readonly converted: Converted;
}

export const pairs: readonly (readonly [Host, Host])[] = hosts.flatMap((source) =>
  hosts.flatMap((target) => (canConvert(source, target) ? [[source, target] as const] : [])),
);

/** The result of a file as if it were in the source's own folder; null where the source has no agent in it. */
export function convertedAt(
  { file, text }: SourceFile,
  source: Host,
  target: Host,
  options?: ConvertOptions,
): ConvertedFile | null {
  const place = placeInOwnFolder(source, file);
  const outline = outlineOf(text);
  if (!place || judge(outline, place).persona === null) return null;
  const converted = convert({ catalog, outline, place, target, ...(options && { options }) });
  return { file, text, source, target, converted };
}
