// Every host that can be asked, with its own words for our verdict.
import type { Host } from '../../../server/hosts/model/host';
import type { Facts } from '../facts';
import type { Oracle } from '../oracle';
import { claudeCode } from '../oracles/claude-code';
import { copilotCli } from '../oracles/copilot-cli';
import { geminiCli } from '../oracles/gemini-cli';
import { opencode2 } from '../oracles/opencode-2';
import { kilo, opencode } from '../oracles/opencode-family';
import { vscode } from '../oracles/vscode';
import type { Question } from '../question';
import { claudeCodeFacts } from './claude-code';
import { copilotCliFacts } from './copilot-cli';
import { geminiCliFacts } from './gemini-cli';
import { opencode2Facts } from './opencode-2';
import { kiloFacts, opencodeFacts } from './opencode-family';
import { vscodeFacts } from './vscode';

export interface Tested {
  readonly oracle: Oracle;
  /** @param host what is declared of it; by default what we declare. */
  readonly facts: (question: Question, host?: Host) => Facts;
  /** Locations for texts without one of their own, in turn. `{name}` makes the path unique. */
  readonly places: readonly string[];
}

export const tested: readonly Tested[] = [
  { oracle: claudeCode, facts: claudeCodeFacts, places: ['.claude/agents/{name}.md'] },
  { oracle: copilotCli, facts: copilotCliFacts, places: ['.github/agents/{name}.agent.md'] },
  { oracle: geminiCli, facts: geminiCliFacts, places: ['.gemini/agents/{name}.md'] },
  { oracle: kilo, facts: kiloFacts, places: ['.kilo/agent/{name}.md'] },
  { oracle: opencode, facts: opencodeFacts, places: ['.opencode/agent/{name}.md'] },
  { oracle: opencode2, facts: opencode2Facts, places: ['.opencode/agents/{name}.md'] },
  {
    oracle: vscode,
    facts: vscodeFacts,
    places: ['.github/agents/{name}.agent.md', '.claude/agents/{name}.md'],
  },
];
