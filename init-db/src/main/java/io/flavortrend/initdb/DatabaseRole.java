package io.flavortrend.initdb;

import java.util.Locale;

/** The roles that log in to the platform's database. What each may do is in the migrations. */
public enum DatabaseRole {
  /** Owns the database and everything in it; only migrations log in as this role. */
  FLAVOR_OWNER(""),
  /** The application: simulator and replay. */
  FLAVOR_APP(""),
  /** Debezium. */
  FLAVOR_CDC("replication"),
  /** Flink's sinks. */
  FLAVOR_JOBS(""),
  /** webapi. */
  FLAVOR_API(""),
  /** Superset. */
  FLAVOR_BI(""),
  /** People, through {@code flavor sql}. */
  FLAVOR_READ("");

  private final String attributes;

  DatabaseRole(String attributes) {
    this.attributes = attributes;
  }

  /** The role's name in SQL. */
  public String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name of the secret that holds the role's password. */
  public String secretName() {
    return sqlName() + ".password";
  }

  /** What it may do beyond logging in, as {@code create role} takes it; may be empty. */
  String attributes() {
    return attributes;
  }

  /** True for roles whose every transaction is read-only. */
  boolean readsOnly() {
    return this == FLAVOR_BI || this == FLAVOR_READ;
  }
}
