// Claude Code answers which settings are in effect, by a request of its protocol. Rules that it reads and that match nothing are in its
// debug log.
import { type Facts, facts, names, yesNo } from '../../facts';
import type { Question } from '../../question';
import { control, each, programIn } from '../claude-code/control';
import type { Ask } from '../skills';

/** All files have one path, so each is asked about alone. */
export const askClaudeCode: Ask = (folder, questions) =>
  each(questions, (question) => answerOf(programIn(folder), question));

interface Settings {
  readonly permissions?: Readonly<Record<string, unknown>>;
  readonly hooks?: Readonly<Record<string, readonly { readonly hooks?: readonly unknown[] }[]>>;
}

interface Answer {
  readonly sources?: readonly { readonly source: string; readonly settings: Settings }[];
}

async function answerOf(program: string, question: Question): Promise<Facts> {
  const { answer, log } = await control<Answer>(program, question, { subtype: 'get_settings' });
  const own = answer.sources?.find(({ source }) => sources.has(source));
  return own ? factsOf(own.settings, log) : { settings: 'no' };
}

function factsOf({ permissions = {}, hooks = {} }: Settings, log: string): Facts {
  const rules = (list: string): string => {
    const found = permissions[list];
    const without = new Set(
      [...log.matchAll(unmatched)].flatMap(([, of, one, other]) =>
        of === list ? [one ?? other] : [],
      ),
    );
    return names(
      Array.isArray(found) ? found.map(String).filter((rule) => !without.has(rule)) : [],
    );
  };
  return facts({
    settings: yesNo(true),
    ...Object.fromEntries(['allow', 'ask', 'deny'].map((list) => [list, rules(list)])),
    hooks: names(
      Object.entries(hooks).flatMap(([event, entries]) => {
        const count = entries.flatMap((entry) => entry.hooks ?? []).length;
        return count === 0 ? [] : [`${event}:${count}`];
      }),
    ),
  });
}

/** A rule that matches nothing, after the name of its list: in quotes, or without them. */
const unmatched =
  /Permission (allow|deny|ask) rule (?:"([^\n]*?)" matches no known tool|\([^\n]*?\): ([^\n]*?) (?:is not matched by|mixes \* with))/g;

const sources: ReadonlySet<string> = new Set(['projectSettings', 'localSettings', 'userSettings']);
