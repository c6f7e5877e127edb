// What there is in a verdict for rules to speak of, as bits: most rules have nothing to say of most verdicts, and are not asked.
import type { Persona, ToolVerdict } from '../hosts/persona';
import type { Verdict } from '../hosts/verdict';
import type { Hearing } from './rule';

/** One for each hearing. */
export const bits: Readonly<Record<Hearing, number>> = {
  flaws: 1,
  gaps: 2,
  values: 4,
  'lost tools': 8,
  'old tools': 16,
  'wide tools': 32,
  'idle tools': 64,
  strangers: 128,
  idlers: 256,
  models: 512,
  permissions: 1024,
  'no tools': 2048,
  'no fields': 4096,
  rules: 8192,
  ranges: 16384,
  'denied tools': 32768,
  // What an agent names is no part of a verdict.
  names: 0,
};

/** All that the verdict holds. */
export function bitsOf(verdict: Verdict): number {
  const { flaws, missing, fields, tools, persona } = verdict;
  let held = fields.length > 0 ? 0 : bits['no fields'];
  if (flaws.length > 0) held |= bits.flaws;
  if (missing.length > 0) held |= bits.gaps;
  for (const { problems, field } of fields) {
    if (problems.length > 0) held |= bits.values;
    if (field === undefined) held |= bits.strangers;
    else {
      if (field.noEffect !== undefined || field.deprecated !== undefined) held |= bits.idlers;
      if (field.role === 'model') held |= bits.models;
      if (field.range !== undefined) held |= bits.ranges;
    }
  }
  for (const tool of tools) held |= bitsOfTool(tool);
  return persona ? held | bitsOfPersona(persona) : held;
}

function bitsOfTool({ outcome, wider, renamed }: ToolVerdict): number {
  let held = 0;
  if (outcome === 'lost') held |= bits['lost tools'];
  else if (renamed === true) held |= bits['old tools'];
  if (outcome === 'denied') held |= bits['denied tools'];
  if (outcome === 'no-effect') held |= bits['idle tools'];
  else if (wider !== undefined) held |= bits['wide tools'];
  return held;
}

function bitsOfPersona({ tools, permissions }: Persona): number {
  const rules = permissions?.length ?? 0;
  const held = (rules > 0 ? bits.rules : 0) | (rules > 1 ? bits.permissions : 0);
  const isPoor = !tools.all && tools.granted.length === 0 && tools.unverified.length === 0;
  return isPoor ? held | bits['no tools'] : held;
}
