package io.flavortrend.inference;

import java.util.List;

/**
 * An answer: minutes from the vector's time to delivery, with {@code p10Minutes ≤ minutes ≤
 * p90Minutes}.
 *
 * @param minutes what is expected
 * @param p10Minutes one delivery in ten comes sooner
 * @param p90Minutes one delivery in ten comes later
 * @param baselineMinutes what the baseline says
 * @param capped true where the model said something out of bounds
 * @param reasons why it was capped, as codes; empty where it was not
 */
public record Eta(
    double minutes,
    double p10Minutes,
    double p90Minutes,
    double baselineMinutes,
    boolean capped,
    List<String> reasons) {}
