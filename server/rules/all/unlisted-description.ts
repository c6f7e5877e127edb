import {
  isOverBudget,
  type ListEntry,
  type SkillListing,
} from '../../hosts/judge/skills/skill-listings';
import type { Verdict } from '../../hosts/model/verdict';
import { composed, formatCount, type Message, t } from '../../text/message';
import { example } from '../example';
import { listingAt } from '../limits/project-listings';
import type { Example, Fix, Found, Rule, RuleDocs, RuleExamples, SkillInput } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: "Checks for descriptions of skills that do not fit into the program's list.",
  why: 'A program lists all skills to its model in a limited space. The model decides by the description whether it uses a skill, and without one it seldom does.',
  sources: [{ facts: ['list of skills'] }],
};

const words = 'Reviews changes of one kind. '.repeat(35).trim();

/** As many skills with long descriptions, of which the last one is the file; its companions are built on demand. */
const oneOf = (folder: string, count: number): Example => {
  const at = (index: number): string => `review-${String(index).padStart(3, '0')}`;
  const text = (name: string, more = ''): string =>
    `---\nname: ${name}\ndescription: ${words}${more}\n---\n\nReview the changes.\n`;
  return {
    path: `${folder}/${at(count)}/SKILL.md`,
    get text() {
      return text(at(count), ' And more.');
    },
    get companions() {
      return Array.from({ length: count - 1 }, (_, index) => ({
        path: `${folder}/${at(index + 1)}/SKILL.md`,
        text: text(at(index + 1)),
      }));
    },
  };
};

export const examples = (): RuleExamples => ({
  failing: [oneOf('.github/skills', 16), oneOf('.claude/skills', 26), oneOf('.agents/skills', 26)],
  passing: [
    oneOf('.github/skills', 12),
    oneOf('.opencode/skills', 26),
    example(
      '.claude/skills/review/SKILL.md',
      `description: ${words}\ndisable-model-invocation: true`,
      'Review the changes.',
    ),
  ],
});

export const rule: Rule = {
  name: 'unlisted-description',
  kind: 'host',
  subjects: ['skill', 'command'],
  acrossSkills: (input: SkillInput): Found[] => {
    const { verdict, workspace } = input;
    const { place } = verdict;
    if (place.location.scope !== 'project') return [];
    const listing = listingAt(workspace, place);
    if (!listing || !isOverBudget(listing)) return [];
    const field = verdict.fields.find((one) => one.field?.role === 'description');
    const span = field?.keySpan ?? null;
    if (listing.budget.beyond === 'alphabet') {
      const at = listing.entries.findIndex(({ path }) => path === place.path);
      if (at < listing.described) return [];
      return [
        {
          span,
          severity: 'information',
          message: composed`${lostByOrder(verdict, listing)} ${adviceFor(input)}`,
          fixes: closing(input),
        },
      ];
    }
    // Which ones the host leaves out or how far it cuts each is not known, so the longest one is the place to begin.
    const [longest, ...others] = longestFirst(listing);
    if (longest?.path !== place.path) return [];
    return [
      {
        span,
        severity: 'information',
        message: composed`${lostByUse(verdict, listing)} ${t('Shorten the longest ones, beginning with this one.')}`,
        related: others.slice(0, maxRelated).map(({ path, whole, name }) => ({
          path,
          span: null,
          message: t('"{name}" takes {characters} characters', {
            name,
            characters: formatCount(whole),
          }),
        })),
      },
    ];
  },
};

const maxRelated = 10;

const longestFirst = ({ entries }: SkillListing): readonly ListEntry[] =>
  [...entries].sort((a, b) => b.whole - a.whole || (a.path < b.path ? -1 : 1));

const lostByOrder = (verdict: Verdict, { described, entries }: SkillListing): Message =>
  t(
    '{host} lists the first {described} of {count} skills in alphabetical order with their descriptions, and this one without.',
    {
      host: hostName(verdict),
      described: formatCount(described),
      count: formatCount(entries.length),
    },
  );

function lostByUse(
  verdict: Verdict,
  { budget, entries, described, characters }: SkillListing,
): Message {
  const host = hostName(verdict);
  const count = formatCount(entries.length);
  return budget.beyond === 'shortened'
    ? t(
        '{host} lists at most about {limit} of {characters} characters and cuts the descriptions of all {count} skills.',
        {
          ...{ host, count, limit: formatCount(budget.characters) },
          characters: formatCount(characters),
        },
      )
    : t(
        '{host} lists about {described} of {count} skills with their descriptions, and those used least without.',
        { host, described: formatCount(described), count },
      );
}

const adviceFor = (input: SkillInput): Message => {
  const key = guardOf(input);
  return key === undefined
    ? t('Shorten the descriptions.')
    : t('Shorten the descriptions, or add "{line}" to skills that only users call.', {
        line: `${key}: true`,
      });
};

/** The field that keeps the model from a skill; undefined where another program of the file would ignore it. */
function guardOf({ verdict, verdicts }: SkillInput): string | undefined {
  const guardIn = ({ dialect }: Verdict) =>
    Object.entries(dialect.fields).find(([, { role }]) => role === 'model-invocable');
  const isApplied = (one: Verdict): boolean => guardIn(one)?.[1].noEffect === undefined;
  return verdicts.every(isApplied) ? guardIn(verdict)?.[0] : undefined;
}

/** Only users can call the skill then, and its entry leaves the list. */
function closing(input: SkillInput): readonly Fix[] {
  const { verdict, writer } = input;
  const key = guardOf(input);
  if (key === undefined || verdict.fields.some((field) => field.key === key)) return [];
  return [
    {
      title: t('Add "{line}"', { line: `${key}: true` }),
      safety: 'review',
      edits: () => writer.insertWord(key, 'true'),
    },
  ];
}
