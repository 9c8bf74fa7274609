/** WeChat pushes the page up by itself; `cursorSpacing` of fields says how far. */
export function watchKeyboard(): void {}
