// Which tools the matcher of a hook names, as Claude Code compares them: names in a list, or else a regular expression that may match
// any part of a name.

/** Names, between `|` or commas. */
const list = /^[\w\s|,-]*$/;

/** Other names of tools that matchers accept. */
const aliases: Readonly<Record<string, string>> = { Task: 'Agent' };

export type Matcher = (tool: string) => boolean;

/** Null for a regular expression that is not valid, which matches no tool. */
export function matcherOf(written: string | null): Matcher | null {
  if (written === null || written === '' || written === '*') return () => true;
  if (list.test(written)) {
    const names = written.split(/[|,]/).map((name) => name.trim());
    return (tool) => names.some((name) => name !== '' && (aliases[name] ?? name) === tool);
  }
  const form = expression(written);
  return form && ((tool) => form.test(tool));
}

function expression(source: string): RegExp | null {
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}
