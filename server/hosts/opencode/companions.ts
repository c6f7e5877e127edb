// The companion files of OpenCode agents: its configuration, which may define agents, MCP servers, and
// providers of models, commands and skills.

import type { CompanionFile, CompanionNameSource, EntrySource } from '../model/companion';
import type { Evidence } from '../model/evidence';
import type { Host, ProviderSettings } from '../model/host';
import { calledCommands, executedHere, readHere } from './evidence';
import { substituted } from './models';

/** The key of OpenCode 2 is not among them: what OpenCode 1 makes of it was not measured field by field. */
const judgedKeys = ['agent', 'mode'];

/** @param agents the keys under which the configuration defines agents. */
export const configNames = (agents: readonly string[]): readonly CompanionNameSource[] => [
  { at: ['mcp'], as: 'keys', kind: 'mcp-server', does: 'defines' },
  { at: ['provider'], as: 'keys', kind: 'provider', does: 'defines' },
  // A plugin may define agents, providers and models of its own.
  { at: ['plugin', '*'], as: 'texts', kind: 'plugin', does: 'defines' },
  {
    ...{ at: ['provider', '*', 'models'], as: 'keys', kind: 'model', does: 'defines', after: '/' },
    details: [['name'], ['limit', 'context'], ['limit', 'output']],
  },
  // A provider in both lists is disabled. Of several files the last one decides.
  {
    at: ['disabled_providers'],
    as: 'list',
    kind: 'provider',
    does: 'denies',
    replaces: substituted,
  },
  {
    at: ['enabled_providers'],
    as: 'list',
    kind: 'provider',
    does: 'enables',
    replaces: substituted,
  },
  { at: ['model'], as: 'texts', kind: 'model', does: 'names' },
  { at: ['small_model'], as: 'texts', kind: 'model', does: 'names' },
  ...agents.map(
    (key): CompanionNameSource => ({
      at: [key],
      as: 'keys',
      kind: 'agent',
      does: 'defines',
      off: 'disable',
    }),
  ),
  { at: ['default_agent'], as: 'texts', kind: 'agent', does: 'names' },
  { at: ['command', '*', 'agent'], as: 'texts', kind: 'agent', does: 'names' },
  { at: ['command', '*', 'template'], as: 'prompts', kind: 'agent', does: 'mentions' },
  ...agents.map(
    (key): CompanionNameSource => ({
      at: [key, '*', 'prompt'],
      as: 'prompts',
      kind: 'agent',
      does: 'mentions',
    }),
  ),
];

/** An agent file with that name is not loaded then, unless it sets `disable: false` itself. */
export const denied = (evidence: Evidence): Host['denied'] => ({
  problem: '"{agent}" is disabled in {file}.',
  here: '"{agent}" is disabled here',
  effect: '{host} does not load the agent.',
  evidence,
});

/** An agent of such a provider is listed with its model, and no other model answers in its place. */
export const providerSettings: ProviderSettings = {
  effect: 'In {host}, every message to this model fails.',
  effectOf: { small_model: '{host} uses the model of the session instead.' },
  evidence: executedHere,
};

const names = configNames(['agent', 'mode', 'agents']);

export const entries: EntrySource = {
  keys: judgedKeys,
  kind: 'entry',
  dialect: 'entry',
  replaces: substituted,
};

const skill: readonly CompanionNameSource[] = [
  { at: ['name'], as: 'texts', kind: 'skill', does: 'defines' },
];

/** Commands, which may name the agent that runs them. */
export const commandFiles = (
  folder: string,
  scope: CompanionFile['scope'],
  evidence: Evidence,
): CompanionFile => ({
  glob: `${folder}/{command,commands}/**/*.md`,
  scope,
  format: 'frontmatter',
  names: [{ at: ['agent'], as: 'texts', kind: 'agent', does: 'names' }],
  evidence,
});

const skills = (
  glob: string,
  scope: CompanionFile['scope'],
  evidence: CompanionFile['evidence'],
): CompanionFile => ({ glob, scope, format: 'frontmatter', names: skill, evidence });

export const companionFiles: readonly CompanionFile[] = [
  {
    glob: '{opencode,.opencode/opencode}.{json,jsonc}',
    scope: 'project',
    format: 'json',
    names,
    entries,
    evidence: executedHere,
  },
  {
    glob: '.config/opencode/{config.json,opencode.json,opencode.jsonc}',
    scope: 'user',
    format: 'json',
    names,
    entries,
    evidence: executedHere,
  },
  {
    glob: '.opencode/opencode.{json,jsonc}',
    scope: 'user',
    format: 'json',
    names,
    entries,
    evidence: executedHere,
  },
  commandFiles('.opencode', 'project', calledCommands),
  commandFiles('.config/opencode', 'user', calledCommands),
  skills('.opencode/{skill,skills}/**/SKILL.md', 'project', readHere),
  skills('.config/opencode/{skill,skills}/**/SKILL.md', 'user', readHere),
  skills('{.claude,.agents}/skills/*/SKILL.md', 'project', readHere),
  skills('{.claude,.agents}/skills/*/SKILL.md', 'user', readHere),
];
