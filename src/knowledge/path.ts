/** The way to a field of a document: keys of objects and indices of lists. */
export type Path = readonly PropertyKey[]
