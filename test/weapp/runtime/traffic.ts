/** What goes from the script to the screen. WeChat copies every `setData` between two threads: bytes are time. */
export class Traffic {
  private bytes = 0
  private calls = 0

  count(text: string): void {
    this.bytes += Buffer.byteLength(text)
    this.calls += 1
  }

  /** What an action, and all that follows from it, sends to the screen. */
  async of(action: () => Promise<unknown>): Promise<{ bytes: number; calls: number }> {
    const { bytes, calls } = this
    await action()
    return { bytes: this.bytes - bytes, calls: this.calls - calls }
  }
}
