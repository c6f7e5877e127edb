// Our verdict for Gemini CLI in the words of its answers.
import { geminiCli } from '../../../server/hosts/gemini-cli/host';
import { byName } from '../../../server/hosts/gemini-cli/tools';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { textOf, type Value, valueAtKey } from '../../../server/yaml/value';
import { type Facts, facts, listed, names, notPredicted, quoted } from '../facts';
import type { Question } from '../question';
import { type SessionOf, sessionFacts } from './session-settings';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';

const session: SessionOf = {
  reached: (key, server) =>
    key === 'url' && textOf(valueAtKey(server, 'type')) === 'sse' ? 'sse' : 'http',
  isStarted: (name, lists) => {
    const allowed = lists('mcp', 'allowed') ?? [];
    const isAllowed = allowed.length === 0 || allowed.includes(name);
    return isAllowed && !lists('mcp', 'excluded')?.includes(name);
  },
  withheld: (lists) => {
    const excluded = lists('tools', 'exclude') ?? [];
    return lists('tools', 'core') ||
      excluded.some((name) => !byName.has(name) && /[A-Z*]/.test(name))
      ? notPredicted('the list of tools')
      : names(excluded.filter((name) => byName.has(name)));
  },
};

export function geminiCliFacts(question: Question, host: Host = geminiCli): Facts {
  const ofSkill = skillFacts(question, host);
  if (ofSkill) return ofSkill;
  const ofSettings = sessionFacts(question, host, session);
  if (ofSettings) return ofSettings;
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona, tools } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no', refused: refusedFor(verdict) };
  const writtenIn = (key: string): Value | undefined =>
    verdict.fields.find((field) => field.key === key)?.value;
  const text = (key: string): string | null => {
    const value = writtenIn(key);
    return value?.kind === 'text' ? value.text : null;
  };
  const number = (key: string, absent: number): string => {
    const value = writtenIn(key);
    return String(value?.kind === 'number' ? value.number : absent);
  };
  const servers = writtenIn('mcp_servers');
  return facts({
    agent: 'yes',
    name: quoted(persona.id),
    description: quoted(persona.description),
    shown: quoted(text('display_name')),
    model: quoted([persona.model.written ?? 'inherit'].flat()[0]),
    tools: writtenIn('tools') ? listed(tools.map(({ written }) => written)) : '(all)',
    temperature: number('temperature', 1),
    turns: number('max_turns', 30),
    minutes: number('timeout_mins', 10),
    servers: listed(servers?.kind === 'map' ? servers.entries.map(({ key }) => key) : []),
    prompt: String(persona.prompt.length),
  });
}

function refusedFor({ flaws, fields, missing }: Verdict): string {
  const [flaw] = flaws.filter(({ fatal }) => fatal);
  if (flaw?.code === 'not-a-mapping') return 'frontmatter';
  if (flaw) return /^(?:yaml|duplicate-key)$/.test(flaw.code) ? 'yaml' : 'fence';
  const wrong = fields.filter(({ outcome }) => outcome === 'refused').map(({ key }) => key);
  return listed([...new Set([...wrong, ...missing.map(({ key }) => key)])].sort());
}
