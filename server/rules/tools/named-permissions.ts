// The places where permissions are named: the keys of a map, or the names in a list of rules.

import type { Outline } from '../../agent/outline';
import type { Edits, Writer } from '../../agent/writer';
import type { Dialect } from '../../hosts/model/dialect';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Verdict } from '../../hosts/model/verdict';
import type { Span } from '../../text/span';
import { type Entry, entryOf } from '../../yaml/value';

export interface NamedPermission {
  readonly span: Span;
  readonly rename: (writer: Writer, name: string) => Edits;
  readonly remove: (writer: Writer) => Edits;
  /** The entries of the map that it is a key of, in which no key may occur twice. */
  readonly entries: readonly Entry[];
}

/** The last place where the permission is named; undefined where no field of the file names it. */
export function placeOfPermission(
  { fields, dialect }: Verdict,
  permission: string,
): NamedPermission | undefined {
  return fields
    .filter(hasPermissionNames)
    .flatMap((field) => placesIn(field, permission, dialect))
    .at(-1);
}

/** A field whose value names permissions. */
export const hasPermissionNames = ({ field }: FieldVerdict): boolean =>
  field?.role === 'permission' || field?.role === 'tools';

function placesIn(
  field: FieldVerdict,
  permission: string,
  dialect: Dialect,
): readonly NamedPermission[] {
  const { value } = field;
  if (value.kind === 'map') {
    const { entries } = value;
    return entries.filter(({ key }) => key === permission).map((one) => keyOf(one, entries, field));
  }
  const name = dialect.allowList?.asList?.name;
  if (value.kind !== 'list' || name === undefined) return [];
  return value.items.flatMap((item): readonly NamedPermission[] => {
    const written = item.kind === 'map' ? entryOf(item.entries, name)?.value : undefined;
    if (written?.kind !== 'text' || written.text !== permission) return [];
    const { span } = written;
    return [
      {
        span,
        rename: (writer, other) => writer.replaceName(innerOf(writer.outline, span), other),
        remove: () => [],
        entries: [],
      },
    ];
  });
}

const keyOf = (entry: Entry, entries: readonly Entry[], field: Entry): NamedPermission => ({
  span: entry.keySpan,
  rename: (writer, name) => writer.renameKey(entry, name),
  // A field without a value stops the program.
  remove: (writer) => writer.removeField(entries.length > 1 ? entry : field),
  entries,
});

/** The span without quotes. */
function innerOf({ text }: Outline, { start, end }: Span): Span {
  const quote = text.charAt(start);
  return quote === '"' || quote === "'" ? { start: start + 1, end: end - 1 } : { start, end };
}
