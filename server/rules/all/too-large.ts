import { thousands } from '../../text/thousands';
import { example } from '../example';
import type { Example, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

/** Made when it is looked at: more than a megabyte of text would slow every start down. */
const large = (name: string): Example => ({
  path: `.claude/agents/${name}.md`,
  get text() {
    return `---\nname: ${name}\ndescription: d\n---\n${'Review. '.repeat(140_000)}`;
  },
});

export const docs: RuleDocs = {
  what: 'A file larger than the host reads, or a prompt longer than a service that reads the same file allows.',
  why: 'The host passes over the file and says nothing.',
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
  check: (input: HostInput): Found[] => [...beyondHost(input), ...beyondOthers(input)],
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
          message: `${hostName(verdict)} ${met.says}: this one is too large.`,
        },
      ]
    : [];
}

/** What another service makes of a longer prompt is not known: its documentation only gives the limit. */
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
            message: `The prompt has ${thousands(length)} characters. ${name} is documented to take ${thousands(maxPrompt)} at most; ${host.name} reads all of it. Shorten the prompt for use there.`,
          },
        ]
      : [],
  );
}
