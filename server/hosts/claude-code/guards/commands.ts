// Whether the pattern of a rule of "Bash" matches a command line. Claude Code compares each of its commands, and also the command that
// another one runs, such as `sudo` or `timeout`. Which of these it looks through is not followed here.
import { commandsIn } from '../../../text/shell-commands';

/** Whether any command of the line matches. Null where that is not known. */
export function matchesAny(pattern: string, line: string): boolean | null {
  const commands = commandsIn(line);
  if (commands === null) return null;
  const form = formOf(pattern);
  // Spaces count as one, but a pattern may contain several. Redirections are not compared, and of variables not all.
  const isMatched = commands.some(
    (command) => !/[<>$]/.test(command) && (form.test(command.trim()) || form.test(plain(command))),
  );
  if (isMatched) return true;
  return commands.map(plain).every(isDirect) ? false : null;
}

/** The same for all of them, which is needed to allow the line. */
export function matchesAll(pattern: string, line: string): boolean | null {
  const commands = commandsIn(line);
  // One that goes on in the background is asked about all the same.
  if (commands === null || /\t|(?<!&)&(?!&)/.test(line)) return null;
  const form = formOf(pattern);
  const words = commands.map(plain);
  if (!words.every(isDirect)) return null;
  if (words.every((command) => form.test(command))) return true;
  // A line of which another rule, or the program itself, allows the rest.
  return words.some((command) => form.test(command)) ? null : false;
}

const plain = (command: string): string => command.trim().replaceAll(/\s+/g, ' ');

/** Programs that run the command after them. */
const runners =
  /^(?:sudo|doas|env|command|builtin|exec|eval|time|timeout|nice|nohup|stdbuf|xargs|find|bash|sh|zsh|ssh|setsid|watch|parallel|busybox|npx|then|do)$/;

/** Without quotes, redirections and assignments, and without another program before it. */
const isDirect = (command: string): boolean =>
  !/["'\\<>$`]/.test(command) &&
  !/^\w+=/.test(command) &&
  !/^\S*\//.test(command) &&
  !runners.test(command.split(' ', 1)[0] ?? '');

/** `rm:*` and `rm *` also match `rm` alone; `*` stands for anything. */
function formOf(pattern: string): RegExp {
  const written = pattern.replace(/:\*$/, ' *');
  const isPrefix = written.endsWith(' *');
  const source = (isPrefix ? written.slice(0, -2) : written).replaceAll(/\*|[^\w\s]/g, (part) =>
    part === '*' ? '.*' : `\\${part}`,
  );
  return new RegExp(`^${source}${isPrefix ? '(?: .*)?' : ''}$`, 's');
}
