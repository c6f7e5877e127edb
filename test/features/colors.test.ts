import assert from 'node:assert/strict';
import { colorForms, documentColors } from '../../server/features/colors';
import { applyEdits } from '../../server/text/edit';
import { completing } from '../support/completing';
import { diagnosing } from '../support/diagnosing';
import { fixingAll } from '../support/fixing';
import { claudeFile, opencodeFile, pluginFile, viewAt, vscodeFile } from '../support/viewing';

/** The colors of a file: the text of each, and its appearance. */
function colorsOf(text: string, at: string): [string, string][] {
  return documentColors(viewAt(text, { at })).map(({ span, hex }) => [
    text.slice(span.start, span.end),
    hex,
  ]);
}

/** The text after each form in which a picked color can be written. */
function picked(text: string, at: string, hex: string): readonly string[] {
  const view = viewAt(text, { at });
  const [color] = documentColors(view);
  assert.ok(color);
  return colorForms(view, color.span, hex).map(({ edits }) => applyEdits(text, edits));
}

describe('colors', () => {
  it('are those of the color field', () => {
    assert.deepEqual(colorsOf('---\ncolor: red\n---\ncolor: blue', claudeFile), [
      ['red', '#dc2626'],
    ]);
    assert.deepEqual(colorsOf("---\ncolor: '#A1B2C3'\n---", opencodeFile), [
      ["'#A1B2C3'", '#a1b2c3'],
    ]);
    assert.equal(colorsOf('---\ncolor: accent\n---', opencodeFile).length, 1);
    assert.equal(colorsOf('---\ncolor: teal\n---', claudeFile).length, 1);
  });

  it('are not there where a host knows none', () => {
    assert.deepEqual(colorsOf('---\ncolor: red\n---', vscodeFile), []);
    assert.deepEqual(colorsOf('---\ncolor: sparkly\n---', claudeFile), []);
    assert.deepEqual(colorsOf('---\ncolor:\n---', claudeFile), []);
    assert.deepEqual(colorsOf('---\nname: red\n---', 'notes/a.md'), []);
  });

  it('are written in a form that the host accepts', () => {
    assert.deepEqual(picked('---\ncolor: red\n---', claudeFile, '#2563ea'), [
      '---\ncolor: blue\n---',
    ]);
    assert.deepEqual(picked('---\ncolor: "red"\n---', claudeFile, '#2563ea'), [
      '---\ncolor: "blue"\n---',
    ]);
    assert.deepEqual(picked('---\ncolor: accent\n---', opencodeFile, '#123456'), [
      "---\ncolor: '#123456'\n---",
      '---\ncolor: info\n---',
    ]);
    assert.deepEqual(picked('---\ncolor: "#123456"\r\nmode: all\r\n---', opencodeFile, '#f5a742'), [
      '---\ncolor: "#f5a742"\r\nmode: all\r\n---',
      '---\ncolor: "warning"\r\nmode: all\r\n---',
    ]);
  });

  it('leave the picker empty where there is no color', () => {
    const view = viewAt('---\ncolor: red\n---', { at: claudeFile });
    assert.deepEqual(colorForms(view, { start: 0, end: 3 }, '#ff0000'), []);
  });
});

describe('color of a plugin agent', () => {
  it('is completed and shown like that of any other agent', () => {
    completing('---\nname: a\ncolor: |\n---', pluginFile).offers('red', 'cyan', 'pink').item('red');
    const view = viewAt('---\nname: a\ncolor: orange\n---', pluginFile);
    assert.deepEqual(
      documentColors(view).map(({ hex }) => hex),
      ['#ea580c'],
    );
  });

  it('is reported and fixed where Claude Code shows no color for it', () => {
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      color: teal
             ^^^^ hint invalid-color: shows no color
      ---
      You review.
      `,
      pluginFile,
    );
    fixingAll(
      `
      ---
      name: reviewer
      description: Reviews changes.
      color: Blue
      ---
      You review.
      `,
      pluginFile,
    ).gives(`
      ---
      name: reviewer
      description: Reviews changes.
      color: blue
      ---
      You review.
      `);
  });

  it('reports nothing about a color that is valid or empty', () => {
    for (const color of ['pink', ''])
      diagnosing(
        `---\nname: reviewer\ndescription: Reviews changes.\ncolor: ${color}\n---\nYou review.\n`,
        pluginFile,
      );
  });
});
