/** An integer with thousands separators: `12,345`. `toLocaleString` is too slow where many are formatted. */
export const formatCount = (count: number): string =>
  String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
