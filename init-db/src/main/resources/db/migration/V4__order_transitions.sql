-- An order goes forward through its states, may skip some (real data lacks intermediate times),
-- may be cancelled from any open state, and never leaves delivered or cancelled.
create function public.refuse_impossible_order_transition() returns trigger
language plpgsql as $$
declare
  passed_through constant text[] :=
    '{placed,accepted,assigned,ready,picked_up,delivered,cancelled}';
begin
  if old.status in ('delivered', 'cancelled') then
    raise exception 'order % cannot go from % to %: % is final',
      old.id, old.status, new.status, old.status
      using errcode = 'check_violation', constraint = 'order_transition', table = 'orders';
  elsif array_position(passed_through, new.status) < array_position(passed_through, old.status) then
    raise exception 'order % cannot go from % to %: an order never goes back',
      old.id, old.status, new.status
      using errcode = 'check_violation', constraint = 'order_transition', table = 'orders';
  end if;
  return new;
end $$;

create trigger order_transition
  before update of status on public.orders
  for each row when (old.status is distinct from new.status)
  execute function public.refuse_impossible_order_transition();
