package io.flavortrend.e2e.replay;

import java.util.List;
import java.util.SortedMap;

/**
 * What must become of a file.
 *
 * @param rows below the header
 * @param stored the rows that end in PostgreSQL
 * @param rejected a word of the reason, by line, of the rows that do not
 */
record Expected(int rows, List<Delivery> stored, SortedMap<Integer, String> rejected) {}
