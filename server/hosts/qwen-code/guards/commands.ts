// Whether the pattern of a rule for commands matches a command line. Qwen Code compares each command of the line, and not what another
// program runs, such as `sudo` or `bash -c`.
import { commandsIn } from '../../../text/shell-commands';

/** Whether any command of the line matches. Null where that is not known. */
export function matchesAny(pattern: string, line: string): boolean | null {
  if (pattern === '*') return true;
  const commands = wordsIn(line);
  if (commands.some((words) => words !== null && matches(pattern, words))) return true;
  return commands.includes(null) ? null : false;
}

/** The same for all of them, which is needed to allow the line. */
export function matchesAll(pattern: string, line: string): boolean | null {
  if (pattern === '*') return true;
  const commands = wordsIn(line);
  if (commands.includes(null)) return null;
  const found = commands.map((words) => words !== null && matches(pattern, words));
  if (found.every((one) => one)) return true;
  // A line of which another rule, or the program itself, allows the rest.
  return found.some((one) => one) ? null : false;
}

/** The words of each command with one space between them; null for one whose words are not certain. */
function wordsIn(line: string): readonly (string | null)[] {
  const commands = commandsIn(line);
  // A command that goes on in the background is compared with its "&".
  if (commands === null || /(?<!&)&(?!&)/.test(line)) return [null];
  return commands.map(plainWords);
}

/** Assignments before the command do not count, nor do quotes around plain words. */
function plainWords(command: string): string | null {
  const plain = command.replaceAll(/"([\w .,:/=@%+-]*)"|'([\w .,:/=@%+-]*)'/g, '$1$2');
  if (!/^[\w\s.,:/=@%+-]*$/.test(plain)) return null;
  const words = plain.trim().split(/\s+/);
  const first = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  return first < 0 ? '' : words.slice(first).join(' ');
}

/** Without `*`, a pattern is for the command with any arguments after it; ` *` may also stand for none. */
function matches(pattern: string, command: string): boolean {
  if (!pattern.includes('*')) return command === pattern || command.startsWith(`${pattern} `);
  const source = pattern.replaceAll(/ \*|\*|[^\w\s]/g, (part) => {
    if (part === ' *') return '(?: .*)?';
    return part === '*' ? '.*' : `\\${part}`;
  });
  return new RegExp(`^${source}$`, 's').test(command);
}
