// How Kilo weighs its rules: as OpenCode does, and what it allows in general it asks for in the case of secrets.

import { matches, type Rule } from '../opencode/rules';
import {
  commandsApart,
  deeds as inherited,
  keptFromCalled,
  permissions,
  weighingWith,
} from '../opencode/weighing';
import type { Weighing } from '../weighing';
import { seen } from './evidence';
import { kin } from './persona';

/** It writes these otherwise where they stand in words and quotes, and does it by a parser of its own. */
const rewritten = /[<>|&;$`\n]/;

const secrets = ['*.env', '*.env.*'];

/** A rule for everything does not open files of secrets. */
function hardened(permission: string, subject: string, rule: Rule): Rule {
  const isBroad = rule.permission === '*' || rule.pattern === '*';
  if (permission !== 'read' || rule.action !== 'allow' || !isBroad) return rule;
  if (matches('*.env.example', subject)) return rule;
  const pattern = secrets.find((one) => matches(one, subject));
  return pattern === undefined ? rule : { permission, pattern, action: 'ask' };
}

export const weighing: Weighing = weighingWith(kin, {
  commands: (line) => {
    const commands = commandsApart(line);
    return commands?.some((command) => rewritten.test(command)) ? null : commands;
  },
  hardened,
  keptFromCalled,
  deeds: inherited,
  permissions,
  evidence: seen,
});
