export const kiosks = 50;
export const jobs = 5000;
const branches = 5;
const perBranch = kiosks / branches;
const waitingPerBranch = 40;

/** What a programme of some size has after a month: most prints went well, some failed, each kiosk has work in hand. */
const statements = [
  `insert into branches (id, name, place)
   select 'bench-' || n, 'Bench ' || n, n || ' High Street' from generate_series(1, ${branches}) n`,
  `insert into kiosks (id, branch_id, place)
   select 'BENCH' || lpad(n::text, 3, '0'), 'bench-' || ((n - 1) / ${perBranch} + 1), 'Counter ' || ((n - 1) % ${perBranch} + 1)
   from generate_series(1, ${kiosks}) n`,
  `insert into print_jobs (card_token, profile_id, kiosk_id, branch_id, created_at, occurred_at, ended_at, state, error_status, error_code)
   select token, profile_id, 'BENCH' || lpad((n % ${kiosks} + 1)::text, 3, '0'), 'bench-' || (n % ${kiosks} / ${perBranch} + 1),
     began, began + interval '2 seconds',
     case when state in ('printed', 'fault', 'refused') then began + make_interval(secs => 45 + n * 7 % 60) end,
     state,
     case state when 'fault' then 'PRODUCTION_ERROR' when 'refused' then 'REQUEST_ERROR' end,
     case state when 'fault' then (array['PRT_RIBBON_ENDED', 'PRD_FEEDER_JAM', 'DP_TIMEOUT'])[n / ${kiosks} % 3 + 1]
       when 'refused' then 'REQUEST_CREATED_BUT_NOT_STARTED' end
   from (
     select n, token, profile_id,
       -- The newest is a minute old, the oldest thirty days.
       now() - make_interval(secs => 60 + n / ${kiosks} * 25000 + n % ${kiosks}) as began,
       case when n < ${kiosks} then case when n % 5 = 4 then 'waiting' else 'printing' end
         when n * 37 % 100 < 6 then 'fault' when n * 37 % 100 < 8 then 'refused' else 'printed' end as state
     from (select token, profile_id, row_number() over (order by token)::int - 1 as n from cards) numbered
     where n < ${jobs}
   ) jobs`,
  `insert into productions (card_token, profile_id, status, occurred_at, told_at)
   select token, profile_id, 'READY', null, now() from (
     select token, profile_id, row_number() over (order by token desc)::int as n from cards
     where status in ('ACTIVE', 'INACTIVE', 'FROZEN')
   ) numbered where n <= ${branches * waitingPerBranch}
   on conflict do nothing`,
  `insert into card_collections (card_token, branch_id)
   select card_token, 'bench-' || (row_number() over (order by card_token)::int % ${branches} + 1) from productions
   where status = 'READY'
   on conflict do nothing`,
  // After a month the cards' transactions were read long ago: nobody reads them while the board is measured.
  `insert into card_transaction_reads (card_token, profile_id, read_to, due_at)
   select token, profile_id, now(), now() + interval '1 day' from cards
   on conflict (card_token) do update set read_to = excluded.read_to, due_at = excluded.due_at`,
  'analyze',
];

/** @param {import('../left-store.mjs').LeftStore} store of a console that does not run */
export async function loadBoardData(store) {
  for (const statement of statements) await store.query(statement);
  /** @type {{ rows: { jobs: number }[] }} */
  const { rows } = await store.query(
    "select count(*)::int as jobs from print_jobs where kiosk_id like 'BENCH%'",
  );
  if (rows[0]?.jobs !== jobs) throw new Error(`${rows[0]?.jobs} print jobs were made`);
}
