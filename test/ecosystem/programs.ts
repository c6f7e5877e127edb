// What the hosts' own programs did with the real files, each put into its own folder: they loaded the agent, or lost it.
import { corpusVerdicts } from '../support/resources';

interface Answer {
  readonly loaded?: boolean;
  /** OpenCode: the file passed, and how many agents came of it. */
  readonly accepted?: boolean;
  readonly agents?: number;
}

type Answers = Readonly<Record<string, Answer | undefined>>;

/** By the host the word for its program. */
const programs: Readonly<Record<string, string>> = {
  'claude-code': 'claude',
  'copilot-cli': 'copilot',
  opencode: 'opencode',
};

/** Whether the program has an agent of the file; undefined where it was not asked. */
export function answers(): (file: string, host: string) => boolean | undefined {
  const files = corpusVerdicts<Answers>();
  return (file, host) => {
    const answer = files[file]?.[programs[host] ?? ''];
    return answer && (answer.loaded ?? (answer.accepted === true && (answer.agents ?? 0) > 0));
  };
}
