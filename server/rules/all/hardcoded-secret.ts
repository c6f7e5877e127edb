import { type Place, subjectAt } from '../../hosts/model/place';
import { type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import { exactly, example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for keys and tokens of well-known forms in an agent file, in settings or in a file of MCP servers.',
  why: 'Every session of an agent sends its file to the model, and the repository shares it. A key in it is no longer secret. The message never shows it.',
  sources: [
    {
      opinion:
        'The forms of keys are those that their issuers publish. Agent files are shared, so none belongs into one.',
    },
  ],
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
    exactly(
      '.mcp.json',
      `{\n  "mcpServers": {\n    "search": { "command": "npx", "env": { "TAVILY_API_KEY": "${'tvly'}-dev-Qm3ZtRw7XyBcLdNvHsJkPgTa9UeYoXi2" } }\n  }\n}\n`,
    ),
    exactly(
      '.claude/settings.json',
      `{\n  "env": { "PERPLEXITY_API_KEY": "${'pplx'}-Qm3ZtRw7XyBcLdNvHsJkPgTa9UeYoXi2FzKqWbRtQm3ZtRw7" }\n}\n`,
    ),
  ],
  passing: [
    exactly(
      '.mcp.json',
      '{\n  "mcpServers": {\n    "search": { "command": "npx", "env": { "TAVILY_API_KEY": "tvly-YOUR_API_KEY", "LINEAR": "${LINEAR_API_KEY}" } }\n  }\n}\n',
    ),
    example(
      '.claude/agents/deployer.md',
      'name: deployer\ndescription: Deploys.',
      'Download the model with the token in HF_TOKEN.',
    ),
    example(
      '.claude/agents/deployer.md',
      'name: deployer\ndescription: Deploys.',
      `Pass AIza${'ab'.repeat(17)}a to the script.`,
    ),
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
  subjects: ['agent', 'skill', 'command', 'settings'],
  advise: ({ outline: { text }, places }: FileInput): Found[] =>
    secretsIn(text).map(({ span, kind }) => ({
      span,
      severity: 'warning',
      message: isSettings(places)
        ? t(
            'This looks like a secret ({kind}). Everyone with the file can use it. Revoke it and remove it from the file.',
            { kind },
          )
        : t(
            'This looks like a secret ({kind}). Every session sends it to the model, and everyone with the file can use it. Revoke it and remove it from the file.',
            { kind },
          ),
      isConfidential: true,
    })),
};

/** Settings are not sent to the model. */
const isSettings = ([first]: readonly Place[]): boolean =>
  first !== undefined && subjectAt(first) === 'settings';

/** How each kind of secret begins and continues, in the order of the groups in the expression that is made of them. */
const forms: readonly (readonly [kind: Message, beginning: string, rest: string])[] = [
  [t('Anthropic API key'), 'sk-ant-', '(?:api|admin|oat)\\d\\d-[\\w-]{80,120}'],
  [t('OpenAI API key'), 'sk-(?:proj|svcacct|admin)-', '[\\w-]{40,200}'],
  [t('OpenAI API key'), 'sk-[A-Za-z0-9]{20}', 'T3BlbkFJ[A-Za-z0-9]{20}'],
  [t('OpenRouter API key'), 'sk-or-v1-', '[0-9a-f]{64}'],
  [t('GitHub token'), 'gh[pousr]_', '[A-Za-z0-9]{36}'],
  [t('GitHub token'), 'github_pat_', '[A-Za-z0-9]{22}_[A-Za-z0-9]{59}'],
  [t('GitLab token'), 'glpat-', '[\\w-]{20}'],
  [t('AWS access key'), 'A(?:KIA|SIA)', '[A-Z2-7]{16}'],
  [t('Google API key'), 'AIza', '[\\w-]{35}'],
  [t('Slack token'), 'xox[abprs]-', '\\d{9,}-[\\w-]{20,}'],
  [t('Stripe key'), '[rs]k_live_', '[A-Za-z0-9]{24,100}'],
  [t('SendGrid API key'), 'SG\\.', '[\\w-]{22}\\.[\\w-]{43}'],
  [t('npm token'), 'npm_', '[A-Za-z0-9]{36}'],
  [t('PyPI token'), 'pypi-AgEIcHlwaS5vcmc', '[\\w-]{50,}'],
  [t('Hugging Face token'), 'hf_', '[A-Za-z]{34}'],
  [t('Linear API key'), 'lin_api_', '[A-Za-z0-9]{40}'],
  [t('Notion token'), 'ntn_', '[A-Za-z0-9]{46}'],
  [t('Figma token'), 'figd_', '[\\w-]{40}'],
  [t('Supabase token'), 'sbp_', '[0-9a-f]{40}'],
  [t('Groq API key'), 'gsk_', '[A-Za-z0-9]{52}'],
  [t('xAI API key'), 'xai-', '[A-Za-z0-9]{80}'],
  [t('Tavily API key'), 'tvly-', '(?:dev-|prod-)?[A-Za-z0-9]{32}'],
  [t('Perplexity API key'), 'pplx-', '[A-Za-z0-9]{48}'],
  [t('DigitalOcean token'), 'do[opr]_v1_', '[0-9a-f]{64}'],
  [t('private key'), '-----BEGIN ', '(?:[A-Z]+ )?PRIVATE KEY-----\\s+[A-Za-z0-9+/]{40}'],
];

/** Few texts contain any of these, so most are searched only for the beginnings. */
const beginning = new RegExp(forms.map(([, start]) => start).join('|'));

const secretForm = new RegExp(
  `(?<![\\w-])(?:${forms.map(([, start, rest]) => `(${start}${rest})`).join('|')})(?![\\w])`,
  'g',
);

interface Secret {
  readonly kind: Message;
  readonly span: Span;
}

function secretsIn(text: string): readonly Secret[] {
  const found: Secret[] = [];
  if (!beginning.test(text)) return found;
  for (const { 0: secret, index, ...groups } of text.matchAll(secretForm)) {
    const kind = forms.find((_, form) => groups[form + 1] !== undefined)?.[0];
    if (kind === undefined || isExample(secret)) continue;
    // A private key is underlined at its first line.
    const [line = secret] = secret.split(/[\r\n]/, 1);
    found.push({ kind: kind, span: { start: index, end: index + line.length } });
    if (found.length === maxSecrets) break;
  }
  return found;
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
