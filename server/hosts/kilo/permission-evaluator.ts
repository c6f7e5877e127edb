// How Kilo evaluates its rules: like OpenCode, but a broad rule that allows reading makes Kilo ask for files with secrets.

import type { PermissionEvaluator } from '../model/permission-evaluator';
import {
  evaluatorWith,
  purposes as inherited,
  keptFromCalled,
  outside,
  permissions,
  splitCommands,
} from '../opencode/permission-evaluator';
import { matches, type Rule } from '../opencode/rules';
import { readHere } from './evidence';
import { family } from './persona';

/** Characters that Kilo's own parser rewrites inside words and quotes. */
const rewrittenCharacters = /[<>|&;$`\n]/;

const secrets = ['*.env', '*.env.*'];

/** A rule that allows everything does not allow files with secrets. */
function hardened(permission: string, subject: string, rule: Rule): Rule {
  const isBroad = rule.permission === '*' || rule.pattern === '*';
  if (permission !== 'read' || rule.action !== 'allow' || !isBroad) return rule;
  if (matches('*.env.example', subject)) return rule;
  const pattern = secrets.find((one) => matches(one, subject));
  return pattern === undefined ? rule : { permission, pattern, action: 'ask' };
}

export const evaluator: PermissionEvaluator = evaluatorWith(family, {
  commands: (line) => {
    const commands = splitCommands(line);
    return commands?.some((command) => rewrittenCharacters.test(command)) ? null : commands;
  },
  hardened,
  keptFromCalled,
  outside,
  purposes: inherited,
  permissions,
  evidence: readHere,
});
