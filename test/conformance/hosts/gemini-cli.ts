// Our verdict for Gemini CLI in the words of its answers.
import {
  allowsNoCommand,
  excludedTool,
  isExcluded,
  keepsTool,
  keptByRule,
  shell,
} from '../../../server/hosts/gemini-cli/guards/names';
import { geminiCli } from '../../../server/hosts/gemini-cli/host';
import { faultOf } from '../../../server/hosts/gemini-cli/settings/rule-faults';
import { settingIn } from '../../../server/hosts/gemini-cli/settings/used';
import { namesIn } from '../../../server/hosts/judge/settings-texts';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { type Entry, textOf, type Value, valueAtKey } from '../../../server/yaml/value';
import { type Facts, facts, listed, names, notPredicted, quoted } from '../facts';
import type { Question } from '../question';
import { type SessionOf, sessionFacts } from './session-settings';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';

/** A session without settings has them. */
const usual: readonly string[] = [
  ...['activate_skill', 'ask_user', 'enter_plan_mode', 'glob', 'google_web_search', 'grep_search'],
  ...['invoke_agent', 'list_background_processes', 'list_directory', 'read_background_output'],
  ...['read_file', 'replace', 'run_shell_command', 'update_topic', 'web_fetch', 'write_file'],
  'write_todos',
];

/** A rule of a name that is not known here is not reported. That of a word may be for an agent. */
const isOfTool = (rule: string): boolean =>
  /^(?:[a-z\d_-]+|\*|mcp_.*)$/.test(rule) || excludedTool(rule) !== undefined;

/** The names of a list, without empty ones. */
const namesAt = ({ fields }: Verdict, list: string): readonly string[] => {
  const settings = fields.map(({ key, value }) => ({ key, value }) as Entry);
  const written = settingIn(settings, 'tools', list);
  return (written?.kind === 'list' ? written.items : []).flatMap((rule) => textOf(rule) || []);
};

const faultIn = (verdict: Verdict, rule: string, list: string) =>
  faultOf(rule, list, new Set(namesAt(verdict, list).filter((one) => one !== rule)));

const isForAllCalls = (fault: ReturnType<typeof faultOf>): boolean =>
  fault?.otherwise?.losesLimit === true;

/** A rule whose meaning another one has is not reported. */
const unappliedIn = (verdict: Verdict): readonly string[] => {
  const settings = verdict.fields.map(({ key, value }) => ({ key, value }) as Entry);
  const ofLimits = ['exclude', 'confirmationRequired'].flatMap((list) => {
    const written = settingIn(settings, 'tools', list);
    // Of a string, each character is a rule.
    const characters = [...new Set(textOf(written) ?? '')].filter((one) => !isOfTool(one));
    const own = namesAt(verdict, list);
    return [...characters, ...own.filter((one) => faultIn(verdict, one, list) || !isOfTool(one))];
  });
  const ofGrants = ['allowed', 'core'].flatMap((list) =>
    namesAt(verdict, list).filter((one) => {
      const fault = faultOf(one, list, new Set());
      return fault ? !isForAllCalls(fault) : !isOfTool(one.replace(/\(.*\)$/s, ''));
    }),
  );
  return [...ofLimits, ...ofGrants];
};

/** What lists of allowed calls do besides. */
const grantFacts = (verdict: Verdict): Facts => {
  const whole = ['allowed', 'core'].flatMap((list) =>
    namesAt(verdict, list).filter((one) => isForAllCalls(faultOf(one, list, new Set()))),
  );
  const file = '.gemini/settings.json';
  const call = { tool: 'run_shell_command', subject: 'zzz' };
  const isRefused =
    geminiCli.guards?.decide([{ file, text: grantsOf(verdict) }])(call).action === 'deny';
  return facts({
    whole: whole.length > 0 ? names(whole) : undefined,
    refuses: isRefused ? call.tool : undefined,
  });
};

/** The settings with those lists alone. */
function grantsOf(verdict: Verdict): string {
  const settings = verdict.fields.map(({ key, value }) => ({ key, value }) as Entry);
  const lists = ['allowed', 'core'].flatMap((list) =>
    settingIn(settings, 'tools', list)?.kind === 'list' ? [[list, namesAt(verdict, list)]] : [],
  );
  return JSON.stringify({ tools: Object.fromEntries(lists) });
}

const session: SessionOf = {
  started: (hooks, { fields }) => {
    const settings = fields.map(({ key, value }) => ({ key, value }) as Entry);
    const enabled = settingIn(settings, 'hooksConfig', 'enabled');
    const areOff = enabled?.kind === 'boolean' && !enabled.boolean;
    const disabled = namesIn(settingIn(settings, 'hooksConfig', 'disabled')).map(textOf);
    const text = (hook: Value, key: string) => textOf(valueAtKey(hook, key));
    return hooks.filter(
      ({ hook }) => !areOff && !disabled.includes(text(hook, 'name') || text(hook, 'command')),
    );
  },
  more: (_, verdict) => {
    const unapplied = unappliedIn(verdict);
    return {
      ...facts({
        unapplied: unapplied.length ? names(unapplied.map((rule) => rule.trim())) : undefined,
      }),
      ...grantFacts(verdict),
    };
  },
  reached: (key, server) =>
    key === 'url' && textOf(valueAtKey(server, 'type')) === 'sse' ? 'sse' : 'http',
  isStarted: (name, lists) => {
    const allowed = lists('mcp', 'allowed') ?? [];
    const isAllowed = allowed.length === 0 || allowed.includes(name);
    return isAllowed && !lists('mcp', 'excluded')?.includes(name);
  },
  withheld: (lists) => {
    const excluded = lists('tools', 'exclude') ?? [];
    const core = lists('tools', 'core');
    if (core?.includes('*')) return notPredicted('whether the session has skills');
    const isShellDenied = allowsNoCommand(lists('tools', 'allowed') ?? []);
    return names(
      usual.filter(
        (tool) =>
          excluded.some((name) => isExcluded(name, { tool, subject: '' })) ||
          (core && !(keepsTool(core, tool) && keptByRule(core, tool))) ||
          (isShellDenied && tool === shell),
      ),
    );
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
    ...withheldAround(question, verdict),
  });
}

/** An agent has them in a session without settings. */
const usualOfAgents = new Set([...usual, 'complete_task']);

/** Without them an agent returns no result. */
const needed = new Set(
  (geminiCli.dialects['agent']?.tools.tools ?? []).flatMap((tool) =>
    tool.needed === undefined ? [] : [tool.name],
  ),
);

/** Which tools the settings around it take from the agent. */
const withheldAround = ({ around }: Question, { persona }: Verdict): Facts =>
  around?.['.gemini/settings.json'] === undefined
    ? {}
    : {
        withheld: names(
          (persona?.tools.deniedAround ?? []).flatMap(({ tool }) =>
            usualOfAgents.has(tool) && tool !== 'write_todos' ? [tool] : [],
          ),
        ),
        ...(persona?.tools.deniedAround?.some(({ tool }) => needed.has(tool)) && {
          completes: 'no',
        }),
      };

function refusedFor({ flaws, fields, missing }: Verdict): string {
  const [flaw] = flaws.filter(({ fatal }) => fatal);
  if (flaw?.code === 'not-a-mapping') return 'frontmatter';
  if (flaw) return /^(?:yaml|duplicate-key)$/.test(flaw.code) ? 'yaml' : 'fence';
  const wrong = fields.filter(({ outcome }) => outcome === 'refused').map(({ key }) => key);
  return listed([...new Set([...wrong, ...missing.map(({ key }) => key)])].sort());
}
