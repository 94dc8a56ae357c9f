/** What became of a delivery, in words for administrators. */
export const webhookOutcomes = {
  test: 'Test notification. Nothing was changed.',
  'not-understood': 'Not understood. It is kept as it came, and nothing was changed.',
  'kind-not-used': 'The console does nothing with this kind. It is kept as it came.',
  'not-connected': 'Its profile is not connected here. Nothing was changed.',
  'not-ours': 'It is about something that is not in the console. Nothing was changed.',
  'gone-at-wise': 'Wise no longer knows what it is about. Nothing was changed.',
  'known-already': 'The console knew it already. Nothing was changed.',
  'read-again': 'What it is about was read again from Wise.',
  kept: 'What it says is kept.',
  'pages-told': 'Open pages read it again. Nothing is kept of it.',
} as const satisfies Record<string, string>;
export type WebhookOutcome = keyof typeof webhookOutcomes;
