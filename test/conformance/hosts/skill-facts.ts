// Our verdict on a skill in the words of the programs' answers, which are the same for all hosts.
import { usedValue } from '../../../server/hosts/judge/skills/skill-values';
import type { Host } from '../../../server/hosts/model/host';
import { bodyLanguageAt } from '../../../server/hosts/model/place';
import { textOf } from '../../../server/yaml/value';
import { type Facts, facts, notPredicted, quoted, yesNo } from '../facts';
import { type Question, skillSubjectOf } from '../question';
import { verdictOn, why } from './verdict-on';

/** The tools that a model called while a skill with a list of tools was active. */
const askedTools = ['Agent', 'Bash', 'Write'];

/**
 * Null where the question is about neither a skill nor a command.
 * @param sent the text below the frontmatter as the program sends it.
 */
export function skillFacts(
  question: Question,
  host: Host,
  sent: (prompt: string) => string = (prompt) => prompt,
): Facts | null {
  const subject = skillSubjectOf(question);
  if (subject === null) return null;
  const verdict = verdictOn(host, question);
  const none: Facts = { [subject]: 'no', seen: 'no' };
  if (!verdict) return none;
  if (verdict.outcome === 'unknown') return { [subject]: notPredicted(why(verdict)) };
  if (verdict.outcome === 'stops-host') return { [subject]: 'stops' };
  const { skill, fields, agent } = verdict;
  if (!skill) return none;
  const used = (key: string): string => quoted(textOf(usedValue(fields, key)));
  const numbers = bodyLanguageAt(verdict.place);
  const subtask = usedValue(fields, 'subtask');
  return facts({
    [subject]: 'yes',
    name: quoted(skill.id),
    description: quoted(skill.description),
    described: yesNo(skill.description !== null),
    characters: skill.description === null ? undefined : String(skill.description.length),
    listed: yesNo(skill.modelInvocable !== 'no' && skill.paths.length === 0),
    user:
      skill.userInvocable === null
        ? undefined
        : yesNo(skill.userInvocable && skill.paths.length === 0),
    seen: yesNo(
      skill.paths.length === 0 && (skill.modelInvocable !== 'no' || skill.userInvocable !== false),
    ),
    // The skill is called with the arguments a and b.
    'number-1': numbers && (numbers.first === 0 ? 'b' : 'a'),
    // A user calls it with no argument.
    'number-1-of-none': numbers && (numbers.missing === 'unchanged' ? 'kept' : 'removed'),
    runs: skill.runsIn ?? 'in the conversation',
    ...Object.fromEntries(
      askedTools.flatMap((tool) =>
        [
          ['denies', 'denied'],
          ['allows', 'granted'],
        ].map(([does, outcome]) => [
          `${does}-${tool}`,
          yesNo(verdict.tools.some((one) => one.outcome === outcome && one.names.includes(tool))),
        ]),
      ),
    ),
    asks: yesNo(skill.modelInvocable === 'asks'),
    agent: used('agent'),
    model: used('model'),
    subtask: subtask?.kind === 'boolean' ? yesNo(subtask.boolean) : '(none)',
    text: String(sent(agent?.prompt.text ?? '').length),
  });
}
