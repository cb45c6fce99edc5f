package io.flavortrend.jobs.etaprediction.model;

import io.flavortrend.contracts.values.ModelRelease.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the topic now says about a role.
 *
 * @param announced null where the role's model is taken away
 */
public record ReleaseUpdate(Role role, @Nullable AnnouncedRelease announced) {}
