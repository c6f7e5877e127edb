// Pans and zooms the graph, by dragging, by the mouse wheel and programmatically.
import { fitToWindow, type Size, scrollToBox, zoomTo } from '../camera';
import type { Box } from '../geometry';
import type { Camera } from '../messages';
import { boxAt } from './boxes';

export class Viewport {
  readonly #stage: HTMLElement;
  readonly #picture: HTMLElement;
  readonly #onMove: () => void;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #isFitted = false;

  /** @param onMove called after each change of the camera */
  constructor(stage: HTMLElement, picture: HTMLElement, onMove: () => void) {
    this.#stage = stage;
    this.#picture = picture;
    this.#onMove = onMove;
    stage.addEventListener('pointerdown', (event) => this.#startDrag(event));
    stage.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
  }

  get camera(): Camera {
    return this.#camera;
  }

  /** Whether the camera still shows the whole graph, as `fit` has set it. */
  get isFitted(): boolean {
    return this.#isFitted;
  }

  moveTo(camera: Camera): void {
    this.#isFitted = false;
    this.#camera = camera;
    const { x, y, zoom } = camera;
    this.#picture.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    this.#onMove();
  }

  /** Shows the whole graph, if it is readable at that zoom. */
  fit(graph: Size): void {
    this.moveTo(fitToWindow(graph, this.#window()));
    this.#isFitted = true;
  }

  zoom(by: number): void {
    const { width, height } = this.#window();
    this.moveTo(zoomTo(this.#camera, this.#camera.zoom * by, { x: width / 2, y: height / 2 }));
  }

  pan(dx: number, dy: number): void {
    const { x, y, zoom } = this.#camera;
    this.moveTo({ x: x + dx, y: y + dy, zoom });
  }

  follow(box: Box & Size): void {
    const camera = scrollToBox(this.#camera, box, this.#window());
    if (camera.x !== this.#camera.x || camera.y !== this.#camera.y) this.moveTo(camera);
  }

  #window(): Size {
    return { width: this.#stage.clientWidth, height: this.#stage.clientHeight };
  }

  #startDrag(event: PointerEvent): void {
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

  #onWheel(event: WheelEvent): void {
    event.preventDefault();
    const { left, top } = this.#stage.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    if (event.ctrlKey || event.metaKey) {
      const zoom = this.#camera.zoom * Math.exp(-event.deltaY / 300);
      this.moveTo(zoomTo(this.#camera, zoom, at));
    } else if (event.shiftKey && event.deltaX === 0) {
      // Shift+wheel scrolls horizontally on mice without a horizontal wheel.
      this.pan(-event.deltaY, 0);
    } else this.pan(-event.deltaX, -event.deltaY);
  }
}
