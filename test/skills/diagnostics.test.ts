// What an author sees in a SKILL.md, by program.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';

const claude = { at: '.claude/skills/deploy/SKILL.md' };
const copilot = { at: '.github/skills/deploy/SKILL.md' };
const opencode = { at: '.opencode/skills/deploy/SKILL.md' };
const shared = { at: '.agents/skills/deploy/SKILL.md' };

describe('the diagnostics of a skill', () => {
  it('are none for the usual one, in any program', () => {
    const text =
      '---\nname: deploy\ndescription: Deploys the project. Use when asked.\n---\n\nDeploy it.\n';
    for (const place of [claude, copilot, opencode, shared]) diagnosing(text, place);
  });

  it('report a missing frontmatter as each program treats it', () => {
    const text = (label: string): string => `# Deploy\n^^^^^^^^ ${label}\n\nDeploy the project.\n`;
    diagnosing(text('warning no-frontmatter: lists the file with the first line'), claude);
    diagnosing(
      text(
        'error no-frontmatter: Copilot CLI rejects a file\n^^^^^^^^ warning no-frontmatter: VS Code offers the skill to users and does not list it to the model.',
      ),
      copilot,
    );
    diagnosing(text('error no-frontmatter: OpenCode silently drops the skill.'), opencode);
  });

  it('report a quoted or foreign boolean only where the program refuses it', () => {
    const text = (label: string): string =>
      `---\nname: deploy\ndescription: Deploys.\ndisable-model-invocation: "true"\n${label}---\nDeploy it.\n`;
    diagnosing(text(''), claude);
    diagnosing(
      text(
        '                          ^^^^^^ error invalid-value: Copilot CLI rejects the whole file.\n',
      ),
      copilot,
    );
    diagnosing(
      text(
        '^^^^^^^^^^^^^^^^^^^^^^^^ error ignored-guard: OpenCode ignores it, so the model can use the skill.\n',
      ),
      opencode,
    );
  });

  it('suggest the field that was meant', () => {
    diagnosing(
      '---\nname: deploy\ndescription: Deploys.\nuser-invokable: false\n^^^^^^^^^^^^^^ warning unknown-field: Did you mean "user-invocable"?\n---\nDeploy it.\n',
      claude,
    );
  });

  it('report a skill that neither users nor the model can call', () => {
    const text = '---\nname: deploy\ndescription: Deploys.\n';
    diagnosing(
      `${text}user-invocable: false\n^^^^^^^^^^^^^^ warning unreachable-skill: Neither users nor the model\ndisable-model-invocation: true\n---\nDeploy it.\n`,
      claude,
    );
    diagnosing(`${text}user-invocable: false\n---\nDeploy it.\n`, claude);
  });

  it('report an agent that does not run the skill', () => {
    const text = (label: string, more = ''): string =>
      `---\ndescription: Deploys.\nagent: Explore\n${label}${more}---\nDeploy it.\n`;
    diagnosing(
      text(
        '^^^^^ warning ineffective-field: Without `context: fork`, Claude Code runs it in the conversation\n',
      ),
      claude,
    );
    diagnosing(text('', 'context: fork\n'), claude);
    fixing(text('').replace('agent', 'ag|ent'), claude)
      .taking('Add "context: fork"')
      .gives('---\ndescription: Deploys.\nagent: Explore\ncontext: fork\n---\nDeploy it.\n');
  });

  it('report tools that a list does not allow or deny as written', () => {
    const text = (lists: string): string => `---\ndescription: Deploys.\n${lists}---\nDeploy it.\n`;
    diagnosing(
      text(
        'disallowed-tools: Write, bash\n                         ^^^^ error ineffective-deny: "bash" denies no tool. Claude Code has no such tool. Did you mean "Bash"?\n',
      ),
      claude,
    );
    diagnosing(
      text('disallowed-tools: Bash(rm:*) B* Task\nallowed-tools: Read mcp__docs\n'),
      claude,
    );
    diagnosing(
      text(
        'allowed-tools: Write(docs/**)\n               ^^^^^^^^^^^^^^ warning ineffective-grant: "Write(docs/**)" allows nothing. Claude Code compares paths only in entries for "Edit"\n',
      ),
      claude,
    );
    fixing(text('allowed-tools: Bash |(rm:*)\n'), claude)
      .taking('Remove the space')
      .gives(text('allowed-tools: Bash(rm:*)\n'));
    fixing(text('allowed-tools: Bash(ls:*|, cat:*)\n'), claude)
      .taking('Replace with "Bash(ls:*)" and "Bash(cat:*)"')
      .gives(text('allowed-tools: Bash(ls:*), Bash(cat:*)\n'));
  });

  it('do not name programs whose agents have the field', () => {
    diagnosing(
      '---\ndescription: Deploys.\ntools: Read\n^^^^^ hint unknown-field: "tools" is not a field in Claude Code. Claude Code silently ignores it.\n---\nDeploy it.\n',
      claude,
    );
  });

  it('suggest quotes for a hint that YAML reads as a list, and never for a list of names', () => {
    const text = (key: string, label: string): string =>
      `---\nname: deploy\ndescription: Deploys.\n${key}: [file] [level]\n${label}---\nDeploy it.\n`;
    diagnosing(
      text(
        'argument-hint',
        '               ^^^^^^^^^^^^^^ error invalid-yaml: Copilot CLI rejects the whole file. Quote the value.\n               ^^^^^^^^^^^^^^ warning invalid-yaml: VS Code uses the parts that it can read. Quote the value.\n',
      ),
      copilot,
    );
    fixing(text('argument-hint', '').replace('[file]', '[|file]'), copilot)
      .taking('Quote the value of "argument-hint"')
      .gives(text('argument-hint', '').replace('[file] [level]', '"[file] [level]"'));
    diagnosing(
      text(
        'allowed-tools',
        '               ^^^^^^^^^^^^^^ error invalid-yaml: Copilot CLI rejects the whole file. Correct this line.\n               ^^^^^^^^^^^^^^ warning invalid-yaml: VS Code uses the parts that it can read. Correct this line.\n',
      ),
      copilot,
    );
  });

  it('mark what is cut from a description', () => {
    const begin = 'x'.repeat(1_535 - 5);
    diagnosing(
      `---\ndescription: ${begin}abcdefgh\n${' '.repeat('description: '.length + 1_535)}^^^ warning cut-description: lists only its first 1,535 characters\n---\nDeploy it.\n`,
      claude,
    );
    diagnosing(`---\ndescription: ${begin}abcde\n---\nDeploy it.\n`, claude);
    diagnosing(`---\nname: deploy\ndescription: ${begin}abcdefgh\n---\nDeploy it.\n`, opencode);
  });

  it('name the program that uses another name, where several read the file', () => {
    diagnosing(
      '---\nname: ship it\n      ^^^^^^^ information skill-names: "ship it" in Codex, Gemini CLI and OpenCode, "ship-it" in Copilot CLI and "deploy" in VS Code\ndescription: Deploys.\n---\nDeploy it.\n',
      shared,
    );
    fixing('---\nname: ship| it\ndescription: Deploys.\n---\nDeploy it.\n', shared)
      .taking('Use the name of the folder: "deploy"')
      .gives('---\nname: deploy\ndescription: Deploys.\n---\nDeploy it.\n');
  });

  it('treat a hint in brackets as each program does', () => {
    const text = (label: string): string =>
      `---\nname: deploy\ndescription: Deploys.\nargument-hint: [stage] [version]\n${label}---\nDeploy it.\n`;
    diagnosing(text(''), { ...claude, besides: ['repaired-yaml'] });
    diagnosing(
      text(
        '               ^^^^^^^^^^^^^^^^^ error invalid-yaml: Copilot CLI rejects the whole file.\n               ^^^^^^^^^^^^^^^^^ warning invalid-yaml: VS Code uses the parts that it can read.\n',
      ),
      copilot,
    );
    diagnosing(
      text(
        '               ^^^^^^^^^^^^^^^^^ error invalid-yaml: OpenCode silently drops the skill.\n',
      ),
      opencode,
    );
  });
});

describe('a fix in a skill', () => {
  it('gives the skill nothing that it did not have', () => {
    fixing(
      '---\nname: deploy\ndescription: Deploys.\nallowed|Tools: Bash\n---\nDeploy it.\n',
      claude,
    ).offersForReview('Rename to "allowed-tools"');
    fixing(
      '---\nname: deploy\ndescription: Deploys.\ndisable|ModelInvocation: true\n---\nDeploy it.\n',
      claude,
    ).offersForReview('Rename to "disable-model-invocation"');
  });
});

describe('the sentences on skills', () => {
  it('call a skill a skill', () => {
    const folder = 'test/rules/examples';
    const wrong = readdirSync(folder).flatMap((file) =>
      readFileSync(`${folder}/${file}`, 'utf8')
        .split(/^(?=\S+\.(?:md|toml|json)$)/m)
        .filter((part) => /^\S*\/SKILL\.md\n/.test(part))
        .flatMap((part) => part.split('\n'))
        .filter((line) => /(?:error|warning|information|hint): .*(?<!\.)\bagents?\b/i.test(line)),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('a skill of Codex', () => {
  const codex = { at: '.codex/skills/deploy/SKILL.md' };

  it('is repaired where a value looks like a string', () => {
    const text = (line: string): string =>
      `---\nname: deploy\ndescription: Deploys.\n${line}---\nDeploy it.\n`;
    for (const line of ['argument-hint: [stage] [version]\n', 'note: a: b\n', 'note: @x\n'])
      diagnosing(text(line), { ...codex, besides: ['repaired-yaml', 'unknown-field'] });
    diagnosing(
      text('note: *x\n      ^^ error invalid-yaml: Codex rejects the whole file.\n'),
      codex,
    );
  });

  it('is rejected without a description, and with a list for one', () => {
    diagnosing(
      '---\n^^^ error missing-field: Codex rejects the whole file.\nname: deploy\n---\nDeploy it.\n',
      codex,
    );
    diagnosing(
      '---\nname: deploy\ndescription: [a, b]\n             ^^^^^^ error invalid-type: Codex rejects the whole file.\n---\nDeploy it.\n',
      codex,
    );
  });
});

describe('a skill of Gemini CLI', () => {
  const gemini = { at: '.gemini/skills/deploy/SKILL.md' };

  it('is read line by line where it is no YAML, or no strings', () => {
    diagnosing('---\nname: deploy\ndescription: 5\n---\nDeploy it.\n', gemini);
    diagnosing(
      '---\nname: deploy\ndescription: Deploys: all\n              ^^^^^^^ information repaired-yaml: Gemini CLI reads the frontmatter line by line instead.\n---\nDeploy it.\n',
      gemini,
    );
  });

  it('is dropped without a name or a description', () => {
    diagnosing(
      '---\n^^^ error missing-field: Gemini CLI silently drops the skill.\nname: deploy\n---\nDeploy it.\n',
      gemini,
    );
  });
});

describe('a skill of Kimi Code', () => {
  const kimi = { at: '.kimi-code/skills/deploy/SKILL.md' };

  it('is dropped without a description, or with another type', () => {
    diagnosing(
      '---\n^^^ error missing-field: Kimi Code silently drops the skill.\nname: deploy\n---\nDeploy it.\n',
      kimi,
    );
    diagnosing(
      '---\nname: deploy\ndescription: Deploys.\ntype: agent\n      ^^^^^ error invalid-value: Kimi Code silently drops the skill.\n---\nDeploy it.\n',
      kimi,
    );
  });

  it('is open to the model unless the guard is a boolean, in any of three spellings', () => {
    diagnosing(
      '---\nname: deploy\ndescription: Deploys.\ndisable_model_invocation: true\n---\nDeploy it.\n',
      kimi,
    );
    diagnosing(
      '---\nname: deploy\ndescription: Deploys.\ndisable-model-invocation: "true"\n                          ^^^^^^ error invalid-value: "disable-model-invocation" must be true or false, not "true". Kimi Code ignores it, so the model can use the skill. Use true, without quotes.\n---\nDeploy it.\n',
      kimi,
    );
  });
});

describe('a skill of Grok Build', () => {
  const grok = { at: '.grok/skills/deploy/SKILL.md' };

  it('is loaded without a frontmatter', () => {
    diagnosing('# Deploy\n\nDeploy the project.\n', grok);
  });

  it('is closed to users by any other value than true', () => {
    diagnosing(
      '---\nname: deploy\ndescription: Deploys.\nuser-invocable: yes\n                ^^^ warning invalid-value: Grok Build reads it as false.\n---\nDeploy it.\n',
      grok,
    );
  });

  it('is repaired where a value contains a colon', () => {
    diagnosing(
      '---\nname: deploy\ndescription: Deploys: all\n              ^^^^^^^ information repaired-yaml: Unquoted value contains ": ", which is not valid YAML. Grok Build repairs it. Other programs may reject the file. Quote the value.\n---\nDeploy it.\n',
      grok,
    );
  });
});
