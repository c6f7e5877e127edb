// Which commands of a plugin Codex does not turn into skills, by their texts.

const patterns = [/\$ARGUMENTS/, /\$\d/, /(?<!\S)@\S+/, /! ?`/];

/** What keeps the text of a command from becoming that of a skill, as it is written; null where nothing does. */
export function placeholderIn(command: string): string | null {
  const body = command.replace(/^---\r?\n[\s\S]*?\n---[^\n]*/, '');
  if (body.includes('{{') && body.includes('}}')) return '{{}}';
  for (const pattern of patterns) {
    const [found] = pattern.exec(body) ?? [];
    if (found !== undefined) return found;
  }
  return null;
}
