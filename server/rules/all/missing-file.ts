import { effectIn } from '../../hosts/model/outcome';
import { joinedPath } from '../../text/joined-path';
import { composed, t } from '../../text/message';
import { exactly } from '../example';
import type { CompanionInput, Example, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for files of agents that a configuration names and that do not exist.',
  why: 'The program ignores the agent and starts without it.',
  sources: [{ facts: ['missing file'] }],
};

/** A configuration with a table, and a file. */
const table = (config: string, named: string, file?: string): Example => ({
  ...exactly(
    config,
    `[agents.reviewer]\ndescription = "Reviews changes."\nconfig_file = "${named}"\n`,
  ),
  ...(file !== undefined && {
    companions: [exactly(file, 'developer_instructions = "You review."\n')],
  }),
});

export const examples = (): RuleExamples => ({
  failing: [
    table('.codex/config.toml', 'roles/reviewer.toml'),
    table('.codex/config.toml', 'agents/reviewr.toml', '.codex/agents/reviewer.toml'),
  ],
  passing: [
    table('.codex/config.toml', 'agents/reviewer.toml', '.codex/agents/reviewer.toml'),
    table('.codex/config.toml', '../roles/reviewer.toml', 'roles/reviewer.toml'),
    // The file of one computer.
    table('.codex/config.toml', '~/roles/reviewer.toml'),
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
        message: composed`${t('"{file}" does not exist.', { file: name })} ${effectIn(host, known.effect)} ${t('Create the file, or correct the path, which is relative to the folder of this file.')}`,
      },
    ];
  },
};
