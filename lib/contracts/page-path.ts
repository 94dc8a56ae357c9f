/** Tells a server page its own address, so that signing in comes back to it. */
export const pagePathHeader = 'x-page-path';
