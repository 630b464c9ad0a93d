/** gRPC status codes that Firestore answers with. */
export const code = {
  cancelled: 1,
  unknown: 2,
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  permissionDenied: 7,
  resourceExhausted: 8,
  failedPrecondition: 9,
  aborted: 10,
  outOfRange: 11,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
} as const;
export type Code = (typeof code)[keyof typeof code];

/** A refusal the client sees: its code and words. Words never hold field values. */
export class StatusError extends Error {
  readonly code: Code;
  constructor(status: Code, message: string) {
    super(message);
    this.name = "StatusError";
    this.code = status;
  }
}

export const invalid = (message: string) => new StatusError(code.invalidArgument, message);
