/** A refusal in the API's own words. */
export class ApiRefusal extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const paramError = (message: string): ApiRefusal => new ApiRefusal(400, 'PARAM_ERROR', message)
