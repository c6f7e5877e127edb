// Converts the answer of VS Code for a file to facts, both from its own code and those recorded for the corpus.
import { describeRecorded } from '../../../hosts/vscode/said';
import { type Facts, facts, listed, names, quoted, yesNo } from '../../facts';

export interface Answer {
  readonly name?: string | undefined;
  readonly description?: string | null | undefined;
  readonly model?: readonly string[] | null | undefined;
  readonly tools?: readonly string[] | null | undefined;
  readonly promptLength?: number;
  readonly user?: boolean | undefined;
  readonly called?: boolean | undefined;
  /** Undefined where they are about another text. */
  readonly messages: readonly string[] | undefined;
}

/** `*` where nothing limits the tools. */
export function answerFacts(answer: Answer): Facts {
  const { name, description, model, tools, promptLength, user, called, messages } = answer;
  const made = name !== undefined;
  return facts({
    agent: 'yes',
    name: made ? quoted(name) : undefined,
    description: made ? quoted(description) : undefined,
    model: made ? listed((model ?? []).filter((one) => one !== '')) : undefined,
    tools: made ? (tools ? names(tools) : '*') : undefined,
    prompt: promptLength === undefined ? undefined : String(promptLength),
    user: user === undefined ? undefined : yesNo(user),
    called: called === undefined ? undefined : yesNo(called),
    said: messages && listed(describeRecorded(messages.map((message) => ['', message] as const))),
  });
}
