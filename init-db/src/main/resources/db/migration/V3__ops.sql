-- What people do: accounts, sign-in links and the audit log.
create schema ops;

create table ops.users (
  username text primary key check (username ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  password_hash text,
  role text not null check (role in ('viewer', 'operator', 'admin')),
  cities integer[] not null default '{}',
  session bigint not null default 1,
  disabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

comment on column ops.users.password_hash is 'null: signs in by link only';
comment on column ops.users.cities is 'ids of the cities the user is limited to; empty means all';
comment on column ops.users.session is 'raised to end all of the user''s sessions at once';

create table ops.sign_in_links (
  token_sha256 bytea primary key,
  username text not null references ops.users,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);

create table ops.actions_log (
  id bigint generated always as identity primary key,
  happened_at timestamptz not null,
  username text not null,
  action text not null,
  target text,
  before jsonb,
  after jsonb
);

-- The audit log is append-only for everybody, its owner included.
create function ops.refuse_rewriting_the_audit_log() returns trigger
language plpgsql as $$
begin
  raise exception 'ops.actions_log is append-only: % is refused', lower(tg_op)
    using errcode = 'insufficient_privilege';
end $$;

create trigger actions_log_append_only
  before update or delete or truncate on ops.actions_log
  for each statement execute function ops.refuse_rewriting_the_audit_log();
