// Tools are offered where tools belong, with what each is good for.
import assert from 'node:assert/strict';

export const completion = {
  title: 'is offered the tools that the agent has not got yet',
  async go(walker) {
    const { window } = walker;
    await walker.toEndOf('tools:');
    await window.type(', ');
    const list = await window.suggest({ keep: true, having: 'WebFetch' });
    const labels = list.map(({ label }) => label);
    assert.ok(!labels.includes('Read'), `Read is there already: ${labels.join(', ')}`);
    await walker.shot('completion');
    await window.type('webf');
    await walker.sees('.suggest-widget.visible', 'WebFetch');
    await window.press('Enter');
    await walker.line('tools: Read, Glob, Grep, WebFetch');
  },
};
