// New agents as they are written for every host have no findings and only the requested permissions.
import assert from 'node:assert/strict';
import { outlineOfFile } from '../../../server/agent/outline';
import { choosableCapabilities } from '../../../server/features/new-agent/capability-tools';
import { newAgent } from '../../../server/features/new-agent/file';
import { newFiles } from '../../../server/features/new-agent/files';
import {
  descriptionForPurpose,
  promptFor,
  promptForPurpose,
} from '../../../server/features/new-agent/prompt';
import { type Role, roles } from '../../../server/features/new-agent/roles';
import { viewOf } from '../../../server/features/view/view';
import { placeIn } from '../../../server/hosts/catalog/places';
import { judge } from '../../../server/hosts/judge/compute-verdict';
import { capabilitiesOf } from '../../../server/hosts/judge/tools/capabilities';
import { defaultSettings } from '../../../server/settings/settings';
import { catalog, hosts, mainHosts, placesOf } from '../../support/catalog';

const wanted = { name: 'eagle-eye', color: 'purple' };

const optionsFor = ({ description, capabilities, prompt }: Role) => ({
  ...{ ...wanted, description, capabilities },
  prompt: promptFor(prompt, capabilities),
});

describe('a new agent', () => {
  for (const host of hosts)
    it(`of any role has no finding in ${host.name}, in a project and for all of them`, () => {
      for (const role of roles)
        for (const scope of ['project', 'user'] as const) {
          if (!host.locations.some((one) => one.role === 'owner' && one.scope === scope)) continue;
          const made = newAgent(catalog, host, optionsFor(role), scope);
          assert.deepEqual([made?.findings, made?.id], [[], 'eagle-eye'], `${role.id} ${scope}`);
        }
    });

  it('can do what was asked for and nothing more, in every host and for each ability', () => {
    for (const host of mainHosts)
      for (const capability of choosableCapabilities) {
        const made = newAgent(catalog, host, { ...wanted, capabilities: [capability, 'read'] });
        const place = made && placeIn(host, made.path);
        assert.ok(made && place);
        const { persona, dialect } = judge(outlineOfFile(made.path, made.text), place);
        assert.ok(persona, `${host.id} ${capability}`);
        const does = capabilitiesOf({ ...persona.tools, always: [] }, dialect.tools);
        const more = [...does].filter((one) => one !== capability && one !== 'read');
        // A skill is a plan in words: the two go together.
        assert.deepEqual(
          more.filter((one) => capability !== 'plan' || one !== 'other'),
          [],
          `${host.id} ${capability}`,
        );
      }
  });

  it('for all hosts has no error or warning in any host that reads one of its files', () => {
    for (const role of roles) {
      const { files, without } = newFiles(catalog, mainHosts, optionsFor(role), 'project');
      assert.deepEqual(without, []);
      assert.ok(files.length < mainHosts.length, role.id);
      for (const { path, text, hosts: meant } of files) {
        const places = placesOf(path).filter(({ host }) => meant.includes(host));
        // A host that has no folder of its own counts only where it was chosen.
        const owners = meant.filter(({ locations }) =>
          locations.some(({ isOptional }) => isOptional !== 'only where chosen'),
        );
        assert.equal(places.length, owners.length, path);
        const view = viewOf({
          catalog,
          path,
          text,
          places,
          settings: { ...defaultSettings, guests: 'all' },
        });
        const grave = view
          .findings()
          .filter(({ severity }) => severity === 'error' || severity === 'warning');
        assert.deepEqual(grave, [], path);
      }
    }
  });
});

describe('the prompt of a new agent', () => {
  const purpose = 'an agent that reviews SQL migrations for locks';
  const prompts = [...roles.map(({ prompt }) => prompt), promptForPurpose(purpose)];

  it('fits a screen, and states what it expects, does, must not do and answers', () => {
    for (const parts of prompts)
      for (const capabilities of [[], ['write'], ['run'], ['write', 'run']] as const) {
        const prompt = promptFor(parts, capabilities);
        const lines = prompt.split('\n').filter((line) => line !== '');
        assert.ok(lines.length >= 15 && lines.length <= 35, `${lines.length}\n${prompt}`);
        assert.deepEqual(prompt.match(/^## .+$/gm), [
          '## When invoked',
          '## Approach',
          '## Rules',
          '## Output',
          '## When blocked',
        ]);
      }
  });

  it('forbids what the agent has no tools for', () => {
    for (const parts of prompts) {
      const readOnly = promptFor(parts, ['read', 'search']);
      assert.match(readOnly, /^- Do not change files or run commands\./m);
      assert.doesNotMatch(readOnly, /\bRun (the tests|commands)\b/);
      assert.match(
        promptFor(parts, ['read', 'run']),
        /^- Do not change files\. Run commands only/m,
      );
      assert.match(promptFor(parts, ['read', 'write']), /^- You cannot run commands\./m);
      assert.doesNotMatch(
        promptFor(parts, ['read', 'write', 'run']),
        /cannot run|not change files/,
      );
    }
  });

  it('has a description that states when to delegate', () => {
    for (const { description } of roles) assert.match(description, /^[A-Z]\w+s .+\. Use .+\.$/);
    assert.equal(
      descriptionForPurpose(purpose),
      'Reviews SQL migrations for locks. Use for every task of this kind.',
    );
    assert.equal(
      descriptionForPurpose('Checks forms.  Use before a release'),
      'Checks forms. Use before a release.',
    );
  });

  it('states the purpose in the words of the author', () => {
    assert.match(
      promptFor(promptForPurpose(purpose), []),
      /project: reviews SQL migrations for locks\.$/m,
    );
    assert.match(promptFor(promptForPurpose('SQL reviews'), []), /project: SQL reviews\.$/m);
  });
});
