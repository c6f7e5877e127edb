// Which commands of a plugin Codex does not turn into skills, by their texts.
import { utf8Length } from '../../text/file-text';
import { type Message, t, verbatim } from '../../text/message';

const patterns = [/\$ARGUMENTS/, /\$\d/, /(?<!\S)@\S+/, /! ?`/];

/** In bytes, of the body, the description and three times the name: the program adds words of its own. */
const maxBytes = 3_836;

/**
 * What keeps the text of a command from becoming that of a skill, for a list; null where nothing does.
 * @param name of the command, with `/` between folders
 */
export function causeInCommand(command: string, name: string): Message | null {
  const [head = ''] = /^---\r?\n[\s\S]*?\n---[^\n]*/.exec(command) ?? [];
  const body = command.slice(head.length).trim();
  if (body.includes('{{') && body.includes('}}')) return verbatim('{{}}');
  for (const pattern of patterns) {
    const [found] = pattern.exec(body) ?? [];
    if (found !== undefined) return verbatim(found);
  }
  const [, written = ''] = /^description:(.*)$/m.exec(head) ?? [];
  const description = written.trim().replace(/^(["'])(.*)\1$/, '$2');
  const bytes = utf8Length(body) + utf8Length(description) + 3 * utf8Length(name);
  return bytes > maxBytes ? t('too large') : null;
}
