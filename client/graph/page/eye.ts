// Looks at the picture through the stage: drag and wheel move it, and whoever else says where to look.
import { fitted, following, type Size, zoomedTo } from '../camera';
import type { Camera } from '../messages';
import type { Box } from '../sizes';
import { boxAt } from './boxes';

export class Eye {
  readonly #stage: HTMLElement;
  readonly #picture: HTMLElement;
  readonly #moved: () => void;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #isWhole = false;

  /** @param moved called after each move. */
  constructor(stage: HTMLElement, picture: HTMLElement, moved: () => void) {
    this.#stage = stage;
    this.#picture = picture;
    this.#moved = moved;
    stage.addEventListener('pointerdown', (event) => this.#drag(event));
    stage.addEventListener('wheel', (event) => this.#roll(event), { passive: false });
  }

  get camera(): Camera {
    return this.#camera;
  }

  /** Nobody has looked elsewhere since the whole was shown. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  aim(camera: Camera): void {
    this.#isWhole = false;
    this.#camera = camera;
    const { x, y, zoom } = camera;
    this.#picture.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    this.#moved();
  }

  /** The whole, where it can be read. */
  show(whole: Size): void {
    this.aim(fitted(whole, this.#window()));
    this.#isWhole = true;
  }

  zoom(by: number): void {
    const { width, height } = this.#window();
    this.aim(zoomedTo(this.#camera, this.#camera.zoom * by, { x: width / 2, y: height / 2 }));
  }

  pan(dx: number, dy: number): void {
    const { x, y, zoom } = this.#camera;
    this.aim({ x: x + dx, y: y + dy, zoom });
  }

  follow(box: Box & Size): void {
    const camera = following(this.#camera, box, this.#window());
    if (camera.x !== this.#camera.x || camera.y !== this.#camera.y) this.aim(camera);
  }

  #window(): Size {
    return { width: this.#stage.clientWidth, height: this.#stage.clientHeight };
  }

  #drag(event: PointerEvent): void {
    if (event.button !== 0 || boxAt(event.target)) return;
    const stage = this.#stage;
    let { clientX, clientY } = event;
    const move = (now: PointerEvent): void => {
      this.pan(now.clientX - clientX, now.clientY - clientY);
      ({ clientX, clientY } = now);
    };
    const end = (): void => {
      stage.removeEventListener('pointermove', move);
      stage.classList.remove('moving');
    };
    stage.setPointerCapture(event.pointerId);
    stage.classList.add('moving');
    stage.addEventListener('pointermove', move);
    stage.addEventListener('lostpointercapture', end, { once: true });
  }

  #roll(event: WheelEvent): void {
    event.preventDefault();
    const { left, top } = this.#stage.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    if (event.ctrlKey || event.metaKey) {
      const zoom = this.#camera.zoom * Math.exp(-event.deltaY / 300);
      this.aim(zoomedTo(this.#camera, zoom, at));
    } else if (event.shiftKey && event.deltaX === 0) {
      // Without a second wheel, Shift makes the one go sideways.
      this.pan(-event.deltaY, 0);
    } else this.pan(-event.deltaX, -event.deltaY);
  }
}
