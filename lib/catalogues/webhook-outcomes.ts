/** What became of a delivery, in words for administrators. */
export const webhookOutcomes = {
  'read-again': { short: 'Read again', long: 'What it is about was read again from Wise.' },
  kept: { short: 'Kept', long: 'What it says is kept.' },
  'pages-told': { short: 'Pages told', long: 'Open pages read it again. Nothing is kept of it.' },
  'known-already': {
    short: 'Known already',
    long: 'The console knew it already. Nothing was changed.',
  },
  test: { short: 'Test', long: 'Test notification. Nothing was changed.' },
  'not-ours': {
    short: 'Not ours',
    long: 'It is about something that is not in the console. Nothing was changed.',
  },
  'not-connected': {
    short: 'Not connected',
    long: 'Its profile is not connected here. It is taken in once that is.',
  },
  'gone-at-wise': {
    short: 'Gone at Wise',
    long: 'Wise no longer knows what it is about. Nothing was changed.',
  },
  'kind-not-used': {
    short: 'Kind not used',
    long: 'The console does nothing with this kind. It is kept as it came.',
  },
  'not-understood': {
    short: 'Not understood',
    long: 'It could not be read. It is kept as it came, and nothing was changed.',
  },
} as const satisfies Record<string, { short: string; long: string }>;
export type WebhookOutcome = keyof typeof webhookOutcomes;
