// Recorded cases as a person reads them: Markdown, a file a group. Each case has a title, its place, the text between
// tildes, and what the program did as a list of facts.
import type { Context } from '../../server/hosts/model/context';
import type { Facts } from './facts';
import type { Question } from './question';
import { hidden, shown } from './shown';

export interface Case extends Question {
  readonly facts: Facts;
}

export interface CaseFile {
  readonly host: string;
  /** Of the program that gave the answers. */
  readonly version: string;
  readonly cases: readonly Case[];
}

/** The text between the tildes, without its last line break. `escaped` if it contains invisible characters. */
const tildes = '~~~~';

export function writeCases({ host, version, cases }: CaseFile): string {
  return [`# ${host} ${version}`, '', ...cases.flatMap(writeCase)].join('\n');
}

function writeCase({ id, path, context, around, text, facts }: Case): string[] {
  const fence = `${tildes}${'~'.repeat(longestRun(text))}`;
  const { escaped, lines } = shown(text);
  const settings = Object.entries({ ...context, ...(around && { around }) }).map(
    ([key, value]) => ` with \`${key}=${JSON.stringify(value).replaceAll('`', '\\u0060')}\``,
  );
  return [
    `## ${id}`,
    '',
    `\`${path}\`${settings.join('')}`,
    '',
    `${fence}${escaped ? 'escaped' : ''}`,
    lines,
    fence,
    '',
    ...Object.entries(facts).map(([fact, actual]) => `- ${fact}: ${actual}`),
    '',
  ];
}

/** How many tildes more than usual the fence needs. */
const longestRun = (text: string): number =>
  text.split('\n').reduce((most, line) => {
    const run = /^~+/.exec(line)?.[0].length ?? 0;
    return Math.max(most, run - tildes.length + 1);
  }, 0);

export function readCases(source: string): CaseFile {
  const lines = source.split('\n');
  const [, host = '', version = ''] = /^# (\S+) (\S+)$/.exec(lines[0] ?? '') ?? [];
  if (host === '') throw new Error(`not a file of cases: ${lines[0]}`);
  const cases: Case[] = [];
  for (let at = 1; at < lines.length; at++) {
    const title = /^## (.+)$/.exec(lines[at] ?? '')?.[1];
    if (title === undefined) continue;
    const read = readCase(title, lines, at + 1);
    cases.push(read.found);
    at = read.end;
  }
  return { host, version, cases };
}

function readCase(
  id: string,
  lines: readonly string[],
  from: number,
): { found: Case; end: number } {
  let at = next(lines, from, /^`/);
  const [place = '', ...settings] = [...(lines[at] ?? '').matchAll(/`([^`]*)`/g)].map(
    ([, word = '']) => word,
  );
  at = next(lines, at, /^~/);
  const [, fence = '', kind = ''] = /^(~+)(\w*)$/.exec(lines[at] ?? '') ?? [];
  const close = lines.indexOf(fence, at + 1);
  if (close < 0) throw new Error(`${id}: the text does not end`);
  const text = lines.slice(at + 1, close).join('\n');
  const facts: Record<string, string> = {};
  at = next(lines, close + 1, /^(?:- |## |$)/);
  while (lines[at] === '') at++;
  for (; lines[at]?.startsWith('- '); at++) {
    const [, fact = '', actual = ''] = /^- ([\w-]+): (.*)$/s.exec(lines[at] ?? '') ?? [];
    facts[fact] = actual;
  }
  const { around, ...context } = settingsIn(settings);
  return {
    found: {
      id,
      path: place,
      text: kind === 'escaped' ? hidden(text) : text,
      facts,
      ...(Object.keys(context).length > 0 && { context }),
      ...(around && { around }),
    },
    end: at - 1,
  };
}

function next(lines: readonly string[], from: number, pattern: RegExp): number {
  for (let at = from; at < lines.length; at++) if (pattern.test(lines[at] ?? '')) return at;
  throw new Error(`${pattern} is missing behind ${lines[from - 1]}`);
}

function settingsIn(settings: readonly string[]): Partial<Context> & Pick<Question, 'around'> {
  return Object.fromEntries(
    settings.map((one) => {
      const [key = '', ...value] = one.split('=');
      return [key, JSON.parse(value.join('='))];
    }),
  );
}
