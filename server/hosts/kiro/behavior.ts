// What Kiro does with its files, as far as its documentation states it. docs/hosts/kiro.md is generated from it.
import { tolerantReader } from '../judge/tolerant-reader';
import type { Dialect } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { HostBehavior } from '../model/host';
import type { LocatedFile } from '../model/located-file';
import { lost } from '../model/name-precedence';
import { unmeasured, unmeasuredFlaw, unmeasuredFlaws } from '../model/unmeasured';
import { troubleshooting } from './evidence';
import { fields, jsonFields } from './fields';
import { models } from './models';
import { persona } from './persona';
import { jsonReader } from './reader';
import { defines, references } from './references';
import { tools } from './tools';

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

const rankOf = ({ location: { scope } }: LocatedFile): number => (scope === 'project' ? 1 : 0);

const shared = {
  persona,
  references,
  defines,
  sameName: {
    rank: rankOf,
    wins: '{host} prefers agents of the project to those of the user.',
    behind: lost,
    own: () => null,
    ownNames: ['kiro_default', 'kiro_help', 'kiro_planner'],
    evidence: troubleshooting,
  },
} as const;

export const behavior = (): HostBehavior => ({
  dialects: { agent, json },
  kinds: {
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
      skeleton: [
        '---',
        'name: ${1:name}',
        'description: ${2:Use it when}',
        'tools: [${3:read}]',
        '---',
        '',
        '${4:You are}$0',
        '',
      ].join('\n'),
    },
  },
});
