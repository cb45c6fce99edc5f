package io.flavortrend.webapi.modelhealth;

/**
 * How well predictions were of one group.
 *
 * @param key what the group has in common, as text
 * @param count predictions with an outcome
 * @param maeMinutes mean of |actual − predicted|
 * @param biasMinutes mean of predicted − actual: positive where deliveries come sooner
 * @param coverage share of the outcomes within the interval
 * @param baselineMaeMinutes mean of |actual − baseline| over the same orders
 */
record Performance(
    String key,
    long count,
    double maeMinutes,
    double biasMinutes,
    double coverage,
    double baselineMaeMinutes) {}
