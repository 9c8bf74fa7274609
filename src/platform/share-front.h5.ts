/** A browser shares the address that it shows. */
export function useSharedFront(): void {}
