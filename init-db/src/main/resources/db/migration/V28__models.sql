-- Models that were registered, and which of them plays which role from when on.
create table ops.model_versions (
  model_version text primary key
    check (model_version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$' and model_version <> 'baseline'),
  package_uri text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  origin text not null check (origin in ('bundled', 'trained', 'imported')),
  trained_at timestamptz not null,
  metrics jsonb not null,
  registered_at timestamptz not null,
  registered_by text not null
);

create table ops.model_releases (
  id bigint generated always as identity primary key,
  role text not null check (role in ('champion', 'challenger')),
  model_version text references ops.model_versions,
  effective_from timestamptz,
  announced_at timestamptz not null,
  announced_by text not null,
  reason text not null check (reason in ('first', 'promoted', 'rolled_back', 'withdrawn'))
);

create index model_releases_role on ops.model_releases (role, id desc);

comment on column ops.model_releases.model_version is 'null: nobody plays the role';
comment on column ops.model_releases.effective_from is 'null: predictions of all times';
