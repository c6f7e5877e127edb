// `dossier probe`: what each program of a project does with one call of a tool.
import { outlineOf } from '../agent/outline';
import type { ProbedRule, ProbeResult, ProgramProbe } from '../contract/probe';
import { detectPrograms } from '../hosts/catalog/detect-programs';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { placeIn } from '../hosts/catalog/places';
import { judge } from '../hosts/judge/compute-verdict';
import { agentDialects } from '../hosts/model/dialect';
import type { ToolCall } from '../hosts/model/guards';
import type { Host } from '../hosts/model/host';
import { type Decision, together } from '../hosts/model/permission-evaluator';
import type { ToolPurpose } from '../hosts/model/tool-purposes';
import { purposesIn } from '../hosts/model/tools';
import { type Message, t } from '../text/message';
import { english } from '../text/translate';
import { exit, type Io, UsageError, type World } from './io';
import { wordOf } from './options';
import { parse } from './parse';
import { absolute, placeContext } from './paths';
import { hostsOf } from './programs';
import { printable } from './report/cells';
import { jsonText } from './report/json-text';

export const probeUsage = `dossier probe CALL [PATH]   show which programs allow a call of a tool (default: the current folder)

  --program ID,...     only these programs (default: those that the project configures)
  --format FORMAT      human (default), json

CALL is a tool with its command, path or address, such as "Bash: git push", "Edit: src/a.ts" or
"WebFetch: https://example.com", or the name of a tool of an MCP server, such as mcp__server__tool.
Only the settings in the project are read, not those of the user. OpenCode and Kilo are shown for
an agent without rules of its own. The exit code is 1 if all programs deny the call.
`;

/** @throws UsageError */
export function probe(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    program: { type: 'string' },
    format: { type: 'string' },
  });
  if (values['help']) {
    io.out(probeUsage);
    return exit.clean;
  }
  const [written, folder = '.', ...more] = paths;
  if (written === undefined) throw new UsageError('probe requires a call, such as "Bash: ls".');
  if (more.length > 0) throw new UsageError('probe accepts only one path. Run it for each path.');
  const format = wordOf(values['format'], ['human', 'json'], 'human', 'format');
  const root = absolute(folder, world).replace(/\/$/, '');
  const hosts = hostsOf(world.catalog, values['program']) ?? programsIn(root, world);
  const call = callIn(written);
  const result: ProbeResult = {
    call,
    programs: hosts.map((host) => probed(host, call, root, world)),
  };
  io.out(format === 'json' ? `${jsonText(result)}\n` : humanReport(result, world.catalog));
  const isAllowed = result.programs.some(({ action }) => action !== 'deny');
  return result.programs.length === 0 || isAllowed ? exit.clean : exit.findings;
}

const programsIn = (root: string, world: World): readonly Host[] =>
  detectPrograms(world.catalog, {
    ...{ editor: null, extensions: [], home: undefined, roots: [root] },
    has: (path) => world.has(path) || world.isFolder(path),
  });

/** `Bash: ls`: the tool and what follows the colon. */
function callIn(written: string): ToolCall {
  const [, tool = written, subject = ''] = /^\s*([\w-]+)\s*:\s*(.*)$/s.exec(written) ?? [];
  return { tool: tool.trim(), subject: subject.trim().replace(/^\.\//, '') };
}

function probed(host: Host, call: ToolCall, root: string, world: World): ProgramProbe {
  const id = { host: host.id, hostVersion: host.version };
  const unknown = (why: Message): ProgramProbe => ({
    ...{ ...id, action: 'unknown', why: english(why), rule: null, hooks: [] },
  });
  const notKnown = t('How {host} decides on the calls of a session is not known here.', {
    host: host.name,
  });
  const own = callFor(host, call, world.catalog);
  if (!own) return unknown(notKnown);
  return (
    bySettings(host, own, root, world) ?? byRules(host, own, { root, world }) ?? unknown(notKnown)
  );
}

interface OwnCall extends ToolCall {
  /** What the tool is for. */
  readonly purposes: readonly ToolPurpose[];
}

/** The call by the host's own name of the tool. Null where it has none for it. */
function callFor(host: Host, call: ToolCall, { mainHosts }: HostCatalog): OwnCall | null {
  if (/^mcp__/.test(call.tool)) return { ...call, purposes: [] };
  const purposesOf = (one: Host): readonly ToolPurpose[] | undefined =>
    agentDialects(one.dialects)
      .flatMap(({ tools }) => tools.tools.filter(({ name }) => name === call.tool))
      .find(({ purposes }) => purposes)?.purposes;
  const own = purposesOf(host);
  if (own) return { ...call, purposes: own };
  const [catalog] = agentDialects(host.dialects);
  const purposes = mainHosts.flatMap((one) => purposesOf(one) ?? []);
  for (const purpose of purposes) {
    const tool = catalog && purposesIn(catalog.tools)?.[purpose]?.[0];
    if (tool !== undefined) return { ...call, tool, purposes: [purpose] };
  }
  return null;
}

const lineIn = (text: string, start: number): number => text.slice(0, start).split('\n').length;

/** By the rules and hooks of settings; null where the host's are not known. */
function bySettings(
  { id, name, version, guards }: Host,
  call: ToolCall,
  root: string,
  { has, read }: World,
): ProgramProbe | null {
  if (!guards) return null;
  const texts = guards.files.flatMap((file) => {
    const path = `${root}/${file}`;
    const text = has(path) ? read(path) : null;
    return typeof text === 'string' ? [{ file, text }] : [];
  });
  const lineOf = ({ file, start }: { readonly file: string; readonly start: number }): number =>
    lineIn(texts.find((one) => one.file === file)?.text ?? '', start);
  const { action, why, rule, hooks } = guards.decide(call, texts);
  return {
    ...{ host: id, hostVersion: version, action, why: english(t(why, { host: name })) },
    rule: rule ? { text: rule.text, action: rule.list, file: rule.file, line: lineOf(rule) } : null,
    hooks: hooks.map(({ start, ...hook }) => ({ ...hook, line: lineOf({ ...hook, start }) })),
  };
}

const agentText = '---\ndescription: An agent without rules of its own.\n---\nHelp.\n';

/** By the rules that an agent without any of its own has; null where the host has no such rules. */
function byRules(
  host: Host,
  { purposes, subject }: OwnCall,
  { root, world }: { readonly root: string; readonly world: World },
): ProgramProbe | null {
  const path = `${root}/${host.ownFile.replace('{name}', 'probe')}`;
  const place = placeIn(host, path, placeContext(world));
  const verdict = place && judge(outlineOf(agentText), place);
  const { evaluator } = verdict?.dialect ?? {};
  const purpose = purposes.find((one) => evaluator?.purposes[one]);
  if (!verdict?.persona || !evaluator || purpose === undefined) return null;
  const decisions = evaluator.evaluate(verdict.persona, purpose, subject);
  const id = { host: host.id, hostVersion: host.version, hooks: [] };
  if (typeof decisions === 'string')
    return {
      ...id,
      action: 'unknown',
      why: english(t(decisions, { host: host.name })),
      rule: null,
    };
  const action = together(decisions);
  const effect = evaluator.purposes[purpose]?.effect;
  return {
    ...{ ...id, action, why: effect === undefined ? '' : english(t(effect, { host: host.name })) },
    rule: ruleOf(decisions.find((one) => one.action === action)),
  };
}

function ruleOf(decision: Decision | undefined): ProbedRule | null {
  if (!decision?.rule) return null;
  const { rule, around } = decision;
  return {
    ...{ text: `${rule.permission}, ${rule.pattern}`, action: rule.action },
    ...{ file: around?.file ?? null, line: around?.line ?? null },
  };
}

const headlines: Readonly<Record<ProgramProbe['action'], string>> = {
  allow: 'allowed',
  ask: 'the user is asked',
  deny: 'denied',
  unknown: 'not known',
};

function humanReport({ programs }: ProbeResult, { hosts }: HostCatalog): string {
  if (programs.length === 0)
    return 'No program is configured in this folder. Use --program to name some.\n';
  return programs
    .map(({ host, hostVersion, action, why, rule, hooks }) =>
      [
        `${hosts.find(({ id }) => id === host)?.name ?? host} ${hostVersion}: ${headlines[action]}`,
        ...(why === '' ? [] : [`  ${why}`]),
        ...(rule ? [`  rule: ${rule.action} ${rule.text} (${placeOf(rule)})`] : []),
        ...hooks.map(
          ({ event, matcher, runs, ...at }) =>
            `  hook: ${event}${matcher === null ? '' : ` ${matcher}`}: ${runs} (${placeOf(at)})`,
        ),
      ]
        .map((line) => `${printable(line)}\n`)
        .join(''),
    )
    .join('\n');
}

const placeOf = ({ file, line }: Pick<ProbedRule, 'file' | 'line'>): string =>
  file === null ? 'default' : line === null ? file : `${file}:${line}`;
