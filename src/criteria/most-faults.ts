/** Beyond these nobody reads on, and a file of faults still takes bounded time. */
export const MOST_FAULTS = 200;
