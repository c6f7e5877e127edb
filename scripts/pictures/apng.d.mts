export interface Frame {
  readonly png: Buffer;
  readonly milliseconds: number;
}

export interface Image {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}

export function animationOf(frames: readonly Frame[]): Buffer;
export function decode(png: Buffer): Image;
