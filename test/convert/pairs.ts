// Converts agent files between every ordered pair of hosts and counts the results.
import { formOf, outlineOf, outlineOfFile } from '../../server/agent/outline';
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

const claude = hosts.find(({ id }) => id === 'claude-code');

/** The text as a file of the host: one in Markdown becomes a role where the host reads TOML. Null where that is impossible. */
function textFor({ file, text }: SourceFile, source: Host): string | null {
  const place = claude && placeInOwnFolder(claude, file);
  if (formOf(source.ownFile) !== 'toml' || formOf(file) === 'toml' || !place) return text;
  const outline = outlineOf(text);
  return convert({ catalog, outline, place, target: source, options: { allowWider: true } }).text;
}

/** The result of a file as if it were in the source's own folder; null where the source has no agent in it. */
export function convertedAt(
  one: SourceFile,
  source: Host,
  target: Host,
  options?: ConvertOptions,
): ConvertedFile | null {
  const { file } = one;
  const place = placeInOwnFolder(source, file);
  const text = textFor(one, source);
  if (!place || text === null) return null;
  const outline = outlineOfFile(place.path, text);
  if (judge(outline, place).persona === null) return null;
  const converted = convert({ catalog, outline, place, target, ...(options && { options }) });
  return { file, text, source, target, converted };
}
