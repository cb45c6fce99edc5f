/** Hidden pages get no animation frames; they are flushed this often, so that memory stays bounded. */
const HIDDEN_MS = 1_000;
/** At most this share of the main thread goes into rendering live rows. */
const BUSY_SHARE = 0.5;

/**
 * Runs one function at most once per animation frame, however often it is asked to, and leaves the
 * main thread at least as much time as the function took: a page that cannot keep up renders less
 * often instead of freezing.
 */
export class FrameScheduler {
  private frame: number | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private notBefore = 0;

  constructor(private readonly run: () => void) {}

  request(): void {
    if (this.frame !== null || this.timer !== null) return;
    const pause = document.hidden ? HIDDEN_MS : this.notBefore - performance.now();
    if (pause > 1) {
      this.timer = setTimeout(() => {
        this.timer = null;
        if (document.hidden) this.execute();
        else this.nextFrame();
      }, pause);
    } else {
      this.nextFrame();
    }
  }

  cancel(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    if (this.timer !== null) clearTimeout(this.timer);
    this.frame = this.timer = null;
  }

  private nextFrame(): void {
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      this.execute();
    });
  }

  private execute(): void {
    const started = performance.now();
    this.run();
    // Rendering follows in a microtask; its end is what the next frame must keep a distance from.
    afterPaint(() => {
      const ended = performance.now();
      this.notBefore = ended + (ended - started) * (1 / BUSY_SHARE - 1) - 1000 / 60;
    });
  }
}

/** Calls back as soon as the frame that is being made has been painted. */
export function afterPaint(callback: () => void): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    callback();
  };
  channel.port2.postMessage(null);
}
