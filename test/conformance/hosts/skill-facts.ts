// Our verdict on a skill in the words of the programs' answers, which are the same for all hosts.
import type { Host } from '../../../server/hosts/model/host';
import { type Facts, facts, notPredicted, quoted, yesNo } from '../facts';
import { isSkill, type Question } from '../question';
import { verdictOn, why } from './verdict-on';

/** The tools that a model called while a skill with a list of tools was active. */
const askedTools = ['Agent', 'Bash', 'Write'];

/** Null where the question is about no skill. */
export function skillFacts(question: Question, host: Host): Facts | null {
  if (!isSkill(question)) return null;
  const verdict = verdictOn(host, question);
  if (!verdict) return { skill: 'no' };
  if (verdict.outcome === 'unknown') return { skill: notPredicted(why(verdict)) };
  const { skill } = verdict;
  if (!skill) return { skill: 'no' };
  return facts({
    skill: 'yes',
    name: quoted(skill.id),
    description: quoted(skill.description),
    characters: skill.description === null ? undefined : String(skill.description.length),
    listed: yesNo(skill.modelInvocable !== 'no' && skill.paths.length === 0),
    user:
      skill.userInvocable === null
        ? undefined
        : yesNo(skill.userInvocable && skill.paths.length === 0),
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
  });
}
