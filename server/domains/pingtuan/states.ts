/** Where a group stands; numbers are WXAPI's. */
export const TEAM = { open: 0, complete: 1, failed: 2 } as const

export const TEAM_TEXTS: Record<number, string> = { 0: '拼团中', 1: '拼团成功', 2: '拼团失败' }
