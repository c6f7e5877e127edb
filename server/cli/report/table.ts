// Tables of the command line.

import { padded, printable, widthOf } from './cells';
import { inertLines } from './inert-lines';

/** Rows as aligned columns, each line with its line break. The last column is not padded. @param head the column headings. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const shown = [head, ...rows].map((row) => row.map(printable));
  const widths = head.map((_, column) =>
    shown.reduce((most, row) => Math.max(most, widthOf(row[column] ?? '')), 0),
  );
  return shown
    .map((row) =>
      row
        .map((text, column) =>
          column === head.length - 1 ? text : padded(text, widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => inertLines(`${line}\n`))
    .join('');
}
