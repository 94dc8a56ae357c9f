export const newCodeKeys = { all: ['new-codes'] as const };
