// Claude Code answers which settings are in effect, by a request of its protocol. Rules that it reads and that match nothing are in its
// debug log.
import { rmSync } from 'node:fs';
import { type Facts, facts, names, yesNo } from '../../facts';
import { asksForEnabled, type Question } from '../../question';
import { control, each, filesOf, inSession, programIn } from '../claude-code/control';
import type { Ask } from '../skills';
import { laySkills } from '../skills/batch';
import { enabledPlugins } from './enabled-plugins';

/**
 * It reads the files again for each request, so one start answers for many projects, which follow each other in one folder. Which
 * rules match nothing it reports only when it starts: all rules of all answers are in one more start.
 */
export const askClaudeCode: Ask = async (folder, questions) => {
  const program = programIn(folder);
  const others = questions.filter((question) => !asksForEnabled(question));
  const found = others.length === 0 ? [] : await settingsOf(program, others);
  const unmatched = others.length === 0 ? null : await unmatchedRules(program, found);
  const answers = new Map<Question, Facts>(
    others.map((question, index) => {
      const settings = found[index];
      return [question, settings ? factsOf(settings, unmatched) : { settings: 'no' }];
    }),
  );
  const enabled = await each(questions.filter(asksForEnabled), async (question) => {
    const answer = await enabledPlugins(program, question);
    return [question, answer] as const;
  });
  for (const [question, answer] of enabled) answers.set(question, answer);
  return questions.map((question) => answers.get(question) ?? {});
};

interface Settings {
  readonly permissions?: Readonly<Record<string, unknown>>;
  readonly hooks?: Readonly<Record<string, readonly { readonly hooks?: readonly unknown[] }[]>>;
}

interface Answer {
  readonly sources?: readonly { readonly source: string; readonly settings: Settings }[];
}

type Found = Settings | undefined;

const settingsOf = (program: string, questions: readonly Question[]): Promise<readonly Found[]> =>
  inSession(program, [], {}, async ({ at, ask }) => {
    const found: Found[] = [];
    for (const question of questions) {
      const paths = laySkills(at, filesOf(question));
      const { sources = [] } = await ask<Answer>('get_settings');
      found.push(sources.find(({ source }) => layers.has(source))?.settings);
      for (const file of paths) rmSync(file);
    }
    return found;
  });

const lists = ['allow', 'ask', 'deny'] as const;
type List = (typeof lists)[number];

const rulesOf = (settings: Found, list: List): readonly string[] => {
  const found = settings?.permissions?.[list];
  return Array.isArray(found) ? found.map(String) : [];
};

/** A rule that newer versions report, and earlier ones do not. */
const reported = 'Bash(git *:*)';

/** `deny Bassh`: the rules of each list that match nothing. Null for a version that does not report all of them. */
async function unmatchedRules(
  program: string,
  found: readonly Found[],
): Promise<ReadonlySet<string> | null> {
  const permissions = Object.fromEntries(
    lists.map((list) => [
      list,
      [...new Set([reported, ...found.flatMap((one) => rulesOf(one, list))])],
    ]),
  );
  const file = '.claude/settings.json';
  const question = { id: file, path: file, text: JSON.stringify({ permissions }) };
  const { log } = await control(program, question, { subtype: 'get_settings' });
  const rules = new Set(
    [...log.matchAll(unmatched)].map(([, list, one, other]) => `${list} ${one ?? other}`),
  );
  return rules.has(`deny ${reported}`) ? rules : null;
}

const factsOf = (settings: Settings, unmatched: ReadonlySet<string> | null): Facts =>
  facts({
    settings: yesNo(true),
    ...Object.fromEntries(
      (unmatched ? lists : []).map((list) => [
        list,
        names(rulesOf(settings, list).filter((rule) => !unmatched?.has(`${list} ${rule}`))),
      ]),
    ),
    hooks: names(
      Object.entries(settings.hooks ?? {}).flatMap(([event, entries]) => {
        const count = entries.flatMap((entry) => entry.hooks ?? []).length;
        return count === 0 ? [] : [`${event}:${count}`];
      }),
    ),
  });

/** A rule that matches nothing, after the name of its list: in quotes, or without them. */
const unmatched =
  /Permission (allow|deny|ask) rule (?:"([^\n]*?)" matches no known tool|\([^\n]*?\): ([^\n]*?) (?:is not matched by|mixes \* with))/g;

const layers: ReadonlySet<string> = new Set(['projectSettings', 'localSettings', 'userSettings']);
