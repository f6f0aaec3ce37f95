package org.carbonbook.serve.gate;

import java.util.List;
import java.util.Map;
import org.carbonbook.serve.access.Access;

/**
 * What the answer to a steady query depends on, beside the release: the same key has the same
 * answer, whoever asks.
 *
 * @param statement as it was sent
 * @param access the tables and rows that the reader sees
 * @param schema in which names without one are looked up
 * @param settings that a reader may change
 */
public record AnswerKey(
    String statement, Access access, List<String> schema, Map<String, String> settings) {}
