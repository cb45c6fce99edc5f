package io.flavortrend.stack.control;

/**
 * Where the running supervisor listens; kept in {@code run/supervisor.json}, readable by the owner
 * alone.
 *
 * @param pid the supervisor's process id
 * @param port loopback port
 * @param key bearer key of this run
 */
public record ControlAddress(long pid, int port, String key) {}
