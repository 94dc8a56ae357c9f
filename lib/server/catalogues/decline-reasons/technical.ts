import 'server-only';
import { tellAll } from './entry.ts';

export const technicalReasons = tellAll('technical', {
  CONNECTION_ISSUE: {
    title: 'The connection failed',
    happened: 'The connection broke off during the payment.',
    cause: 'A technical fault on the way. The card is not the cause.',
    actor: 'nobody',
    next: 'Look whether the same payment went through in a second try. If it goes on for many, tell Wise.',
    remedy: 'none',
    retry: 'later',
    retryText: 'Yes, in some minutes.',
    say: 'There was a connection problem during the payment. Your card is fine; try again in some minutes.',
  },
  DECLINED_ADVICE: {
    title: 'The payment message was incomplete',
    happened: 'The message that came for this payment could not be accepted.',
    cause: 'It was incomplete or could not be trusted. The card is not the cause.',
    actor: 'customer',
    next: 'The customer tries again later.',
    remedy: 'none',
    retry: 'later',
    retryText: 'Yes, later.',
    say: 'There was a technical problem with the payment; your card is fine. Try again later.',
  },
  PROCESSING_ERROR: {
    title: 'A technical fault at Wise',
    happened: 'The payment could not be worked on.',
    cause: 'A fault for a short time.',
    actor: 'wise',
    next: 'Look whether the same payment went through in a second try. If it goes on, tell Wise.',
    remedy: 'none',
    retry: 'later',
    retryText: 'Yes, after a short while.',
    say: 'There was a technical problem for a short time; your card is fine. Try again in a little while.',
  },
});
