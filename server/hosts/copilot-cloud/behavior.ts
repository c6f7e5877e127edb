// What the documentation states of agents in Copilot's cloud agent. docs/hosts/copilot-cloud.md is generated from it.

import { tolerantReader } from '../judge/tolerant-reader';
import type { Dialect } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { HostBehavior } from '../model/host';
import { unmeasured, unmeasuredFlaws, unmeasuredModels } from '../model/unmeasured';
import { fields } from './fields';
import { persona } from './persona';
import { tools } from './tools';

const agent: Dialect = {
  fields,
  unknownField: { outcome: 'unknown', effect: unmeasured.effect, meant: {}, evidence: unknown },
  tools,
  models: unmeasuredModels,
  colors: [],
  flaws: unmeasuredFlaws,
};

export const behavior = (): HostBehavior => ({
  dialects: { agent },
  kinds: {
    agent: {
      reader: tolerantReader,
      syntax: 'yaml',
      persona,
      skeleton: [
        '---',
        'name: ${1:name}',
        'description: ${2:Use it when}',
        'tools: [${3:read, search, edit}]',
        '---',
        '',
        '${4:You are}$0',
        '',
      ].join('\n'),
    },
  },
});
