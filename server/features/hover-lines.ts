// What hosts do with one thing, a line each: hosts that do the same share a line.

export interface Effect {
  /** The host's product name. */
  readonly host: string;
  /** The hover speaks for this host first: the file lies in its folder, or the user asked for it. */
  readonly isMain: boolean;
  /** Follows the names of one or more hosts and a colon: `granted`. No full stop. */
  readonly brief: string;
  /** Whole sentences that follow; shown for main hosts only. */
  readonly more: readonly string[];
}

/** Markdown: a paragraph line for each answer of the main hosts, then a list of the other hosts. */
export function effectLines(effects: readonly Effect[]): string {
  const groups = new Map<string, Effect[]>();
  for (const effect of [...effects.filter(isMain), ...effects.filter((one) => !isMain(one))])
    groups.set(effect.brief, [...(groups.get(effect.brief) ?? []), effect]);
  const lines = [...groups.values()].map((group) => ({
    isMain: group.some(isMain),
    text: lineOf(group),
  }));
  return [
    lines
      .filter(isMain)
      .map(({ text }) => text)
      // Two spaces at the end of a line break it there.
      .join('  \n'),
    lines
      .filter((line) => !isMain(line))
      .map(({ text }) => `- ${text}`)
      .join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const isMain = (one: { readonly isMain: boolean }): boolean => one.isMain;

function lineOf(group: readonly Effect[]): string {
  const names = group.map((effect) => (effect.isMain ? `**${effect.host}**` : effect.host));
  const brief = group[0]?.brief ?? '';
  const more = [...new Set(group.filter(isMain).flatMap((effect) => effect.more))];
  return `${names.join(', ')}: ${[more.length > 0 ? `${brief}.` : brief, ...more].join(' ')}`;
}

/** `` `a`, `b` and 3 more ``. */
export function nameList(names: readonly string[], most = 6): string {
  const shown = names.slice(0, most).map((name) => `\`${name.replaceAll('`', "'")}\``);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
