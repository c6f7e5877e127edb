import { effectIn } from '../../hosts/model/outcome';
import { joinedPath } from '../../text/joined-path';
import { t } from '../../text/l10n';
import { exactly } from '../example';
import type { CompanionInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for files of agents that a configuration names and that do not exist.',
  why: 'The program ignores the agent and starts without it.',
  sources: [{ facts: ['missing file'] }],
};

const config = '.codex/config.toml';
const table = (file: string): string =>
  `[agents.reviewer]\ndescription = "Reviews changes."\nconfig_file = "${file}"\n`;
const role = 'developer_instructions = "You review."\n';

export const examples = (): RuleExamples => ({
  failing: [
    { ...exactly(config, table('roles/reviewer.toml')) },
    {
      ...exactly(config, table('agents/reviewr.toml')),
      companions: [exactly('.codex/agents/reviewer.toml', role)],
    },
  ],
  passing: [
    {
      ...exactly(config, table('agents/reviewer.toml')),
      companions: [exactly('.codex/agents/reviewer.toml', role)],
    },
    {
      ...exactly(config, table('../roles/reviewer.toml')),
      companions: [exactly('roles/reviewer.toml', role)],
    },
    // The file of one computer.
    { ...exactly(config, table('~/roles/reviewer.toml')) },
  ],
});

export const rule: Rule = {
  name: 'missing-file',
  kind: 'host',
  inCompanion: ({
    name: { host, kind, name, span, path },
    workspace: { hasFile },
    isJudged,
  }: CompanionInput): Found[] => {
    const known = host.missing?.file;
    if (kind !== 'file' || !known || !hasFile || !isJudged) return [];
    const file = joinedPath(path.split('/').slice(0, -1), name);
    if (file === null || hasFile(file)) return [];
    return [
      {
        span,
        severity: 'error',
        message: `${t('"{file}" does not exist.', { file: name })} ${effectIn(host, known.effect)} ${t('Use a path relative to the folder of this file.')}`,
      },
    ];
  },
};
