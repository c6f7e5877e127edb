// Between opening a file and the first key there is nothing to do, and the engine has compiled little of what a key
// needs. A few keys are typed into a copy of the document meanwhile, so that the author's first ones are as quick as
// the later ones. Every step is short, and the first message from the editor ends it.
import { complete } from '../features/completion/complete';
import { diagnose } from '../features/diagnostics';
import { hover } from '../features/hover';
import { type View, viewOf } from '../features/view';

/** Fields in every state of being typed, over and over. */
const typed = 'notes: Some words, more\nstate: [a, b]\nlimits:\n  x: "y"\n';
const steps = 70;
const pauseMs = 3;

/** Types into copies of `view` until `isOver` or done. A fault of ours here is nobody's: it would show at a key too. */
export function warmUp(view: View, isOver: () => boolean): void {
  const { outline } = view;
  if (outline.shape !== 'closed' || view.places.length === 0) return;
  const { text, head } = outline;
  let previous = view;
  const step = (count: number): void => {
    if (count >= steps || isOver()) return;
    const written = typed.slice(0, count % typed.length);
    const at = head.end + written.length;
    const copy = `${text.slice(0, head.end)}${written}\n${text.slice(head.end)}`;
    try {
      previous = viewOf({ ...view, text: copy, previous });
      diagnose(previous);
      complete(previous, at);
      hover(previous, head.start);
      // Keys in the prompt go another way, and are the most that there are.
      for (const more of ['.', '. ', '. A'])
        diagnose(viewOf({ ...view, text: `${copy}${more}`, previous }));
    } catch {
      return;
    }
    setTimeout(step, pauseMs, count + 1);
  };
  setTimeout(step, pauseMs, 0);
}
