/** Characters of what a person writes down. */
export const longestNote = 4000;
/** A shorter one says nothing. */
export const shortestReason = 3;
