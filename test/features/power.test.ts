// No safe fix grants an agent more than before. This is checked on the text, independently of the code that judges it.
import { fixing, fixingAll } from '../support/fixing';
import { opencodeFile } from '../support/viewing';

const claude = (lines: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\n${lines}\n---\n\nYou review.\n`;

const unchanged = (text: string, at?: string): void => {
  fixingAll(text, at === undefined ? {} : { at }).gives(text);
};

describe('all safe fixes at once never change', () => {
  it('a misspelled permission mode, which would begin to apply', () => {
    unchanged(claude('permissionMode: bypasspermissions'));
    unchanged(claude('permissionMode: acceptedits'));
  });

  it('a hook of a misspelled event, which would begin to run', () => {
    unchanged(
      claude(
        'hooks:\n  PostToolUs:\n    - hooks:\n        - type: command\n          command: ./run.sh',
      ),
    );
  });

  it('permissions that would begin to allow', () => {
    unchanged(
      '---\ndescription: d\npermissions:\n  external_directory: allow\n---\n\nYou review.\n',
      opencodeFile,
    );
  });

  it('names of tools that their author may still want', () => {
    unchanged(claude('tools: Read, WebSerch'));
    unchanged(claude('tools: Read, bash'));
    unchanged(claude('tools: Read, FooBar'));
  });

  it('a model, where another host would then run another', () => {
    unchanged(claude('model: claude-opus-4-1'));
  });
});

describe('all safe fixes at once make', () => {
  it('a misspelled denial take effect', () => {
    fixingAll(claude('disallowedTools: bash')).gives(claude('disallowedTools: Bash'));
    fixingAll('---\ndescription: d\npermissions:\n  edit: deny\n---\n\nYou review.\n', {
      at: opencodeFile,
    }).gives('---\ndescription: d\npermission:\n  edit: deny\n---\n\nYou review.\n');
  });

  it('a former name in a denial the new one, and keep the denial', () => {
    fixingAll(claude('disallowedTools: Task')).gives(claude('disallowedTools: Agent'));
    fixing(claude('disallowedTools: Ta|sk')).offersSafely('Replace with "Agent"');
  });
});
