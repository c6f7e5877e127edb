// The fields of an agent file in Gemini CLI 0.61.0. It rejects the whole file for any wrong value and any unknown key.
import type { Value } from '../../yaml/value';
import { check, phrase, problem } from '../judge/check';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Type } from '../model/type';
import { executedHere } from './evidence';
import { server } from './mcp';
import { isAccepted } from './tool-names';

export const refused: Consequence = {
  outcome: 'refused',
  file: 'refused',
  effect: '{host} rejects the file and shows an error.',
};

const field = (own: Omit<Field, 'otherwise' | 'evidence'>): Field => ({
  otherwise: refused,
  evidence: executedHere,
  ...own,
});

const toolList: Type = { type: 'list', of: { type: 'text', vocabulary: 'tools' } };

/** A wrong name is a lost tool, which a rule of its own reports; here it only decides the outcome of the file. */
function judgeTools(value: Value): CustomCheckResult | null {
  const { problems } = check(toolList, value);
  if (problems.length > 0 || value.kind !== 'list') return null;
  const isWrong = value.items.some((item) => item.kind === 'text' && !isAccepted(item.text));
  return isWrong ? { outcome: 'refused', problems: [], otherwise: refused } : null;
}

/** Infinity is accepted, unlike what is not a number. */
const judgeTemperature = (value: Value): CustomCheckResult | null =>
  value.kind === 'number' && !Number.isNaN(value.number) ? { outcome: 'kept', problems: [] } : null;

const judgeName = (value: Value): CustomCheckResult | null =>
  value.kind === 'text' && !/^[a-z0-9-_]+$/.test(value.text)
    ? {
        outcome: 'refused',
        problems: [
          problem(
            'value',
            value,
            phrase('a name of lowercase letters, digits, hyphens and underscores'),
          ),
        ],
        otherwise: { ...refused, reason: 'name' },
      }
    : null;

export const fields: Readonly<Record<string, Field>> = {
  name: field({
    summary: 'The name by which the agent is called.',
    type: { type: 'text', nonEmpty: true },
    judge: judgeName,
    required: { ...refused, reason: 'name' },
    absent: 'Required. The file is rejected without it.',
    snippet: ' ${1:name}',
    details:
      'Lowercase letters, digits, hyphens and underscores. It may differ from the file name.',
    role: 'name',
  }),
  description: field({
    summary:
      'What the agent is for. The main agent reads it in every request to decide which agent to call.',
    type: { type: 'text', nonEmpty: true, multiline: true },
    required: { ...refused, reason: 'description' },
    absent: 'Required. The file is rejected without it.',
    snippet: ' ${1:Use it when}',
    role: 'description',
  }),
  kind: field({
    summary: 'Whether the agent runs in Gemini CLI (`local`) or as a service (`remote`).',
    type: {
      type: 'one-of',
      choices: [
        { value: 'local', means: 'Gemini CLI runs the agent with the prompt of the file.' },
      ],
    },
    absent: 'local',
    snippet: ' ${1|local|}',
    details: 'A remote agent has other fields and no prompt. Dossier does not check it.',
  }),
  display_name: field({
    summary: 'The name that is shown to users.',
    type: { type: 'text' },
    absent: 'The name of the agent.',
    isForDisplay: true,
    snippet: ' ${1:Name}',
  }),
  tools: field({
    summary: 'The tools that the agent can use. All other tools are withheld.',
    type: toolList,
    judge: judgeTools,
    absent: 'All tools.',
    snippet: '\n  - ${1:read_file}',
    details:
      'A list, also of a single tool; a string is rejected. `*` grants all tools, `mcp_SERVER_*` those of an MCP server. One unknown name and the file is rejected. An empty list leaves no tools.',
    role: 'tools',
  }),
  mcp_servers: field({
    summary: 'MCP servers for this agent.',
    type: { type: 'map', rest: server },
    absent: 'The configured MCP servers.',
    snippet: '\n  ${1:server}:\n    command: ${2:npx}\n    args: [${3}]',
    details: 'The documentation calls it `mcpServers`, which the program rejects.',
  }),
  model: field({
    summary: 'The model of the agent.',
    type: { type: 'text', vocabulary: 'models' },
    absent: 'The model of the session.',
    snippet: ' ${1:inherit}',
    details: 'The name is not checked when the file is loaded.',
    role: 'model',
  }),
  temperature: field({
    summary: 'The randomness of the responses.',
    type: { type: 'number' },
    judge: judgeTemperature,
    absent: '1',
    snippet: ' ${1:0.2}',
  }),
  max_turns: field({
    summary: 'After how many requests the agent stops.',
    type: { type: 'integer', min: 1 },
    absent: '30',
    snippet: ' ${1:20}',
  }),
  timeout_mins: field({
    summary: 'After how many minutes the agent stops.',
    type: { type: 'integer', min: 1 },
    absent: '10',
    snippet: ' ${1:5}',
  }),
};
