/** WeChat shows the page anew, and `useDidShow` says so. */
export function useBackInSight(_run: () => void): void {}
