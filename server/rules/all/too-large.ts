import type { FlawCode } from '../../hosts/model/reading';
import { composed, formatCount, type Message, t } from '../../text/message';
import {
  type Excess,
  isExcess,
  maxDepth,
  maxHeadLength,
  maxItems,
  maxValues,
} from '../../yaml/limits';
import { example } from '../example';
import { withoutTemplateFindings } from '../prose/templates';
import type { Example, FileInput, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

/** Built on demand, because more than a megabyte of text would delay every start. */
const large = (name: string): Example => ({
  path: `.claude/agents/${name}.md`,
  get text() {
    return `---\nname: ${name}\ndescription: d\n---\n${'Review. '.repeat(140_000)}`;
  },
});

export const docs: RuleDocs = {
  what: "Checks for files that exceed the program's size limit, for frontmatter that is too large, too deeply nested or too unusual to be checked, and for prompts that are longer than a service that reads the same file allows.",
  why: 'The program silently ignores the file.',
  sources: [
    { facts: ['largest file', 'also read by'] },
    { opinion: 'The limits of a frontmatter that is not checked are ours.' },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    large('reviewer'),
    large('other'),
    example('.claude/agents/deep.md', `name: deep\ntools: ${'['.repeat(200)}${']'.repeat(200)}`),
    example('.github/agents/long.agent.md', 'description: d', 'Review. '.repeat(3_800)),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    // GitHub's service reads no files of the user's home folder.
    example('~/.copilot/agents/long.agent.md', 'description: d', 'Review. '.repeat(3_800)),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
    example(
      '.github/agents/long.agent.md',
      'description: d\ntarget: vscode',
      'Review. '.repeat(3_800),
    ),
  ],
});

export const rule: Rule = {
  name: 'too-large',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  advise: ({ outline, places }: FileInput): Found[] => {
    const [error] = outline.errors;
    // A configuration without agents of its own is not checked.
    if (places.length === 0 || outline.shape !== 'closed' || !error || !isExcess(error.code))
      return [];
    return [
      {
        span: outline.opening,
        severity: 'warning',
        message:
          outline.form === 'toml'
            ? t('The file is too large or too deeply nested to be checked. Simplify it.')
            : uncheckedBecause[error.code],
      },
    ];
  },
  check: (input: HostInput): Found[] => [
    ...beyondHost(input),
    ...withoutTemplateFindings(beyondOthers(input), input.outline, input.verdict.place),
  ],
};

/** Problem, effect and action for a frontmatter that exceeds a limit of the parser. */
const uncheckedBecause: Readonly<Record<Excess, Message>> = {
  TOO_LARGE: t(
    'The frontmatter has more than {limit} characters, so it is not checked. Shorten it.',
    {
      limit: formatCount(maxHeadLength),
    },
  ),
  TOO_MANY_ITEMS: t(
    'The frontmatter has more than {limit} lines and list items, so it is not checked. Shorten it.',
    {
      limit: formatCount(maxItems),
    },
  ),
  TOO_DEEP: t(
    'The frontmatter is nested more than {limit} levels deep, so it is not checked. Simplify it.',
    {
      limit: maxDepth,
    },
  ),
  TOO_MANY_ALIASES: t(
    'The aliases in the frontmatter stand for more than {limit} values, so it is not checked. Remove some.',
    {
      limit: formatCount(maxValues),
    },
  ),
};

function beyondHost({ verdict }: HostInput): Found[] {
  return verdict.flaws.slice(0, 1).flatMap(({ code, span }): Found[] => {
    const action = Object.hasOwn(actions, code) ? actions[code as keyof typeof actions] : undefined;
    const met = verdict.dialect.flaws[code];
    if (!action || !met) return [];
    const effect = effectOf(verdict, met.effect);
    if (met.outcome === 'unknown')
      return [{ span, severity: 'warning', message: composed`${effect} ${action}` }];
    return [
      {
        span: null,
        severity: 'error',
        message: composed`${t('The file is too large.')} ${effect} ${action}`,
      },
    ];
  });
}

/** For each reason for which a text is not checked. */
const actions = {
  'too-large': t('Shorten it.'),
  'inner-fence': t('Remove the line.'),
  'explicit-key': t('Write the key without "?".'),
  'tagged-value': t('Remove the tag or the anchor.'),
  'disputed-yaml': t('Simplify the frontmatter.'),
} satisfies Partial<Record<FlawCode, Message>>;

/** The documentation of the other services gives only the limit, not what happens to a longer prompt. */
function beyondOthers({ verdict: { place, persona, agent } }: HostInput): Found[] {
  const { host, location, role } = place;
  const length = persona?.prompt.length ?? 0;
  if (!agent || role !== 'owner' || location.scope !== 'project') return [];
  return (host.alsoReadBy ?? []).flatMap(({ name, maxPrompt, reads }): Found[] =>
    length > maxPrompt && reads(agent)
      ? [
          {
            span: null,
            severity: 'information',
            message: t(
              'The prompt exceeds the {limit} characters that are documented for {service}. {host} reads all of it. Shorten it for use there.',
              { limit: formatCount(maxPrompt), service: name, host: host.name },
            ),
          },
        ]
      : [],
  );
}
