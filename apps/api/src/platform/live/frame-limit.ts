/** At most so many frames in ten seconds from one socket; a page sends a handful. */
export class FrameLimit {
  private count = 0;
  private since = Date.now();

  allows(): boolean {
    const now = Date.now();
    if (now - this.since > 10_000) {
      this.since = now;
      this.count = 0;
    }
    return ++this.count <= 300;
  }
}
