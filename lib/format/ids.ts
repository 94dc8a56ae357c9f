/** First 8 … last 4; what is short already stays whole. */
export const formatId = (id: string): string => (id.length <= 14 ? id : `${id.slice(0, 8)}…${id.slice(-4)}`);
