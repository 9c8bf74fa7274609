import { requestLogin } from '@/stores/login-request'

/** In a browser the shopper says who they are, on the login page. */
export const obtainToken = (): Promise<string> => requestLogin()

/** Guests look around; they are asked when they want something. */
export const knowsShopper = false
