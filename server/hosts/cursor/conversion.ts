// What conversions from and to Cursor need to know. A file has one limit only, `readonly`.
import {
  allowed,
  denied,
  type Grant,
  type HostConversion,
  type JudgedTools,
  type SharedTools,
  type WrittenTools,
} from '../model/conversion';
import type { ToolPurpose } from '../model/tool-purposes';
import { isReadOnly } from './persona';

const writePurposes: readonly ToolPurpose[] = ['create-file', 'change-file', 'edit-notebook'];

/** Some commands stay allowed: more than none, and less than all. */
const restricted: Grant = { action: 'ask', exceptions: [] };

const limits: SharedTools['purposes'] = {
  ...Object.fromEntries(writePurposes.map((purpose) => [purpose, denied])),
  'run-command': restricted,
};

function toolsOf({ fields }: JudgedTools): SharedTools {
  return {
    purposes: isReadOnly(fields) ? limits : {},
    rest: 'allow',
    servers: [],
    others: [],
    callees: null,
    lacks: [],
  };
}

/** Where the agent may change no files. It may change them with a command otherwise, so commands are limited with them. */
function writeTools({ purposes, rest }: SharedTools): WrittenTools {
  const changesNothing = writePurposes.every(
    (purpose) => (purposes[purpose] ?? (rest === 'deny' ? denied : allowed)).action === 'deny',
  );
  return {
    fields: changesNothing ? [{ key: 'readonly', value: { kind: 'literal', word: 'true' } }] : [],
    inexact: [],
  };
}

const declared: HostConversion = {
  toolsOf,
  writeTools,
  toolFields: ['readonly'],
  harmless: [],
  fields: {},
  // Whether the names limit the agent is not known.
  guards: { tools: null },
  servers: { file: '.cursor/mcp.json', key: 'mcpServers' },
  // The IDs of models depend on the account.
  readModel: () => null,
  writeModel: () => null,
  invocation: 'none',
};

export const conversion = (): HostConversion => declared;
