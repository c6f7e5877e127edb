import { t } from '../../text/l10n';
import { formatCount } from '../../text/message';
import { example } from '../example';
import type { Example, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { withoutTemplateFindings } from '../templates';
import { effectOf } from '../words';

/** Built on demand, because more than a megabyte of text would delay every start. */
const large = (name: string): Example => ({
  path: `.claude/agents/${name}.md`,
  get text() {
    return `---\nname: ${name}\ndescription: d\n---\n${'Review. '.repeat(140_000)}`;
  },
});

export const docs: RuleDocs = {
  what: 'Checks for files that are larger than the host reads, and for prompts that are longer than a service that reads the same file allows.',
  why: 'The host silently ignores the file.',
};

export const examples = (): RuleExamples => ({
  failing: [
    large('reviewer'),
    large('other'),
    example('.github/agents/long.agent.md', 'description: d', 'Review. '.repeat(3_800)),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
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
  readsBody: 'at rest',
  check: (input: HostInput): Found[] => [
    ...beyondHost(input),
    ...withoutTemplateFindings(beyondOthers(input), input.outline, input.verdict.place),
  ],
};

function beyondHost({ verdict }: HostInput): Found[] {
  const met = verdict.flaws.some(({ code }) => code === 'too-large')
    ? verdict.dialect.flaws['too-large']
    : undefined;
  return met
    ? [
        {
          span: null,
          severity: 'error',
          message: `${t('The file is too large.')} ${effectOf(verdict, met.effect)}`,
        },
      ]
    : [];
}

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
              'The prompt has {length} characters, but {service} is documented to accept at most {limit}. {host} reads all of it. Shorten the prompt for use there.',
              {
                length: formatCount(length),
                service: name,
                limit: formatCount(maxPrompt),
                host: host.name,
              },
            ),
          },
        ]
      : [],
  );
}
