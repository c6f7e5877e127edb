// Every host that can be asked, with its own words for our verdict.
import type { Facts } from '../facts';
import type { Oracle } from '../oracle';
import { claudeCode } from '../oracles/claude-code';
import { copilotCli } from '../oracles/copilot-cli';
import { kilo, opencode } from '../oracles/opencode-family';
import type { Question } from '../question';
import { claudeCodeFacts } from './claude-code';
import { copilotCliFacts } from './copilot-cli';
import { kiloFacts, opencodeFacts } from './opencode-family';

export interface Tested {
  readonly oracle: Oracle;
  readonly facts: (question: Question) => Facts;
  /** Where a text without a place of its own is put; `{name}` is told apart from all others. */
  readonly place: string;
}

export const tested: readonly Tested[] = [
  { oracle: claudeCode, facts: claudeCodeFacts, place: '.claude/agents/{name}.md' },
  { oracle: copilotCli, facts: copilotCliFacts, place: '.github/agents/{name}.agent.md' },
  { oracle: kilo, facts: kiloFacts, place: '.kilo/agent/{name}.md' },
  { oracle: opencode, facts: opencodeFacts, place: '.opencode/agent/{name}.md' },
];
