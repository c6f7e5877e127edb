// What may be an agent's name in a new file. Narrower than what the hosts take, so that one name serves in all of them.

const longest = 64;

/** What is wrong with a name, in plain words; undefined where nothing is. */
export function nameFlaw(name: string): string | undefined {
  if (name === '') return 'A name is needed: it is also the name of the file.';
  if (name !== name.trim()) return 'Leave out the blanks before and after the name.';
  if (/\s/.test(name)) return 'Use hyphens in place of blanks: code-reviewer.';
  if (/[A-Z]/.test(name)) return `Use small letters: ${name.toLowerCase()}.`;
  if (!/^[a-z0-9]/.test(name)) return 'Begin with a letter or a digit.';
  if (!/^[a-z0-9-]+$/.test(name)) return 'Use only letters, digits and hyphens.';
  if (name.length > longest) return `Use at most ${longest} letters.`;
  return undefined;
}

/** A skeleton's path or text with the name put in: for `{name}`, and for a snippet's stop that asks for it. */
export function withName(text: string, name: string): string {
  return text.replaceAll('{name}', name).replace(/\$\{\d+:name\}/g, name);
}
