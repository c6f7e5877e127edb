// What Gemini CLI itself states about commands of a shell: those that only read the project need no question, and it asks about some others
// although a rule allows them.
import { commandsIn } from '../../../text/shell-commands';

/** Programs that read nothing, or what they are given. */
const harmless = /^(?:echo|expr|false|id|pwd|seq|tr|true|uname|which|whoami)$/;
const readers = /^(?:cat|cut|head|ls|nl|paste|rev|stat|tac|tail|uniq|wc|numfmt|grep)$/;
/** What they do depends on their options. */
const open = /(?:^|\/)(?:base64|sed|rg|bash|sh|zsh|cd|ln)$/;

const wordsOf = (command: string): readonly string[] => command.trim().split(/\s+/);
const isPlain = (command: string): boolean => /^[\w\s.,:/=@%+-]*$/.test(command);
const leadsOut = (word: string): boolean => /^\/|(?:^|[/=])\.\.(?:\/|$)|=\//.test(word);

/** Whether the command only reads the project. Null where that is not known. */
export function onlyReads(command: string): boolean | null {
  const [program = '', ...words] = wordsOf(command);
  if (harmless.test(program)) return true;
  if (readers.test(program))
    return isPlain(command) && !words.some((word) => leadsOut(word) || word.startsWith('-f'))
      ? true
      : null;
  if (program === 'git') return readsHistory(words);
  if (program === 'find') return isPlain(command) && !words.some(leadsOut) ? null : false;
  return open.test(program) ? null : false;
}

function readsHistory([name = '', ...words]: readonly string[]): boolean | null {
  if (/^(?:status|log|diff|show)$/.test(name))
    return words.every((word) => /^[\w./@]/.test(word)) ? true : null;
  return name.startsWith('-') || name === 'branch' ? null : false;
}

/** Whether it asks about the line although a rule allows all commands. Null where that is not known. */
export function isSuspicious(line: string): boolean | null {
  const [program = '', ...words] = wordsOf(line);
  if (program === 'rm') return /^-(?:f|rf|fr)$/.test(words[0] ?? '');
  if (/^(?:find|rg|base64|ln|sudo)$/.test(program))
    return words.some((word) => /^-/.test(word)) ? null : false;
  if (program === 'git')
    return readsHistory(words) !== null && !words.some((word) => word.startsWith('-c'))
      ? false
      : null;
  return /[\\"'$`]/.test(program) ? null : false;
}

export interface Line {
  /** As they are written; the line itself where it is one command. */
  readonly commands: readonly string[];
  readonly isRedirected: boolean;
}

/** Null for a line that is not followed here. */
export function lineOf(line: string): Line | null {
  const commands = commandsIn(line);
  if (!commands || commands.length === 0) return null;
  // What another shell runs is compared, too.
  if (
    commands.some((one) => /^(?:\S+\/)?(?:sh|bash|zsh|cmd(?:\.exe)?|pwsh|powershell)\b/i.test(one))
  )
    return null;
  const isRedirected = /[<>]/.test(line);
  return isRedirected && /["'\\]/.test(line) ? null : { commands, isRedirected };
}

/** Whether a command line begins with the words of a rule. Spaces, tabs and line breaks are compared as they are written. */
export function beginsWith(line: string, words: string): boolean {
  const written = JSON.stringify(line);
  const start = JSON.stringify(words).slice(0, -1);
  return written.startsWith(start) && /^(?:[\s"]|\\")/.test(written.slice(start.length));
}
