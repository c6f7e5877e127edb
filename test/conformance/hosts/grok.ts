// Our verdict for Grok Build in the words of its answers.
import { outlineOf } from '../../../server/agent/outline';
import { grok } from '../../../server/hosts/grok/host';
import { byName } from '../../../server/hosts/grok/tools';
import { computeFieldVerdict } from '../../../server/hosts/judge/compute-verdict';
import type { Host } from '../../../server/hosts/model/host';
import type { Tools } from '../../../server/hosts/model/persona';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { type Facts, facts, names, notPredicted, quoted, yesNo } from '../facts';
import { namesServed, servedFact } from '../oracles/served-tools';
import type { Question } from '../question';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';

export function grokFacts(question: Question, host: Host = grok): Facts {
  const ofSkill = skillFacts(question, host);
  if (ofSkill) {
    // Users can call it whatever files were used.
    const user = verdictOn(host, question)?.skill?.userInvocable;
    return typeof user === 'boolean' ? { ...ofSkill, user: yesNo(user) } : ofSkill;
  }
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona, runs } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no', refused: refusedFor(verdict, question.text) };
  return facts({
    agent: 'yes',
    name: quoted(persona.name),
    description: quoted(persona.description),
    runs: runs ? 'yes' : 'no',
    ...(runs && {
      tools: toolFact(persona.tools),
      prompt: String(persona.prompt.length),
      // The tools that it finds; to call them, it needs another tool.
      ...servedFact(question, held('search_tool', persona.tools) ? namesServed(question) : []),
    }),
  });
}

/** The tools of a session whose file limits nothing. Others depend on the account. */
const usual = [...byName.values()].flatMap(({ name, sometimes }) => (sometimes ? [] : name));

const held = (name: string, { all, granted, always, denied }: Tools): boolean =>
  all ? !denied.includes(name) : granted.includes(name) || always.includes(name);

/** As the program's answers: by the tools that it lacks, if it has most of them. */
function toolFact(tools: Tools): string {
  const has = (name: string): boolean => held(name, tools);
  const given = usual.filter(has);
  const missing = usual.filter((name) => !has(name));
  return given.length < missing.length ? names(given) : `all but ${names(missing)}`;
}

/** Where a string is expected, also if the collection never ends. */
const opensCollection = /^ *(?:name|description|model|initialPrompt)\s*:\s*[[{]/m;

/** An indented first key: a line further left ends the frontmatter before an error of YAML in it. */
const isIndented = /^---(?:[^\S\n]*\n)*[^\S\n]+\S/;

/** In the order of the program, which reads the fields one by one, also before an error of YAML. */
function refusedFor({ flaws, fields, missing, agent, dialect }: Verdict, text: string): string {
  const has = (code: string): boolean => flaws.some((flaw) => flaw.code === code);
  if (!agent) {
    if (has('no-frontmatter') || has('unclosed-fence')) return 'fence';
    if (has('duplicate-key')) return 'duplicate';
    if (isIndented.test(text)) return notPredicted('A field is missing too.');
    const isFirst = outlineOf(text).fields.every(
      (entry) => computeFieldVerdict(entry, dialect).outcome !== 'refused',
    );
    return isFirst && !opensCollection.test(text) ? 'yaml' : notPredicted('A value is wrong too.');
  }
  const wrong = fields.filter(({ outcome }) => outcome === 'refused');
  return (wrong[0] ?? missing[0])?.key ?? 'other';
}
