/** A mini-program opens none but its own sites. */
export function openLink(): void {}

/** Whether other sites can be opened from here. */
export const opensLinks = false
