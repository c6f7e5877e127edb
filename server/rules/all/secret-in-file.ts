import type { Span } from '../../text/span';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A key or token of a well-known form in an agent file.',
  why: 'The file is read to the model in every session of the agent and is shared with the repository. A key in it is known to all of them. The message never shows it.',
};

export const examples = (): RuleExamples => ({
  failing: [
    // Put together here: whoever scans these sources for keys need not find one.
    example(
      '.claude/agents/deployer.md',
      'name: deployer\ndescription: Deploys.',
      `Download the model with ${'hf'}_QmZtRwXyBcLdNvHsJkPgTaUeYoXiFzKqWb.`,
    ),
    example(
      '.opencode/agent/deployer.md',
      'description: Deploys.',
      `\`\`\`sh\nexport AWS_ACCESS_KEY_ID=${'AKIA'}QX7RZ3MWLK5TYVHB\n\`\`\``,
    ),
  ],
  passing: [
    example(
      '.claude/agents/deployer.md',
      'name: deployer\ndescription: Deploys.',
      'Log in with the token in GITHUB_TOKEN, such as ghp_your_token_goes_here.',
    ),
    example(
      '.opencode/agent/deployer.md',
      'description: Deploys.',
      'Never print AKIAIOSFODNN7EXAMPLE or sk-proj-your-key-goes-here.',
    ),
  ],
});

export const rule: Rule = {
  name: 'secret-in-file',
  kind: 'advice',
  readsBody: 'at rest',
  advise: ({ outline: { text } }: FileInput): Found[] =>
    secretsIn(text).map(({ span, what }) => ({
      span,
      severity: 'warning',
      message: `This looks like ${what}. Every session sends it to the model, and everyone with the file can use it. Revoke it and remove it from the file.`,
      isConfidential: true,
    })),
};

/** By the group of the expression that found it, in its order. */
const forms: readonly (readonly [what: string, form: string])[] = [
  ['an Anthropic API key', 'sk-ant-(?:api|admin|oat)\\d\\d-[\\w-]{80,120}'],
  ['an OpenAI API key', 'sk-(?:proj|svcacct|admin)-[\\w-]{40,200}'],
  ['an OpenAI API key', 'sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}'],
  ['an OpenRouter API key', 'sk-or-v1-[0-9a-f]{64}'],
  ['a GitHub token', 'gh[pousr]_[A-Za-z0-9]{36}'],
  ['a GitHub token', 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}'],
  ['a GitLab token', 'glpat-[\\w-]{20}'],
  ['an AWS access key', '(?:AKIA|ASIA)[A-Z2-7]{16}'],
  ['a Google API key', 'AIza[\\w-]{35}'],
  ['a Slack token', 'xox[abprs]-\\d{9,}-[\\w-]{20,}'],
  ['a Stripe key', '[rs]k_live_[A-Za-z0-9]{24,100}'],
  ['a SendGrid API key', 'SG\\.[\\w-]{22}\\.[\\w-]{43}'],
  ['an npm token', 'npm_[A-Za-z0-9]{36}'],
  ['a PyPI token', 'pypi-AgEIcHlwaS5vcmc[\\w-]{50,}'],
  ['a Hugging Face token', 'hf_[A-Za-z]{34}'],
  ['a private key', '-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\\s+[A-Za-z0-9+/]{40}'],
];

const any = new RegExp(
  `(?<![\\w-])(?:${forms.map(([, form]) => `(${form})`).join('|')})(?![\\w])`,
  'g',
);

interface Secret {
  readonly what: string;
  readonly span: Span;
}

function secretsIn(text: string): readonly Secret[] {
  const found: Secret[] = [];
  for (const match of text.matchAll(any)) {
    const [secret, ...groups] = match;
    const what = forms[groups.findIndex((group) => group !== undefined)]?.[0];
    if (what === undefined || isExample(secret)) continue;
    // A private key is underlined at its first line.
    const [line = secret] = secret.split(/[\r\n]/, 1);
    found.push({ what, span: { start: match.index, end: match.index + line.length } });
    if (found.length === most) break;
  }
  return found;
}

/** A file with more is a list of examples. */
const most = 20;

/** What documentation shows in place of a key. */
function isExample(secret: string): boolean {
  const letters = secret.toLowerCase();
  return (
    /example|sample|dummy|fake|your|test|x{4}|\.{3}|1234|0000|abcd|(.)\1{4}/.test(letters) ||
    new Set(letters.slice(8)).size < 8
  );
}
