import { t } from '../../text/l10n';
import type { Span } from '../../text/span';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for keys and tokens of well-known forms in an agent file.',
  why: 'Every session of the agent sends the file to the model, and the repository shares it. A key in it is no longer secret. The message never shows it.',
};

export const examples = (): RuleExamples => ({
  failing: [
    // Concatenated, so that secret scanners do not report this source file.
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
  name: 'hardcoded-secret',
  kind: 'advice',
  readsBody: 'at rest',
  advise: ({ outline: { text } }: FileInput): Found[] =>
    secretsIn(text).map(({ span, kind }) => ({
      span,
      severity: 'warning',
      message: t(
        'This looks like a secret ({kind}). Every session sends it to the model, and everyone with the file can use it. Revoke it and remove it from the file.',
        { kind },
      ),
      isConfidential: true,
    })),
};

/** In the order of the groups in the expression that is made of them. */
const forms: readonly (readonly [kind: () => string, form: string])[] = [
  [() => t('Anthropic API key'), 'sk-ant-(?:api|admin|oat)\\d\\d-[\\w-]{80,120}'],
  [() => t('OpenAI API key'), 'sk-(?:proj|svcacct|admin)-[\\w-]{40,200}'],
  [() => t('OpenAI API key'), 'sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}'],
  [() => t('OpenRouter API key'), 'sk-or-v1-[0-9a-f]{64}'],
  [() => t('GitHub token'), 'gh[pousr]_[A-Za-z0-9]{36}'],
  [() => t('GitHub token'), 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}'],
  [() => t('GitLab token'), 'glpat-[\\w-]{20}'],
  [() => t('AWS access key'), '(?:AKIA|ASIA)[A-Z2-7]{16}'],
  [() => t('Google API key'), 'AIza[\\w-]{35}'],
  [() => t('Slack token'), 'xox[abprs]-\\d{9,}-[\\w-]{20,}'],
  [() => t('Stripe key'), '[rs]k_live_[A-Za-z0-9]{24,100}'],
  [() => t('SendGrid API key'), 'SG\\.[\\w-]{22}\\.[\\w-]{43}'],
  [() => t('npm token'), 'npm_[A-Za-z0-9]{36}'],
  [() => t('PyPI token'), 'pypi-AgEIcHlwaS5vcmc[\\w-]{50,}'],
  [() => t('Hugging Face token'), 'hf_[A-Za-z]{34}'],
  [() => t('private key'), '-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\\s+[A-Za-z0-9+/]{40}'],
];

/** First characters of all forms except a private key. */
const initials = 'sgAxrSnph';

/** Matches only at `lastIndex`. */
const any = new RegExp(
  `(?<![\\w-])(?:${forms.map(([, form]) => `(${form})`).join('|')})(?![\\w])`,
  'y',
);

interface Secret {
  readonly kind: string;
  readonly span: Span;
}

function secretsIn(text: string): readonly Secret[] {
  const found: Secret[] = [];
  let end = 0;
  for (const start of startsIn(text)) {
    // Within the previous match.
    if (start < end) continue;
    any.lastIndex = start;
    const match = any.exec(text);
    if (!match) continue;
    end = any.lastIndex;
    const [secret, ...groups] = match;
    const kind = forms[groups.findIndex((group) => group !== undefined)]?.[0];
    if (kind === undefined || isExample(secret)) continue;
    // A private key is underlined at its first line.
    const [line = secret] = secret.split(/[\r\n]/, 1);
    found.push({ kind: kind(), span: { start: match.index, end: match.index + line.length } });
    if (found.length === maxSecrets) break;
  }
  return found;
}

/** The fewest characters without a space in any form except a private key. */
const shortestRun = 20;

/**
 * UTF-16 offsets at which a secret may begin, in order. Every form but the last is, or ends in, a run of at least
 * `shortestRun` word characters and dashes. Prose has few such runs, so the search skips most of the text.
 */
function startsIn(text: string): readonly number[] {
  const starts: number[] = [];
  for (let last = shortestRun - 1; last < text.length; ) {
    let before = last;
    while (before > last - shortestRun && isInRun(text.charCodeAt(before))) before--;
    if (before > last - shortestRun) {
      last = before + shortestRun;
      continue;
    }
    while (before >= 0 && isInRun(text.charCodeAt(before))) before--;
    const start = text.startsWith('SG.', before - 2) ? before - 2 : before + 1;
    if (initials.includes(text.charAt(start))) starts.push(start);
    while (last < text.length && isInRun(text.charCodeAt(last))) last++;
    last += shortestRun;
  }
  if (!text.includes('PRIVATE KEY')) return starts;
  return [...starts, ...indexesOf(text, '-----BEGIN ')].sort((a, b) => a - b);
}

/** Letters, digits, `_` and `-`. */
const isInRun = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  code === 45 ||
  code === 95;

function indexesOf(text: string, word: string): readonly number[] {
  const all: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    all.push(at);
  return all;
}

/** A file with more is probably a list of examples. */
const maxSecrets = 20;

/** Whether it is a placeholder as documentation shows it. */
function isExample(secret: string): boolean {
  const lower = secret.toLowerCase();
  return (
    /example|sample|dummy|fake|your|test|x{4}|\.{3}|1234|0000|abcd|(.)\1{4}/.test(lower) ||
    new Set(lower.slice(8)).size < 8
  );
}
