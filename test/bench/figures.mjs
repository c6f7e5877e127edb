// From samples to figures, from figures to a table.
export function at(samples, percent) {
  const sorted = samples.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)];
}

const number = (value) => {
  if (!Number.isFinite(value)) return '-';
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
};

/** Rows of cells, the first left, the rest right. */
function grid(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (cell, column) =>
    column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  return rows.map((row) => row.map(pad).join('  ')).join('\n');
}

/** `figures`: by measure, by server. */
export function table(names, figures) {
  const rows = Object.entries(figures).map(([measure, by]) => [
    measure,
    ...names.map((name) => number(by[name])),
  ]);
  return grid([['', ...names], ...rows]);
}

export function budgetTable(results) {
  const rows = results.map(({ measure, against, ratio, limit, kept }) => [
    measure,
    `${number(ratio)}x`,
    `<= ${limit}x`,
    against,
    kept ? '' : 'OVER',
  ]);
  return grid([['', 'ratio', 'budget', 'against', ''], ...rows]);
}
