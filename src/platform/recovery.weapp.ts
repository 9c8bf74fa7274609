/** A mini-program brings all its code along. */
export function recoverFromOldCode(): void {}
