// Which commands VS Code runs without a question, by the rules of a workspace and those that it has itself. Those of its own that depend
// on options are not followed here, nor are rules of the user. Until the user has agreed to it once, VS Code asks about every command.
import { tolerantRootOfJson } from '../../agent/json-root';
import type { Sentence } from '../../text/message';
import { commandsIn } from '../../text/shell-commands';
import { type Entry, entryOf, type Value, valueAtKey } from '../../yaml/value';
import type { DecidingRule, GuardedCall, Guards } from '../model/guards';
import { rulesAsked } from './evidence';

const key = 'chat.tools.terminal.autoApprove';
const switchKey = 'chat.tools.terminal.enableAutoApprove';
const ownRulesKey = 'chat.tools.terminal.ignoreDefaultAutoApproveRules';

export const guards: Guards = {
  files: ['.vscode/settings.json'],
  keys: [key, switchKey, ownRulesKey],
  examples: ['execute/runInTerminal: git push'],
  decide: (texts) => {
    const [{ file, text } = { file: '', text: '{}' }] = texts;
    const root = tolerantRootOfJson(text);
    const settings = root?.kind === 'map' ? root.entries : [];
    const isOff = isFalse(entryOf(settings, switchKey)?.value);
    const map = entryOf(settings, key)?.value;
    const written = map?.kind === 'map' ? map.entries : [];
    const rules = {
      own: rulesIn(file, written),
      hasOthers:
        (map === undefined || map.kind === 'map') && !isTrue(entryOf(settings, ownRulesKey)?.value),
      replaced: new Set(written.flatMap((one) => (isRule(one.value) ? [one.key] : []))),
    };
    return ({ tool, subject }) => {
      if (!terminal.test(tool)) return { action: 'unknown', why: otherTool };
      return isOff ? { action: 'ask', why: disabled } : decisionOn(subject, rules);
    };
  },
  evidence: rulesAsked,
};

/** Under its newer and earlier names, and those of its sets. */
const terminal = /^(?:run_in_terminal|(?:execute|runCommands)(?:\/runInTerminal)?|runInTerminal)$/;

const otherTool: Sentence = 'Which calls of this tool {host} asks about is not known here.';
const disabled: Sentence =
  'The settings disable automatic approval, so {host} asks about each command.';
const noRule: Sentence = 'No rule approves it, so {host} asks.';
const asked: Sentence = 'A rule keeps {host} from running it without a question.';
const approved: Sentence =
  'Rules approve it. {host} does not ask, once the user has agreed to automatic approval.';
const notFollowed: Sentence =
  'Whether {host} asks depends on rules of its own, or on parts of the command, that are not followed here.';

/** Programs that its own rules approve, whatever follows. */
const ownApproved = /^(?:cat|cd|echo|grep|head|ls|pwd|tail|tr|wc|which)$/;
/** Those that they keep from running without a question. */
const ownAsked = /^(?:chmod|chown|curl|eval|jq|kill|ps|rm|rmdir|top|wget|xargs)$/;
/** Those for which it depends on options or on scripts of the project, and others for which it has rules, whose calls were not asked about. */
const ownOpen =
  /^(?:basename|cmp|column|cut|date|dd|del|df|dir|dirname|docker|du|erase|file|find|findstr|git|iex|irm|iwr|nl|npm|od|pnpm|rd|readlink|realpath|rg|ri|sed|sleep|sort|sp|spps|stat|taskkill|tree|xxd|yarn)$/;

interface Rule {
  readonly rule: DecidingRule;
  readonly approves: boolean;
  readonly matches: (command: string) => boolean;
  /** It is compared with the whole line, and not with each command. */
  readonly isForLine: boolean;
}

const isTrue = (value: Value | undefined): boolean => value?.kind === 'boolean' && value.boolean;
const isFalse = (value: Value | undefined): boolean => value?.kind === 'boolean' && !value.boolean;

/** The other values are ignored. */
const isRule = (value: Value): boolean =>
  value.kind === 'boolean' || value.kind === 'null' || value.kind === 'map';

const rulesIn = (file: string, written: readonly Entry[]): readonly Rule[] =>
  written.flatMap(({ key: pattern, keySpan, value }) => {
    const flag = value.kind === 'map' ? valueAtKey(value, 'approve') : value;
    const line = value.kind === 'map' ? valueAtKey(value, 'matchCommandLine') : undefined;
    const matches = matcherOf(pattern);
    if (flag?.kind !== 'boolean' || !matches) return [];
    const approves = flag.boolean;
    return [
      {
        ...{ approves, matches, isForLine: line?.kind === 'boolean' && line.boolean },
        rule: { file, start: keySpan.start, text: pattern, list: approves ? 'allow' : 'ask' },
      },
    ];
  });

/** A word at the beginning of the command, or an expression between slashes. */
function matcherOf(pattern: string): ((command: string) => boolean) | null {
  if (pattern === '') return null;
  const [, source, flags = ''] = /^\/(.+)\/([dgimsuvy]*)$/s.exec(pattern) ?? [];
  try {
    const expression =
      source === undefined
        ? new RegExp(`^${pattern.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}\\b`)
        : new RegExp(source, flags.replaceAll(/[gy]/g, ''));
    return (command) => expression.test(command);
  } catch {
    return null;
  }
}

interface Rules {
  readonly own: readonly Rule[];
  /** The keys of the map, which replace rules of VS Code with the same key. */
  readonly replaced: ReadonlySet<string>;
  /** Whether the rules of VS Code count. */
  readonly hasOthers: boolean;
}

/** What the rules of VS Code itself do with a command. */
function ownActionOn(
  command: string,
  { replaced, hasOthers }: Rules,
): 'approve' | 'ask' | 'none' | 'open' {
  const [program = ''] = command.split(/\W/, 1);
  if (ownOpen.test(program)) return 'open';
  if (replaced.has(program)) return 'none';
  if (ownAsked.test(program)) return hasOthers ? 'ask' : 'open';
  return ownApproved.test(program) && hasOthers ? 'approve' : 'none';
}

function decisionOn(line: string, rules: Rules): GuardedCall {
  const unknown: GuardedCall = { action: 'unknown', why: notFollowed };
  const commands = commandsIn(line);
  if (!commands || commands.length === 0) return unknown;
  const applied = (command: string, isForLine: boolean): readonly Rule[] =>
    rules.own.filter((rule) => rule.isForLine === isForLine && rule.matches(command));
  const each = commands.map((command) => ({
    applying: applied(command, false),
    byItself: ownActionOn(command, rules),
  }));
  const ofLine = applied(line, true);
  const denying = [...ofLine, ...each.flatMap(({ applying }) => applying)].find(
    ({ approves }) => !approves,
  );
  if (denying) return { action: 'ask', why: asked, rule: denying.rule };
  if (each.some(({ byItself }) => byItself === 'ask')) return { action: 'ask', why: asked };
  if (commands.some((command) => assignment.test(command))) return { action: 'ask', why: noRule };
  if (/[<>]/.test(line) || each.some(({ byItself }) => byItself === 'open')) return unknown;
  const isApproved =
    ofLine.length > 0 ||
    each.every(({ applying, byItself }) => applying.length > 0 || byItself === 'approve');
  if (!isApproved) return { action: 'ask', why: noRule };
  const [rule] = [...ofLine, ...each.flatMap(({ applying }) => applying)];
  return { action: 'allow', why: approved, ...(rule && { rule: rule.rule }) };
}

const assignment = /^[A-Za-z_]\w*=/;
