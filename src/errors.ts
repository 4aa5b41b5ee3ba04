/** The process can't start, and somebody has to do something about it: the message says what, and is all they see. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** A request can't be served as asked: the message is a sentence for the user who asked. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
}
