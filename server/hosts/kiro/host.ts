// What Kiro does with its files, as far as its documentation states it. docs/hosts/kiro.md is generated from it.

import { tolerantReader } from '../judge/reading/tolerant-reader';
import type { Dialect } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { Host } from '../model/host';
import { projectFirst } from '../model/name-precedence';
import { namedSkeleton } from '../model/skeleton';
import { unmeasured, unmeasuredFlaw, unmeasuredFlaws } from '../model/unmeasured';
import { companionFiles } from './companions';
import { agentConfig, reference, troubleshooting, version } from './evidence';
import { fields, jsonFields } from './fields';
import { models } from './models';
import { persona } from './persona';
import { jsonReader } from './reader';
import { defines, references } from './references';
import { skillLocations, skills } from './skills';
import { tools } from './tools';

const jsonFile = {
  glob: '.kiro/agents/*.json',
  role: 'owner',
  id: 'name-field',
  kind: 'json',
  dialect: 'json',
} as const;

const markdownFile = { glob: '.kiro/agents/**/*.md', role: 'owner', id: 'name-field' } as const;

const agent: Dialect = {
  fields,
  unknownField: { outcome: 'unknown', effect: unmeasured.effect, meant: {}, evidence: unknown },
  tools,
  models,
  colors: [],
  flaws: unmeasuredFlaws,
};

/** JSON that cannot be parsed is the only fault of which the documentation states what happens. */
const json: Dialect = {
  ...agent,
  fields: jsonFields,
  flaws: {
    json: {
      outcome: 'refused',
      reason: 'json',
      effect: 'According to its documentation, {host} does not load the agent.',
      evidence: troubleshooting,
    },
    'not-a-mapping': unmeasuredFlaw('field'),
    'leading-text': unmeasuredFlaw('unknown'),
  },
};

const shared = {
  persona,
  references,
  defines,
  sameName: {
    ...projectFirst,
    own: () => null,
    ownNames: ['kiro_default', 'kiro_help', 'kiro_planner'],
    evidence: troubleshooting,
  },
} as const;

export const kiro: Host = {
  id: 'kiro',
  name: 'Kiro',
  version,
  verified: '2026-11-22',
  ownFile: '.kiro/agents/{name}.md',
  isOnlyInOwnFolders: true,
  recognizedBy: { home: ['.kiro'], project: ['.kiro'], evidence: reference },
  companionFiles,
  locations: [
    {
      ...markdownFile,
      scope: 'project',
      summary: 'Agents of the project, including subfolders, if the workspace is trusted.',
      evidence: agentConfig,
    },
    {
      ...markdownFile,
      scope: 'user',
      summary: 'For all projects of a user. The project takes precedence.',
      evidence: agentConfig,
    },
    {
      ...jsonFile,
      scope: 'project',
      summary: 'Agents of the project in JSON, the only form of earlier versions.',
      evidence: troubleshooting,
    },
    {
      ...jsonFile,
      scope: 'user',
      summary: 'Agents of a user in JSON.',
      evidence: troubleshooting,
    },
    ...skillLocations,
  ],
  dialects: { agent, json, skill: skills.dialectNextTo(agent) },
  kinds: {
    skill: skills.kind,
    json: {
      ...shared,
      reader: jsonReader,
      syntax: 'json',
      skeleton:
        '{\n  "name": "${1:name}",\n  "description": "${2:Use it when}",\n  "prompt": "${3:You are}",\n  "tools": ["${4:read}"]\n}',
    },
    agent: {
      ...shared,
      reader: tolerantReader,
      syntax: 'yaml',
      skeleton: namedSkeleton('tools: [${3:read}]'),
    },
  },
};
