// Commands that a prompt asks the agent to run.
import type { Span } from '../text/span';
import { proseLines } from './prose';

export interface CommandOrder {
  /** The command as written, without backquotes: `git diff HEAD~1`. */
  readonly command: string;
  readonly span: Span;
}

/**
 * The commands of sentences that begin with *Run* and name a program in a code span, or a command of git. Sentences about what
 * others run, and code blocks, are left out.
 */
export function commandOrders(text: string, prompt: Span): readonly CommandOrder[] {
  if (!/\brun\b/i.test(text.slice(prompt.start, prompt.end))) return [];
  const found: CommandOrder[] = [];
  for (const line of proseLines(text, prompt)) {
    const words = text.slice(line.start, line.end);
    for (const match of words.matchAll(order)) {
      const { quoted, plain } = match.groups ?? {};
      const command = quoted ?? plain ?? '';
      const at = match.indices?.groups?.[quoted === undefined ? 'plain' : 'quoted']?.[0] ?? 0;
      if (!isStart.test(words.slice(0, match.index).trim())) continue;
      if (!program.test(command) || isConditional.test(words)) continue;
      const start = line.start + at;
      found.push({ command, span: { start, end: start + command.length } });
    }
  }
  return found;
}

const order =
  /\b(?:run|execute) (?:the command )?(?:`(?<quoted>[^`\n]{2,200})`|(?<plain>git (?:add|blame|commit|diff|log|push|show|status)(?: --?[\w-]{1,30}){0,4})(?![\w-]))/dgi;

/** What comes before the sentence: nothing, the mark of a list item, or the end of a title or of another sentence. */
const isStart =
  /(?:^(?:[-*+]|\d{1,2}[.)])?(?: \[[ x]\])?|[.!?:;]\**)(?: ?(?:then|first|next|finally|always|also|now),?)?$/i;

/** It begins with a program that is run in a shell, followed by an argument, or is one that needs none. */
const program =
  /^(?:(?:git|gh|npm|npx|pnpm|yarn|bun|deno|node|uv|cargo|go|docker|kubectl|terraform|dotnet|bundle|composer|flutter|python3?|pip3?|ruff|mvn|gradle|make)\s+\S|(?:\.\/gradlew|make|pytest|eslint|tsc|mypy|jest|vitest|rspec|phpunit|ls|rg|grep|find|cat)\b)/;

/** The sentence is about other people, or holds only where the agent can do it. */
const isConditional =
  /\b(?:users?|developers?|humans?|caller|parent|orchestrator|they|if you (?:can|have)|if available|when available|if possible|not|never|don't|cannot|suggest|recommend|example|e\.g\.)\b/i;
