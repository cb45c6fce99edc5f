-- Moves all progress beats in one commit. As a function its plan is made once a connection, not
-- forty times a second: that is half of what a beat costs. skip locked: capture must not wait for a
-- replayer's open transaction. In the log domain beat_at is the replayer's.
create function public.beat() returns void language plpgsql as $$
begin
  update public.cdc_heartbeat beat
  set beat_at = case beat.time_domain when 'live' then clock_timestamp() else beat.beat_at end,
      updated_at = clock_timestamp()
  from (select topic, partition from public.cdc_heartbeat for update skip locked) free
  where (beat.topic, beat.partition) = (free.topic, free.partition);
end $$;
revoke all on function public.beat() from public;
grant execute on function public.beat() to flavor_cdc;
