// What a newcomer is met with: the pages of the first minutes, and the view of agents with none in it.
import assert from 'node:assert/strict';

export const welcome = {
  title: 'shows the first minutes, and that there are no agents yet',
  async go(walker) {
    const { window, page } = walker;
    await window.runCommand('Dossier: Get Started');
    await walker.sees('.gettingStartedContainer', 'Get Started with Dossier', 'Create an agent');
    // Rendered in the colors of the theme, in a frame of its own.
    await walker.drawn('My Programs: Claude Code, VS Code');
    await walker.shot('get-started');
    await page.locator('.getting-started-step', { hasText: 'Create an agent' }).first().click();
    await walker.drawn('What can the agent do?');
    await page.locator('.getting-started-step', { hasText: 'Find out why' }).first().click();
    await walker.drawn('Why Is migration-planner Missing?');
    await walker.shot('get-started-last');
    await window.runCommand('View: Close All Editors');
    await walker.activity('Dossier');
    const view = page.locator('.sidebar .welcome-view-content');
    await view.getByRole('button', { name: 'New Agent', exact: true }).waitFor();
    await view.getByRole('button', { name: 'Learn More', exact: true }).waitFor();
    const text = await walker.sees(view, 'No agents in this project yet', 'An agent is');
    assert.doesNotMatch(text, /undefined|%/);
    await walker.shot('no-agents');
  },
};
